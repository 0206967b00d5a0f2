import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type UserRow, userBody } from '../graph/people/users-table';
import type { App, Settings } from '../settings';
import { type Asked, graphAudience } from './scopes';
import { TokenError } from './token-error';

export interface Issuing {
  readonly settings: Settings;
  readonly issuer: string;
  readonly now: Date;
  readonly seconds: number;
}

const times = ({ now, seconds }: Issuing): { iat: number; nbf: number; exp: number } => {
  const iat = Math.floor(now.getTime() / 1000);
  return { iat, nbf: iat, exp: iat + seconds };
};

/** Pairwise, as Entra's `sub`: another one for each app. */
const subject = (user: string, app: string): string =>
  createHash('sha256').update(`${user} ${app}`).digest('base64url');

const common = (issuing: Issuing): JWTPayload => ({
  iss: issuing.issuer,
  ...times(issuing),
  tid: issuing.settings.tenantId,
  uti: randomUUID().replaceAll('-', '').slice(0, 22),
  ver: '2.0',
});

const audience = ({ resource }: Asked): string => (resource === 'graph' ? graphAudience : resource.clientId);

function rolesOf(user: UserRow, app: App): string[] {
  const assigned = (JSON.parse(user.roles) as Record<string, string[]>)[app.clientId] ?? [];
  return assigned.filter((role) => app.appRoles?.includes(role));
}

function grantedScopes(client: App, { resource, names }: Asked): string {
  if (resource !== 'graph') return resource.scope ?? '';
  const held = client.delegatedPermissions ?? [];
  if (names.length === 0) return 'openid profile';
  const wanted = names.includes('.default') ? held : names;
  const missing = wanted.find((name) => !held.includes(name));
  if (missing !== undefined)
    throw new TokenError(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${client.clientId}' named '${client.displayName}'. Send an interactive authorization request for this user and resource.`,
    );
  return wanted.join(' ');
}

/** A token for somebody: scp, and the app roles that the resource gave this person. */
export function userAccess(issuing: Issuing, client: App, user: UserRow, asked: Asked): JWTPayload {
  const body = userBody(user);
  const roles = asked.resource === 'graph' ? [] : rolesOf(user, asked.resource);
  return {
    aud: audience(asked),
    ...common(issuing),
    azp: client.clientId,
    azpacr: client.kind === 'spa' ? '0' : '1',
    name: body.displayName,
    oid: user.id,
    preferred_username: body.userPrincipalName,
    scp: grantedScopes(client, asked),
    sub: subject(user.id, audience(asked)),
    ...(roles.length > 0 ? { roles } : {}),
  };
}

/** A token for the app itself: roles instead of scp. */
export function appAccess(issuing: Issuing, client: App, asked: Asked): JWTPayload {
  const objectId = createHash('sha256').update(`service principal ${client.clientId}`).digest('hex');
  const oid = objectId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return {
    aud: audience(asked),
    ...common(issuing),
    azp: client.clientId,
    azpacr: '1',
    appid: client.clientId,
    app_displayname: client.displayName,
    idtyp: 'app',
    oid,
    sub: oid,
    ...(asked.resource === 'graph' ? { roles: client.graphPermissions ?? [] } : {}),
  };
}

export function identity(issuing: Issuing, client: App, user: UserRow, nonce: string | undefined): JWTPayload {
  const body = userBody(user);
  return {
    aud: client.clientId,
    ...common(issuing),
    name: body.displayName,
    ...(nonce === undefined ? {} : { nonce }),
    oid: user.id,
    preferred_username: body.userPrincipalName,
    sub: subject(user.id, client.clientId),
  };
}

export const clientInfo = (user: string, tenantId: string): string =>
  Buffer.from(JSON.stringify({ uid: user, utid: tenantId })).toString('base64url');
