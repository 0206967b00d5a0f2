import pLimit, { type LimitFunction } from 'p-limit';
import { Busy, type Clock } from '../ports';

/**
 * One wait and one count of calls in flight for each place, a mailbox or a site, shared by all callers: a Retry-After
 * that one call was given holds for the others too.
 */
export interface Gate {
  /** Runs the task once all its places may be called; throws `Busy` when that is after `giveUpAt` (epoch milliseconds). */
  pass<T>(places: readonly string[], giveUpAt: number, task: () => Promise<T>): Promise<T>;
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

  const waitUntilOpen = async (places: readonly string[], giveUpAt: number): Promise<void> => {
    // Others may close a place again while we wait, and timers may fire a little early.
    for (;;) {
      const until = Math.max(...places.map((place) => heldUntil.get(place) ?? 0));
      const left = until - clock.now().getTime();
      if (left <= 0) return;
      if (until > giveUpAt) throw new Busy(Math.ceil(left / 1000));
      await clock.wait(left);
    }
  };

  return {
    pass<T>(places: readonly string[], giveUpAt: number, task: () => Promise<T>) {
      const whenOpen = async (): Promise<T> => {
        await waitUntilOpen(places, giveUpAt);
        // The line before the place may have been long.
        if (clock.now().getTime() > giveUpAt) throw new Busy(1);
        return task();
      };
      // In one order for all, so that no two wait for each other.
      const inOrder = [...new Set(places)].sort();
      return inOrder.reduceRight((inner, place) => () => limitOf(place)(inner), whenOpen)();
    },
    hold(place, milliseconds) {
      const until = clock.now().getTime() + milliseconds;
      heldUntil.set(place, Math.max(until, heldUntil.get(place) ?? 0));
    },
  };
}
