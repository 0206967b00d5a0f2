import { isCalendarDate, weekdayOf } from './calendar-date';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * A calendar date as people in British schools write it.
 *
 * @example britishDate('2026-11-23') // '23 November 2026'
 */
export function britishDate(date: string): string {
  if (!isCalendarDate(date)) throw new RangeError(`Not a calendar date: ${date}`);
  const month = months[Number(date.slice(5, 7)) - 1];
  return `${Number(date.slice(8, 10))} ${month} ${date.slice(0, 4)}`;
}

/**
 * @example britishDay('2026-11-23') // 'Monday 23 November 2026'
 */
export function britishDay(date: string): string {
  return `${weekdayOf(date)} ${britishDate(date)}`;
}

/**
 * @example britishSpan('2026-10-19', '2026-10-30') // '19 October 2026 to 30 October 2026'
 */
export function britishSpan(from: string, until: string): string {
  return from === until ? britishDate(from) : `${britishDate(from)} to ${britishDate(until)}`;
}

/** A moment, as date and time of day in London; Intl knows the clock changes. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * @example inLondon('2026-07-01T16:00:00Z') // { date: '2026-07-01', time: '17:00' }
 */
export function inLondon(instant: string): { readonly date: string; readonly time: string } {
  const parts = Object.fromEntries(london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}`,
  };
}

/**
 * @example britishMoment('2026-11-23T17:00:00Z') // '23 November 2026, 17:00'
 */
export function britishMoment(instant: string): string {
  const { date, time } = inLondon(instant);
  return `${britishDate(date)}, ${time}`;
}
