import { daysAwayBetween } from '../meetings/closed-days';
import type { Closure } from '../records/closure';
import type { SchoolYear } from '../records/school-year';
import { addDays, eachDay, mondayOf, weekdayOf } from '../time/calendar-date';
import { daysOfSchoolYear, schoolYearOf } from '../time/school-year';

/** A span of days, both included. */
interface Days {
  readonly from: string;
  readonly until: string;
}

/** When one academy has pupils, as plain data. */
export interface SchoolCalendar {
  /** Holidays, INSET, bank holidays: no pupils. */
  readonly closed: readonly Days[];
  /** Pupils are there, and nobody should come: SATs week. */
  readonly keepClear: readonly Days[];
  /** School years whose dates nobody has imported yet: the usual holidays were taken. */
  readonly assumed: readonly string[];
}

interface CalendarFacts {
  readonly academy: { readonly urn: string; readonly localAuthority: string };
  readonly years: readonly string[];
  readonly schoolYears: readonly SchoolYear[];
  readonly closures: readonly Closure[];
}

/** An academy's own dates count before its local authority's, and those before the trust's. */
export function schoolCalendar({ academy, years, schoolYears, closures }: CalendarFacts): SchoolCalendar {
  const scopes = [academy.urn, academy.localAuthority, 'trust'];
  const assumed = years.filter((year) => !schoolYears.some((one) => one.year === year && scopes.includes(one.scope)));
  const away = years.flatMap((year) => {
    const { first, last } = daysOfSchoolYear(year);
    return daysAwayBetween(first, last, { academies: [academy], schoolYears, closures });
  });
  const own = away.filter(({ scope }) => scopes.includes(scope));
  return {
    closed: [...assumed.flatMap(usualHolidays), ...own.filter(({ what }) => what !== 'keep clear').map(toDays)],
    keepClear: own.filter(({ what }) => what === 'keep clear').map(toDays),
    assumed,
  };
}

function toDays({ from, until }: Days): Days {
  return { from, until };
}

/** Weeks in which no English school is known to be open; better than a date in August. */
function usualHolidays(year: string): readonly Days[] {
  const first = Number(year.slice(0, 4));
  const spans = [
    [`${first}-09-01`, `${first}-09-03`],
    [`${first}-10-24`, `${first}-11-01`],
    [`${first}-12-19`, `${first + 1}-01-04`],
    [`${first + 1}-02-12`, `${first + 1}-02-21`],
    [`${first + 1}-04-01`, `${first + 1}-04-17`],
    [`${first + 1}-05-27`, `${first + 1}-06-06`],
    [`${first + 1}-07-21`, `${first + 1}-08-31`],
  ] as const;
  return spans.map(([from, until]) => ({ from, until }));
}

function isIn(spans: readonly Days[], date: string): boolean {
  return spans.some(({ from, until }) => from <= date && date <= until);
}

export function isPupilDay({ closed }: SchoolCalendar, date: string): boolean {
  const day = weekdayOf(date);
  return day !== 'Saturday' && day !== 'Sunday' && !isIn(closed, date);
}

/** Pupils are there, and visitors may come. */
export function mayVisit(calendar: SchoolCalendar, date: string): boolean {
  return isPupilDay(calendar, date) && !isIn(calendar.keepClear, date);
}

/** Two years: whatever is looked for longer does not exist. */
const farthest = 730;

/** The first day from `date` on (or back, with -1) for which it holds. */
export function seekDay(date: string, holds: (day: string) => boolean, direction: 1 | -1 = 1): string | undefined {
  for (let count = 0; count <= farthest; count += 1) {
    const day = addDays(date, count * direction);
    if (holds(day)) return day;
  }
  return undefined;
}

/** So many pupil days before (negative) or after a date; the date itself does not count. */
export function pupilDaysFrom(calendar: SchoolCalendar, date: string, count: number): string | undefined {
  const direction = count < 0 ? -1 : 1;
  let day: string | undefined = date;
  for (let left = Math.abs(count); left > 0 && day !== undefined; left -= 1)
    day = seekDay(addDays(day, direction), (one) => isPupilDay(calendar, one), direction);
  return day;
}

/** A week in which there is a pupil day at least. */
export function isSchoolWeek(calendar: SchoolCalendar, monday: string): boolean {
  return eachDay(monday, addDays(monday, 4)).some((day) => isPupilDay(calendar, day));
}

/**
 * The Monday of the n-th school week after the week of `date`. Holidays do not count: six weeks after an early July are
 * not in August.
 */
export function schoolWeekAfter(calendar: SchoolCalendar, date: string, weeks: number): string | undefined {
  let monday = mondayOf(date);
  for (let left = weeks; left > 0; left -= 1) {
    const next = seekDay(addDays(monday, 7), (day) => mondayOf(day) === day && isSchoolWeek(calendar, day));
    if (next === undefined) return undefined;
    monday = next;
  }
  return monday;
}

/**
 * The last pupil day of the term that a date lies in, or of the next one in the holidays. A term ends at Christmas, at
 * the longest break that begins around Easter, and in summer; half-terms, two weeks in some places, are no term's end.
 */
export function lastDayOfTerm(calendar: SchoolCalendar, date: string): string | undefined {
  const first = Number(schoolYearOf(date).slice(0, 4));
  const ends = [first, first + 1].flatMap((year) => [
    lastBefore(calendar, `${year}-12-25`),
    lastBeforeEaster(calendar, year + 1),
    lastBefore(calendar, `${year + 1}-08-10`),
  ]);
  return ends.find((end) => end !== undefined && date <= end);
}

/** The last day of the term after the one that a date lies in. */
export function lastDayOfFollowingTerm(calendar: SchoolCalendar, date: string): string | undefined {
  const end = lastDayOfTerm(calendar, date);
  return end === undefined ? undefined : lastDayOfTerm(calendar, addDays(end, 1));
}

function lastBefore(calendar: SchoolCalendar, date: string): string | undefined {
  return seekDay(date, (day) => isPupilDay(calendar, day), -1);
}

function lastBeforeEaster(calendar: SchoolCalendar, year: number): string | undefined {
  let longest = { days: 0, last: undefined as string | undefined };
  let last: string | undefined;
  let days = 0;
  for (const day of eachDay(`${year}-03-15`, `${year}-05-05`)) {
    if (isPupilDay(calendar, day)) {
      if (days > longest.days && last !== undefined && last <= `${year}-04-25`) longest = { days, last };
      last = day;
      days = 0;
    } else days += 1;
  }
  return longest.last;
}
