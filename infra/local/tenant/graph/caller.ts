import { errors, type JWTPayload } from 'jose';
import type { Settings } from '../settings';
import type { Keys } from '../tokens/keys';
import { graphAudience } from '../tokens/scopes';
import { Refusal } from './answer';
import type { Caller } from './request';

const unauthenticated = (message: string): Refusal =>
  new Refusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`,
  });

async function claimsOf(token: string, keys: Keys): Promise<JWTPayload> {
  try {
    return await keys.verify(token);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('Lifetime validation failed, the token is expired.');
    if (error instanceof errors.JOSEError)
      throw unauthenticated('IDX14100: JWT is not well formed or was not signed by this tenant.');
    throw error;
  }
}

const words = (value: unknown): string[] =>
  typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value.map(String) : [];

/** Who calls Graph: an app with its consented permissions, or an app for a person with what was delegated. */
export async function callerOf(authorization: string | undefined, keys: Keys, settings: Settings): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw unauthenticated('Access token is empty.');
  const claims = await claimsOf(token, keys);
  if (claims.aud !== graphAudience) throw unauthenticated('Access token validation failure. Invalid audience.');
  if (claims['tid'] !== settings.tenantId) throw unauthenticated('Invalid tenant.');
  const app = settings.apps.find(({ clientId }) => clientId === claims['azp']);
  if (!app) throw unauthenticated('The application is not known in this tenant.');
  if (claims['idtyp'] === 'app')
    return { app, kind: 'app', permissions: new Set(words(claims['roles'])), name: app.displayName };
  return {
    app,
    kind: 'user',
    permissions: new Set(words(claims['scp'])),
    userId: String(claims['oid']),
    name: String(claims['name']),
  };
}
