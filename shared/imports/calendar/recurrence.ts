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
  /** Within the month, for monthly ones and for yearly ones of one month: the first Monday, the last day of school. */
  readonly places: readonly Place[];
}

interface Place {
  /** Days after Monday. */
  readonly days: readonly number[];
  /** Which of the dates on any of these days; counted from the end where it is negative. */
  readonly nth: number;
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
  const isWithinMonth = every === 'MONTHLY' || (every === 'YEARLY' && parts.has('BYMONTH'));
  const places = isWithinMonth ? placesOf(parts.get('BYDAY'), parts.get('BYSETPOS')) : [];
  if (places === undefined || saysMore(parts, every, places, start)) return undefined;
  const interval = Number(parts.get('INTERVAL') ?? '1');
  const count = Number(parts.get('COUNT') ?? 'Infinity');
  const weekly = every === 'WEEKLY' ? parts.get('BYDAY') : undefined;
  const days = (weekly ?? shortDays[daysBetween(mondayOf(start), start)] ?? '')
    .split(',')
    .map((day) => shortDays.indexOf(day));
  if (!Number.isInteger(interval) || interval < 1 || Number.isNaN(count) || days.includes(-1)) return undefined;
  return {
    every,
    interval,
    count,
    until: untilOf(parts.get('UNTIL')),
    days: [...days].sort((one, other) => one - other),
    places,
  };
}

/** Whether the rule has a part that is not read; the day and month of its own start change nothing. */
function saysMore(
  parts: ReadonlyMap<string, string>,
  every: Rule['every'],
  places: readonly Place[],
  start: string,
): boolean {
  const read = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']);
  if (every === 'WEEKLY' || places.length > 0) read.add('BYDAY');
  if (places.length > 0) read.add('BYSETPOS');
  const restated = new Map<string, string>();
  if (every === 'YEARLY') restated.set('BYMONTH', String(Number(start.slice(5, 7))));
  if ((every === 'YEARLY' || every === 'MONTHLY') && places.length === 0)
    restated.set('BYMONTHDAY', String(Number(start.slice(8))));
  return [...parts].some(([name, value]) => !read.has(name) && restated.get(name) !== value);
}

/**
 * Outlook writes the first Monday as `BYDAY=MO;BYSETPOS=1`, others as `BYDAY=1MO`; with several days the position is
 * counted among all of them, as for the last working day of a month. `undefined` for what is neither.
 *
 * @example placesOf('-1FR', undefined) // [{ days: [4], nth: -1 }]
 * @example placesOf('MO,TU,WE,TH,FR', '-1') // [{ days: [0, 1, 2, 3, 4], nth: -1 }]
 */
function placesOf(byDay: string | undefined, position: string | undefined): readonly Place[] | undefined {
  if (byDay === undefined) return position === undefined ? [] : undefined;
  const written = byDay.split(',');
  if (position !== undefined) {
    const days = written.map((name) => shortDays.indexOf(name));
    const positions = position.split(',');
    const isRead = !days.includes(-1) && positions.every((one) => /^[+-]?([1-9]|[12]\d|3[01])$/.test(one));
    return isRead ? positions.map((nth) => ({ days, nth: Number(nth) })) : undefined;
  }
  const places = written.flatMap((one) => {
    const [, nth, name = ''] = /^([+-]?[1-5])([A-Z]{2})$/.exec(one) ?? [];
    const day = shortDays.indexOf(name);
    return nth === undefined || day === -1 ? [] : [{ days: [day], nth: Number(nth) }];
  });
  return places.length === written.length ? places : undefined;
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

/** The same day, or the same places, of every n-th month or year; months without one are passed over, and not counted. */
function byMonths(start: string, rule: Rule, first: string, last: string): readonly string[] {
  const { every, interval, count, places } = rule;
  const step = every === 'YEARLY' ? 12 * interval : interval;
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const at = (round: number) => {
    const months = month(start) + round * step;
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  };
  const dates: string[] = [];
  const begin = Number.isFinite(count) ? 0 : Math.max(0, Math.floor((month(first) - month(start)) / step));
  // Where dates are counted, a thousand years of months are looked at and no more.
  for (let round = begin; `${at(round)}-01` <= last && round < begin + 12_000 && dates.length < count; round += 1) {
    const days =
      places.length > 0 ? daysAt(at(round), places) : [`${at(round)}-${start.slice(8)}`].filter(isCalendarDate);
    dates.push(...days.filter((day) => day >= start));
  }
  return dates.slice(0, count);
}

/**
 * @example daysAt('2026-10', [{ days: [4], nth: -1 }]) // ['2026-10-30']
 */
function daysAt(month: string, places: readonly Place[]): readonly string[] {
  const first = `${month}-01`;
  const before = daysBetween(mondayOf(first), first);
  const dates = places.flatMap(({ days, nth }) => {
    const all = Array.from({ length: 31 }, (_, after) => after)
      .filter((after) => days.includes((before + after) % 7))
      .map((after) => addDays(first, after))
      .filter((date) => date.startsWith(month));
    return all.at(nth > 0 ? nth - 1 : nth) ?? [];
  });
  return [...new Set(dates)].sort();
}
