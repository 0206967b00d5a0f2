import { addDays, daysBetween, daysOfWeek, isCalendarDate, mondayOf } from '../../time/calendar-date';

interface Span {
  readonly first: string;
  readonly last: string;
}

interface Rule {
  readonly every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number;
  readonly until: string;
  /** For weekly ones, days after Monday. */
  readonly days: readonly number[];
}

const shortDays = daysOfWeek.map((day) => day.slice(0, 2).toUpperCase());

/**
 * The dates of a recurrence that lie in a span; `undefined` where the rule says more than is read here. The dates are
 * counted from the span, so that a rule that runs for a thousand years costs no more than one that runs for one.
 */
export function datesOf(start: string, rule: string, span: Span): readonly string[] | undefined {
  const read = readRule(rule, start);
  if (read === undefined) return undefined;
  const dates =
    read.every === 'DAILY' || read.every === 'WEEKLY'
      ? byDays(start, read, span.first, span.last)
      : byMonths(start, read, span.first, span.last);
  return dates.filter((date) => date >= start && date >= span.first && date <= span.last && date <= read.until);
}

function readRule(text: string, start: string): Rule | undefined {
  const parts = new Map(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name.trim().toUpperCase(), value.trim().toUpperCase()] as const;
    }),
  );
  const every = parts.get('FREQ');
  if (every !== 'DAILY' && every !== 'WEEKLY' && every !== 'MONTHLY' && every !== 'YEARLY') return undefined;
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', every === 'WEEKLY' ? 'BYDAY' : 'FREQ'];
  const restated = new Map([
    ['BYMONTHDAY', String(Number(start.slice(8)))],
    ['BYMONTH', String(Number(start.slice(5, 7)))],
  ]);
  for (const [name, value] of parts)
    if (
      !known.includes(name) &&
      !(every === 'YEARLY' && restated.get(name) === value) &&
      !(every === 'MONTHLY' && name === 'BYMONTHDAY' && restated.get(name) === value)
    )
      return undefined;
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const count = Number(parts.get('COUNT') ?? 'Infinity');
  const days = (parts.get('BYDAY') ?? shortDays[daysBetween(mondayOf(start), start)] ?? '')
    .split(',')
    .map((day) => shortDays.indexOf(day));
  if (!Number.isInteger(interval) || interval < 1 || Number.isNaN(count) || days.includes(-1)) return undefined;
  return {
    every,
    interval,
    count,
    until: untilOf(parts.get('UNTIL')),
    days: [...days].sort((one, other) => one - other),
  };
}

function untilOf(text: string | undefined): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text ?? '') ?? [];
  return year === undefined ? '9999-12-31' : `${year}-${month}-${day}`;
}

/** Every n days, or every n weeks on some days of the week. */
function byDays(start: string, { every, interval, count, days }: Rule, first: string, last: string): readonly string[] {
  const isWeekly = every === 'WEEKLY';
  const step = isWeekly ? 7 * interval : interval;
  const origin = isWeekly ? mondayOf(start) : start;
  const within = isWeekly ? days : [0];
  // Days of the first week that lie before the start are no dates, and are not counted.
  const skipped = within.filter((day) => addDays(origin, day) < start).length;
  const dates: string[] = [];
  for (
    let round = Math.max(0, Math.floor(daysBetween(origin, first) / step) - 1);
    addDays(origin, round * step) <= last;
    round += 1
  )
    for (const [at, day] of within.entries())
      if (round * within.length + at - skipped < count) dates.push(addDays(origin, round * step + day));
  return dates;
}

/** The same day of the month every n months or years; months that do not have it are passed over, and not counted. */
function byMonths(start: string, { every, interval, count }: Rule, first: string, last: string): readonly string[] {
  const step = every === 'YEARLY' ? 12 * interval : interval;
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const at = (round: number) => {
    const months = month(start) + round * step;
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-${start.slice(8)}`;
  };
  const dates: string[] = [];
  const begin = Number.isFinite(count) ? 0 : Math.max(0, Math.floor((month(first) - month(start)) / step));
  let counted = 0;
  // Where dates are counted, a thousand years of months are looked at and no more.
  for (let round = begin; at(round) <= last && round < begin + 12_000 && counted < count; round += 1) {
    if (!isCalendarDate(at(round))) continue;
    counted += 1;
    dates.push(at(round));
  }
  return dates;
}
