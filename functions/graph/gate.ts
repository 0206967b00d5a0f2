import pLimit, { type LimitFunction } from 'p-limit';
import { Busy, type Clock } from '../ports';

/**
 * One wait and one count of calls in flight for each place, a mailbox or a site, shared by all callers: a Retry-After
 * that one call was given holds for the others too.
 */
export interface Gate {
  /** Runs the task once the place may be called; throws `Busy` when that is after `giveUpAt` (epoch milliseconds). */
  pass<T>(place: string, giveUpAt: number, task: () => Promise<T>): Promise<T>;
  /** Closes a place for so long. */
  hold(place: string, milliseconds: number): void;
}

/** Outlook runs four calls of an app to one mailbox at once; one less leaves room for another instance. */
const inFlight = 3;

export function openGate(clock: Clock): Gate {
  const heldUntil = new Map<string, number>();
  const limits = new Map<string, LimitFunction>();

  const limitOf = (place: string): LimitFunction => {
    const known = limits.get(place) ?? pLimit(inFlight);
    limits.set(place, known);
    return known;
  };

  const waitUntilOpen = async (place: string, giveUpAt: number): Promise<void> => {
    // Others may close the place again while we wait, and timers may fire a little early.
    for (;;) {
      const until = heldUntil.get(place) ?? 0;
      const left = until - clock.now().getTime();
      if (left <= 0) return;
      if (until > giveUpAt) throw new Busy(Math.ceil(left / 1000));
      await clock.wait(left);
    }
  };

  return {
    pass: (place, giveUpAt, task) =>
      limitOf(place)(async () => {
        await waitUntilOpen(place, giveUpAt);
        return task();
      }),
    hold(place, milliseconds) {
      const until = clock.now().getTime() + milliseconds;
      heldUntil.set(place, Math.max(until, heldUntil.get(place) ?? 0));
    },
  };
}
