import { isCalendarDate } from '../time/calendar-date';

/**
 * A date as year-month-day, or day, month and year in British order with strokes, hyphens or dots.
 *
 * @example readDate('01-11-2013') // '2013-11-01'
 */
export function readDate(text: string): string | undefined {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const date =
    british === null
      ? text.trim()
      : `${british[3]}-${String(british[2]).padStart(2, '0')}-${String(british[1]).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
