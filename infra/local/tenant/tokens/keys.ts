import { randomUUID } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Store } from '../store';

export interface Keys {
  sign(claims: JWTPayload): Promise<string>;
  /** The claims of a token that we signed and that is in time; throws jose's own errors. */
  verify(token: string): Promise<JWTPayload>;
  /** What `discovery/v2.0/keys` publishes, newest first. */
  published(): JWK[];
  rotate(options: { readonly retire: boolean }): Promise<void>;
}

interface KeyRow {
  readonly kid: string;
  readonly jwk: string;
}

async function makeKey(store: Store, now: () => Date): Promise<void> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true, modulusLength: 2048 });
  const kid = randomUUID().replaceAll('-', '');
  const made =
    store.get<{ n: number }>('select coalesce(max(made), 0) + 1 as n from signing_key')?.n ?? now().getTime();
  store.run(
    'insert into signing_key (kid, made, jwk) values (?, ?, ?)',
    kid,
    made,
    JSON.stringify(await exportJWK(privateKey)),
  );
}

/** Entra publishes kty, use, kid, n, e and issuer, without alg. */
function publicKey({ kid, jwk }: KeyRow, issuer: string): JWK {
  const { n = '', e = '' } = JSON.parse(jwk) as JWK;
  return { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, issuer } as JWK;
}

/** Signing keys live in the store, so that tokens outlast a restart. */
export async function openKeys(store: Store, issuer: string, now: () => Date): Promise<Keys> {
  const rows = (): KeyRow[] => store.all<KeyRow>('select kid, jwk from signing_key order by made desc');
  if (rows().length === 0) await makeKey(store, now);
  const published = (): JWK[] => rows().map((row) => publicKey(row, issuer));
  let verifiers = createLocalJWKSet({ keys: published() });
  const newest = async () => {
    const row = rows()[0];
    if (!row) throw new Error('There is no signing key.');
    return { kid: row.kid, key: await importJWK(JSON.parse(row.jwk) as JWK, 'RS256') };
  };
  let signer = await newest();
  return {
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: signer.kid, kid: signer.kid })
        .sign(signer.key),
    verify: async (token) => (await jwtVerify(token, verifiers, { algorithms: ['RS256'], currentDate: now() })).payload,
    published,
    rotate: async ({ retire }) => {
      const old = rows();
      await makeKey(store, now);
      if (retire) for (const { kid } of old) store.run('delete from signing_key where kid = ?', kid);
      verifiers = createLocalJWKSet({ keys: published() });
      signer = await newest();
    },
  };
}
