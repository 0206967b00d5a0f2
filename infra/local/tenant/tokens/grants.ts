import { createHash } from 'node:crypto';
import { findUser, type UserRow } from '../graph/people/users-table';
import type { App, Settings } from '../settings';
import type { Store } from '../store';
import { appAccess, clientInfo, type Issuing, identity, userAccess } from './claims';
import type { Kept } from './kept';
import type { Keys } from './keys';
import { type Asked, readScopes } from './scopes';
import { TokenError } from './token-error';

export interface TokenService {
  readonly store: Store;
  readonly settings: Settings;
  readonly keys: Keys;
  readonly kept: Kept;
  readonly origin: string;
  readonly issuer: string;
  readonly now: () => Date;
  readonly accessTokenSeconds: () => number;
}

const day = 86_400;

const issuing = ({ settings, issuer, now, accessTokenSeconds }: TokenService): Issuing => ({
  settings,
  issuer,
  now: now(),
  seconds: accessTokenSeconds(),
});

const invalidGrant = (number: number, message: string): TokenError => new TokenError('invalid_grant', number, message);

export function signedInUser({ store }: TokenService, id: string): UserRow {
  const user = findUser(store, id);
  if (!user) throw invalidGrant(50034, `The user account ${id} does not exist in the directory.`);
  if (!(JSON.parse(user.body) as { accountEnabled: boolean }).accountEnabled)
    throw invalidGrant(50057, 'The user account is disabled.');
  return user;
}

const lifetimes = (service: TokenService): Record<string, unknown> => {
  const seconds = service.accessTokenSeconds();
  return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds };
};

export async function forUser(
  service: TokenService,
  client: App,
  user: UserRow,
  asked: Asked,
  nonce?: string,
): Promise<Record<string, unknown>> {
  const claims = issuing(service);
  const body = { clientId: client.clientId, user: user.id, scope: asked.text };
  return {
    ...lifetimes(service),
    scope: asked.text,
    access_token: await service.keys.sign(userAccess(claims, client, user, asked)),
    ...(asked.offline
      ? { refresh_token: service.kept.put('refresh', body, client.kind === 'spa' ? day : 90 * day) }
      : {}),
    ...(asked.openid ? { id_token: await service.keys.sign(identity(claims, client, user, nonce)) } : {}),
    client_info: clientInfo(user.id, service.settings.tenantId),
  };
}

export async function forApp(service: TokenService, client: App, scope: string): Promise<Record<string, unknown>> {
  const asked = readScopes(scope, service.settings);
  if (asked.names.length !== 1 || asked.names[0] !== '.default')
    throw new TokenError(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  const access_token = await service.keys.sign(appAccess(issuing(service), client, asked));
  return { ...lifetimes(service), scope, access_token };
}

/** An app with a secret may leave PKCE out; a panel could not have got its code without. */
function checkVerifier(verifier: string | null, challenge: string): void {
  if (challenge === '') return;
  const given = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  if (given !== challenge)
    throw invalidGrant(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
}

export function byCode(service: TokenService, client: App, form: URLSearchParams): Promise<Record<string, unknown>> {
  const code = service.kept.take('code', form.get('code') ?? undefined);
  if (!code || code.clientId !== client.clientId)
    throw invalidGrant(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity or was already redeemed.',
    );
  if (code.redirectUri !== form.get('redirect_uri'))
    throw invalidGrant(
      500112,
      'The reply address does not match the reply address provided when requesting Authorization code.',
    );
  checkVerifier(form.get('code_verifier'), code.challenge);
  const asked = readScopes(form.get('scope') ?? code.scope, service.settings);
  return forUser(service, client, signedInUser(service, code.user), asked, code.nonce);
}

export function byRefreshToken(
  service: TokenService,
  client: App,
  form: URLSearchParams,
): Promise<Record<string, unknown>> {
  const refresh = service.kept.get('refresh', form.get('refresh_token') ?? undefined);
  if (!refresh || refresh.clientId !== client.clientId)
    throw invalidGrant(700082, 'The refresh token has expired due to inactivity.');
  return forUser(
    service,
    client,
    signedInUser(service, refresh.user),
    readScopes(form.get('scope') ?? refresh.scope, service.settings),
  );
}

/** The API asks on behalf of the person whose token it was shown. */
export async function onBehalfOf(
  service: TokenService,
  client: App,
  form: URLSearchParams,
): Promise<Record<string, unknown>> {
  if (form.get('requested_token_use') !== 'on_behalf_of')
    throw new TokenError(
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'requested_token_use'.",
    );
  const claims = await service.keys.verify(form.get('assertion') ?? '').catch((error: unknown) => {
    throw invalidGrant(
      500133,
      `Assertion is not within its valid time range, or failed signature validation: ${String(error)}`,
    );
  });
  if (claims.aud !== client.clientId)
    throw invalidGrant(500131, 'Assertion audience does not match the Client app presenting the assertion.');
  if (typeof claims['scp'] !== 'string')
    throw invalidGrant(5002727, 'An app-only token cannot be used on behalf of a user.');
  const user = signedInUser(service, String(claims['oid']));
  return forUser(service, client, user, readScopes(form.get('scope') ?? '', service.settings));
}
