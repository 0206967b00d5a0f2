import type { Clock } from '../../functions/ports';

export interface MovedClock extends Clock {
  /** For LOCAL_CLOCK of the processes that keep the same time. */
  readonly setting: string;
}

/** The clock of processes whose time is moved, for a test that runs in real time beside them. */
export function movedClockOf(base: string, rate: number): MovedClock {
  const setting = { base: Date.parse(base), realBase: Date.now(), rate };
  return {
    setting: JSON.stringify(setting),
    now: () => new Date(Math.floor(setting.base + (Date.now() - setting.realBase) * rate)),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / rate)),
  };
}
