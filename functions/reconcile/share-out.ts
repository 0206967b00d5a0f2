/** A request holds twenty, and one of them is the lease. */
export const roundSize = 19;
/** While states wait to be written, half of a request is for steps: mails then leave evenly through the minute. */
const half = 10;

/** What the next request carries. */
export interface Share {
  readonly steps: number;
  readonly states: number;
}

/**
 * Steps and states in as few requests as can be: each is full unless nothing is left for it.
 *
 * @param steps how many are still to be sent
 * @param states how many wait to be written
 * @param allowed how many steps the minute still has room for
 * @returns the share, or how many steps the minute must have room for first
 */
export function shareOut(steps: number, states: number, allowed: number): Share | { readonly roomFor: number } {
  const wanted = Math.min(steps, Math.max(roundSize - states, half));
  const now = Math.min(wanted, allowed);
  const beside = Math.min(states, roundSize - now);
  // States alone are not worth a request while steps are still to come: their own states follow them anyway.
  if (now < wanted && (now === 0 || now + beside < roundSize)) return { roomFor: wanted };
  return { steps: now, states: beside };
}
