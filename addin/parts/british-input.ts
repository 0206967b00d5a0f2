import { isCalendarDate } from '../../shared/time/calendar-date';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as people in Britain type it → `yyyy-mm-dd`, or undefined.
 *
 * @example readDate('23/11/2026') // '2026-11-23'
 */
export function readDate(typed: string): string | undefined {
  const text = typed.trim();
  if (isCalendarDate(text)) return text;
  const found = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})$/i.exec(text);
  const [, day = '', month = '', year = ''] = found ?? [];
  const inYear = /^\d+$/.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const date = `${year.padStart(4, '20')}-${String(inYear).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return found !== null && isCalendarDate(date) ? date : undefined;
}

/**
 * @example writeDate('2026-11-23') // '23/11/2026'
 */
export function writeDate(date: string): string {
  return isCalendarDate(date) ? date.split('-').reverse().join('/') : date;
}

/**
 * A time of day as people type it → `HH:MM`, or undefined.
 *
 * @example readTime('3.45pm') // '15:45'
 */
export function readTime(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim());
  if (found === null) return undefined;
  const [, hourText = '', minuteText = '00', half] = found;
  const hour = toHour(Number(hourText), half?.toLowerCase());
  const minute = Number(minuteText);
  if (hour === undefined || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function toHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}
