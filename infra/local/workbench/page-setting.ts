import type { ClockSetting } from '../moved-clock';

/** What the server wrote before this script; absent while the clock was never moved. */
export function pageSetting(): ClockSetting | undefined {
  return (globalThis as { localClock?: ClockSetting }).localClock;
}
