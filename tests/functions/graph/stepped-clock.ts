import type { Clock } from '../../../functions/ports';

/** A clock that stands still until somebody waits. `early` milliseconds are missing from each wait, as with real timers. */
export function steppedClock({
  early = 0,
  start = '2026-11-23T12:00:00.000Z',
}: {
  readonly early?: number;
  readonly start?: string;
} = {}): Clock & { readonly waited: () => number } {
  const began = Date.parse(start);
  let now = began;
  return {
    now: () => new Date(now),
    async wait(milliseconds) {
      now += Math.max(1, milliseconds - early);
    },
    waited: () => now - began,
  };
}
