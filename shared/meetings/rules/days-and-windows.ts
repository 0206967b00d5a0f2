import type { DayOfWeek } from '../../time/calendar-date';
import { minutesOf } from '../../time/time-of-day';
import type { NetworkProblem } from '../problem';

/** A time of the day at which a network could meet, in minutes since midnight. */
export interface TimeOfMeeting {
  readonly from: number;
  readonly until: number;
  readonly isPreferred: boolean;
}

export const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
/** Where a network names no window: the working day. */
export const workingDay = { from: '09:00', until: '17:00', preferred: false };
const minutesBetweenStarts = 15;

/** A network meets on its days alone; on any working day where it names none. */
export function daysOf({ days }: NetworkProblem): readonly DayOfWeek[] {
  return days.length > 0 ? days : workingDays;
}

/** Whether it would rather meet on this day; where it has no wish, every day is as good. */
export function isPreferredDay({ preferredDays = [] }: NetworkProblem, day: DayOfWeek): boolean {
  return preferredDays.length === 0 || (preferredDays as readonly DayOfWeek[]).includes(day);
}

/** A meeting lies inside one of the network's windows, whole. Each time once, the preferred window's first. */
export function timesFor(network: NetworkProblem): readonly TimeOfMeeting[] {
  const windows = network.windows.length > 0 ? network.windows : [workingDay];
  const noWish = windows.every(({ preferred }) => preferred !== true);
  const times = new Map<number, TimeOfMeeting>();
  for (const { from, until, preferred = false } of windows) {
    const last = minutesOf(until) - network.minutes;
    for (let start = minutesOf(from); start <= last; start += minutesBetweenStarts) {
      const isPreferred = noWish || preferred || times.get(start)?.isPreferred === true;
      times.set(start, { from: start, until: start + network.minutes, isPreferred });
    }
  }
  return [...times.values()].sort((one, other) => one.from - other.from);
}
