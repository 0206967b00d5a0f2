/**
 * Calendar dates are `yyyy-mm-dd` text: they compare as text and know no time zone.
 * Plain code, so that the panel need not load the time zone library.
 */
export const daysOfWeek = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type DayOfWeek = (typeof daysOfWeek)[number];
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

const millisecondsInDay = 86_400_000;

/** Days since 1 January 1970, a Thursday. */
function dayNumber(date: string): number {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not a calendar date: ${date}`);
  return milliseconds / millisecondsInDay;
}

function fromDayNumber(days: number): string {
  return new Date(days * millisecondsInDay).toISOString().slice(0, 10);
}

/**
 * @example isCalendarDate('2026-02-29') // false
 */
export function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const milliseconds = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === value;
}

/**
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * @example daysBetween('2026-11-23', '2026-11-30') // 7
 */
export function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from);
}

/**
 * @example weekdayOf('2026-11-23') // 'Monday'
 */
export function weekdayOf(date: string): DayOfWeek {
  const index = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return daysOfWeek[index] as DayOfWeek;
}

/**
 * The Monday of the week that the date lies in.
 *
 * @example mondayOf('2026-11-29') // '2026-11-23'
 */
export function mondayOf(date: string): string {
  return addDays(date, -daysOfWeek.indexOf(weekdayOf(date)));
}

/** Every day from the first to the last, both included; none when they are the wrong way round. */
export function eachDay(first: string, last: string): readonly string[] {
  const count = daysBetween(first, last) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(first, index));
}
