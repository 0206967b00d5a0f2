import { eachDay, weekdayOf } from '../../time/calendar-date';
import { minutesOf, timeOf } from '../../time/time-of-day';
import type { MeetingProblem, NetworkProblem } from '../problem';

export interface Span {
  readonly from: string;
  readonly until: string;
}

const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
/** Where a network names no window: the working day. */
const workingDay: Span = { from: '09:00', until: '17:00' };
const minutesBetweenStarts = 15;

/** A network meets on its days alone; on any working day where it names none. */
export function datesFor(network: NetworkProblem, { from, until }: MeetingProblem): readonly string[] {
  const days: readonly string[] = network.days.length > 0 ? network.days : workingDays;
  return eachDay(from, until).filter((date) => days.includes(weekdayOf(date)));
}

/** A meeting lies inside one of the network's windows, whole. */
export function timesFor(network: NetworkProblem): readonly Span[] {
  const windows = network.windows.length > 0 ? network.windows : [workingDay];
  return windows.flatMap(({ from, until }) => {
    const spare = minutesOf(until) - minutesOf(from) - network.minutes;
    const starts = spare < 0 ? 0 : Math.floor(spare / minutesBetweenStarts) + 1;
    return Array.from({ length: starts }, (_, index) => {
      const start = minutesOf(from) + index * minutesBetweenStarts;
      return { from: timeOf(start), until: timeOf(start + network.minutes) };
    });
  });
}
