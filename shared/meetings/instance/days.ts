import { addDays, daysBetween, daysOfWeek, weekdayOf } from '../../time/calendar-date';

/** The days of a problem, counted from its first. */
export interface Days {
  readonly count: number;
  readonly weeks: number;
  readonly dates: readonly string[];
  /** Day by date. */
  readonly at: ReadonlyMap<string, number>;
  readonly week: Int16Array;
  /** 0 is Monday. */
  readonly weekday: Uint8Array;
}

export function daysFrom(from: string, until: string): Days {
  const count = Math.max(0, daysBetween(from, until) + 1);
  const dates = Array.from({ length: count }, (_, day) => addDays(from, day));
  const first = daysOfWeek.indexOf(weekdayOf(from));
  return {
    count,
    weeks: Math.floor((first + count + 6) / 7),
    dates,
    at: new Map(dates.map((date, day) => [date, day])),
    week: Int16Array.from(dates, (_, day) => Math.floor((first + day) / 7)),
    weekday: Uint8Array.from(dates, (_, day) => (first + day) % 7),
  };
}

/** The week of any date, also before the first day and after the last. */
export function weekAt({ dates, weekday }: Days, date: string): number {
  const [first] = dates;
  return first === undefined ? -1 : Math.floor(((weekday[0] as number) + daysBetween(first, date)) / 7);
}
