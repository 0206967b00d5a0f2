import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** Tokens made by hand, since jose would refuse to make most of the bad ones. */
export const tenantId = '99999999-9999-4999-8999-999999999999';
export const apiClientId = '88888888-8888-4888-8888-888888888888';
export const panelClientId = '77777777-7777-4777-8777-777777777777';
export const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
export const oid = '11111111-1111-4111-8111-111111111111';
export const now = new Date('2026-11-23T12:00:00Z');
export const second = now.getTime() / 1000;

export interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function makeKey(kid: string): Key {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

export function publicSet(...keys: readonly Key[]) {
  return {
    keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' })),
  };
}

export const validHeader = (kid: string) => ({ alg: 'RS256', typ: 'JWT', kid });

export const validClaims = {
  aud: apiClientId,
  iss: issuer,
  iat: second - 60,
  nbf: second - 60,
  exp: second + 3600,
  azp: panelClientId,
  name: 'Ada Alder',
  oid,
  preferred_username: 'ada.alder@trust.example',
  roles: ['Principal'],
  scp: 'access_as_user',
  sub: 'pairwise',
  tid: tenantId,
  ver: '2.0',
} as const;

function part(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A text is taken as it is, so that JSON can be written that JSON.stringify would not write. */
export function sign(key: Key, claims: unknown, header: unknown = validHeader(key.kid), digest = 'RSA-SHA256'): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createSign(digest).update(content).sign(key.privateKey).toString('base64url')}`;
}

export function signWithSecret(secret: string | Buffer, claims: unknown, header: unknown): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

export function unsigned(claims: unknown, header: unknown): string {
  return `${part(header)}.${part(claims)}.`;
}
