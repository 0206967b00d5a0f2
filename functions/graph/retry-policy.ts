import { type GraphCall, isRepeatable, unknown } from './call';

/** When a call is sent again, as data. */
export interface RetryPolicy {
  /** The server did not act: anything may be sent again. */
  readonly refused: { readonly statuses: readonly number[]; readonly times: number };
  /** Nobody knows whether the server acted: only what is repeatable is sent again. */
  readonly unclear: { readonly statuses: readonly number[]; readonly times: number };
  /** Our own back-off, doubled each time, for answers that name no wait. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

export const retryPolicy: RetryPolicy = {
  refused: { statuses: [429], times: 10 },
  unclear: { statuses: [unknown, 408, 500, 502, 503, 504], times: 6 },
  firstWaitSeconds: 0.5,
  longestWaitSeconds: 20,
};

export interface Attempt {
  readonly call: Pick<GraphCall, 'method' | 'repeatable'>;
  readonly status: number;
  /** How often it was sent. */
  readonly sent: number;
  readonly retryAfterMilliseconds: number | undefined;
}

/** Milliseconds until the call is sent again, or undefined when it is not. `chance` is between 0 and 1. */
export function nextAttempt(policy: RetryPolicy, attempt: Attempt, chance: number): number | undefined {
  const { call, status, sent } = attempt;
  const again =
    (policy.refused.statuses.includes(status) && sent <= policy.refused.times) ||
    (policy.unclear.statuses.includes(status) && sent <= policy.unclear.times && isRepeatable(call));
  if (!again) return undefined;
  // A wait that the server gives is kept as it is; our own is spread, so that callers do not come back together.
  return attempt.retryAfterMilliseconds ?? backOff(policy, sent, chance);
}

function backOff({ firstWaitSeconds, longestWaitSeconds }: RetryPolicy, sent: number, chance: number): number {
  const seconds = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (sent - 1));
  return Math.ceil(seconds * (0.5 + chance / 2) * 1000);
}

/** A write in doubt is looked for before it is repeated, and no oftener than this. */
export const mostRounds = 8;

/** Milliseconds before a round; the look-up before it has waited already. */
export function pauseBefore(round: number): number {
  return round === 1 ? 0 : Math.min(2000, 125 * 2 ** round);
}
