import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { type Role, roles } from '../../shared/caller';
import { ok, type Result, refuse } from '../../shared/result';
import type { Config } from '../config';
import type { Clock } from '../ports';

/** What a valid token says. Name and address are for people to read; `tenant` and `id` alone decide access. */
export interface TokenFacts {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Entra's largest tokens, with 200 groups, stay below this. */
const mostCharacters = 16_384;
const toleranceSeconds = 300;
const scope = 'access_as_user';
const guid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i));
const whole = z.number().check(z.int());

/** What jose leaves to us: https://learn.microsoft.com/entra/identity-platform/claims-validation */
const claims = z.object({
  aud: z.string(),
  ver: z.literal('2.0'),
  tid: guid,
  oid: guid,
  azp: z.string(),
  scp: z.string(),
  iat: whole,
  nbf: whole,
  exp: whole,
  idtyp: z.optional(z.literal('user')),
  name: z.optional(z.string()),
  preferred_username: z.optional(z.string()),
  roles: z.optional(z.array(z.string())),
});

export type CheckToken = (authorization: string | null) => Promise<Result<TokenFacts>>;

/** Authorization header → what the token says, or `not-signed-in`. Why a token was refused is nobody's business. */
export function tokenCheck(
  config: Pick<Config, 'tenantId' | 'apiClientId' | 'panelClientId' | 'issuer'>,
  keys: JWTVerifyGetKey,
  clock: Pick<Clock, 'now'>,
): CheckToken {
  return async (authorization) => {
    const token = bearerOf(authorization);
    if (token === undefined) return notSignedIn();
    const payload = await verified(token, config, keys, clock.now());
    return payload === undefined ? notSignedIn() : factsOf(payload, config, clock.now());
  };
}

function notSignedIn(): Result<TokenFacts> {
  return refuse('not-signed-in', 'Your sign-in has ended or is not for this trust. Sign in again.');
}

/** One header with one token: two of them arrive joined by a comma, which no token contains. */
function bearerOf(authorization: string | null): string | undefined {
  if (authorization === null || authorization.length > mostCharacters) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

async function verified(
  token: string,
  { apiClientId, issuer }: Pick<Config, 'apiClientId' | 'issuer'>,
  keys: JWTVerifyGetKey,
  now: Date,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, withKeyId(keys), {
      algorithms: ['RS256'],
      issuer,
      audience: apiClientId,
      requiredClaims: ['exp', 'nbf', 'iat'],
      clockTolerance: toleranceSeconds,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A token that does not name its key with a text is refused before any key is looked for. */
function withKeyId(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return (header, token) => {
    if (typeof header.kid !== 'string' || header.kid === '') throw new errors.JWKSNoMatchingKey();
    return keys({ alg: 'RS256', kid: header.kid }, token);
  };
}

function factsOf(
  payload: JWTPayload,
  config: Pick<Config, 'tenantId' | 'apiClientId' | 'panelClientId'>,
  now: Date,
): Result<TokenFacts> {
  const parsed = z.safeParse(claims, payload);
  if (!parsed.success) return notSignedIn();
  const { aud, azp, tid, oid, scp, iat, name, preferred_username: email } = parsed.data;
  const holds =
    aud === config.apiClientId &&
    azp === config.panelClientId &&
    tid.toLowerCase() === config.tenantId &&
    scp.split(' ').includes(scope) &&
    iat <= now.getTime() / 1000 + toleranceSeconds;
  if (!holds) return notSignedIn();
  return ok({
    tenant: config.tenantId,
    id: oid.toLowerCase(),
    name: name ?? '',
    email: email ?? '',
    roles: roles.filter((role) => parsed.data.roles?.includes(role)),
  });
}
