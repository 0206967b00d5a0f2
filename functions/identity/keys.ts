import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';
import type { Clock } from '../ports';
import { Busy } from '../ports';

export type FetchKeys = () => Promise<unknown>;

const coolSeconds = 30;
/** Before there are any keys nobody can sign in at all, so we look again sooner. */
const coolSecondsWithoutKeys = 3;
const freshSeconds = 3600;
/** How long an outage of the key address is lived through. */
const usableSeconds = 86_400;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

interface Kept {
  readonly find: JWTVerifyGetKey;
  readonly fetchedAt: number;
}

/**
 * The tenant's signing keys, at most one request in 30 seconds whatever is thrown at us: an unknown key id asks again
 * only then. jose's own remote set starts a request for each token while the address is down, so the keeping is ours.
 */
export function signingKeys(fetchKeys: FetchKeys, clock: Pick<Clock, 'now'>): JWTVerifyGetKey {
  let kept: Kept | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<void> | undefined;

  const seconds = () => clock.now().getTime() / 1000;
  const mayTry = () => Math.abs(seconds() - triedAt) >= (kept === undefined ? coolSecondsWithoutKeys : coolSeconds);

  function renew(): Promise<void> {
    pending ??= renewOnce().finally(() => {
      pending = undefined;
    });
    return pending;
  }

  async function renewOnce(): Promise<void> {
    triedAt = seconds();
    const keys = await fetchKeys().catch(() => undefined);
    const parsed = z.safeParse(keySet, keys);
    // While the address is down or answers nonsense, what we have serves on; `usable` says how long.
    if (parsed.success)
      kept = { find: createLocalJWKSet(parsed.data as unknown as JSONWebKeySet), fetchedAt: seconds() };
  }

  async function usable(): Promise<Kept> {
    const age = kept === undefined ? Number.POSITIVE_INFINITY : Math.abs(seconds() - kept.fetchedAt);
    if (pending !== undefined && age > usableSeconds) await pending;
    else if (age > freshSeconds && mayTry()) await renew();
    if (kept === undefined || Math.abs(seconds() - kept.fetchedAt) > usableSeconds)
      throw new Busy(coolSecondsWithoutKeys);
    return kept;
  }

  return async (header, token) => {
    const { find } = await usable();
    try {
      return await find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || (pending === undefined && !mayTry())) throw error;
      await renew();
      return (await usable()).find(header, token);
    }
  };
}
