import type { Clock } from '../ports';

/**
 * Every invitation is a mail, and Exchange sends 30 a minute from one mailbox: we stay below.
 * https://learn.microsoft.com/office365/servicedescriptions/exchange-online-service-description/exchange-online-limits
 */
const most = 29;
const within = 60_000;

export interface Pace {
  /** How many may be sent now. */
  allowed(): number;
  /** Milliseconds until so many may be sent. */
  waitFor(count: number): number;
  sent(count: number): void;
}

export function openPace(clock: Clock): Pace {
  let moments: readonly number[] = [];
  const recent = (): readonly number[] => {
    const since = clock.now().getTime() - within;
    moments = moments.filter((moment) => moment > since);
    return moments;
  };
  return {
    allowed: () => most - recent().length,
    waitFor(count) {
      const inTheWay = recent().length + Math.min(count, most) - most;
      const last = inTheWay <= 0 ? undefined : moments[inTheWay - 1];
      return last === undefined ? 0 : last + within - clock.now().getTime();
    },
    sent(count) {
      const now = clock.now().getTime();
      moments = [...recent(), ...Array.from({ length: count }, () => now)];
    },
  };
}
