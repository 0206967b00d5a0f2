import type { Clock } from '../ports';

/**
 * Every invitation is a mail, and Exchange sends 30 a minute from one mailbox: we stay below.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
const most = 29;
const within = 60_000;

/** So many mails that left, or may have left, no later than this ISO moment. */
export interface Sending {
  readonly at: string;
  readonly count: number;
}

export interface Pace {
  /** How many may be sent now. */
  allowed(): number;
  /** Milliseconds until so many may be sent. */
  waitFor(count: number): number;
  sent(count: number): void;
  /** What the minute holds, for whoever goes on from here. */
  sendings(): readonly Sending[];
}

/** @param before what others sent, as their `sendings` said */
export function openPace(clock: Clock, before: readonly Sending[] = []): Pace {
  let held = [...before].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const recent = (): readonly Sending[] => {
    const since = clock.now().getTime() - within;
    held = held.filter(({ at }) => Date.parse(at) > since);
    return held;
  };
  const allowed = () => Math.max(0, most - sum(recent()));
  return {
    allowed,
    waitFor(count) {
      let missing = Math.min(count, most) - allowed();
      if (missing <= 0) return 0;
      for (const sending of recent()) {
        missing -= sending.count;
        if (missing <= 0) return Date.parse(sending.at) + within - clock.now().getTime();
      }
      return within;
    },
    sent(count) {
      if (count > 0) held = [...recent(), { at: clock.now().toISOString(), count }];
    },
    sendings: recent,
  };
}

function sum(sendings: readonly Sending[]): number {
  return sendings.reduce((all, { count }) => all + count, 0);
}
