import type { Closure } from '../../../shared/records/closure';
import type { SchoolYear } from '../../../shared/records/school-year';
import { addDays, eachDay, mondayOf, weekdayOf } from '../../../shared/time/calendar-date';

export interface HalfTerm {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/** Easter Sunday in the Gregorian calendar (the method of Meeus). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return isoDate(year, Math.floor(days / 31), (days % 31) + 1);
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last Monday on or before a date. */
function mondayBy(year: number, month: number, day: number): string {
  return mondayOf(isoDate(year, month, day));
}

/** The school year by its first calendar year. The second authority breaks up earlier in autumn, for two weeks. */
export function halfTermsOf(first: number, authority: 'first' | 'second'): readonly HalfTerm[] {
  const early = authority === 'second';
  const second = first + 1;
  const starts = firstSchoolDay(isoDate(first, 9, early ? 2 : 1));
  const autumnBreak = early ? addDays(mondayBy(first, 10, 31), -7) : mondayBy(first, 10, 31);
  const christmas = mondayBy(first, 12, early ? 20 : 24);
  const springStarts = addDays(mondayBy(second, 1, 7), early ? 0 : 1);
  const winterBreak = mondayBy(second, 2, early ? 14 : 21);
  const easterBreak = addDays(easterSunday(second), early ? -13 : -6);
  const afterEaster = addDays(easterBreak, 15);
  const mayBreak = mondayBy(second, 5, 31);
  return [
    { name: 'Autumn 1', from: starts, until: addDays(autumnBreak, -3) },
    { name: 'Autumn 2', from: addDays(autumnBreak, early ? 14 : 7), until: addDays(christmas, early ? 4 : -3) },
    { name: 'Spring 1', from: springStarts, until: addDays(winterBreak, -3) },
    { name: 'Spring 2', from: addDays(winterBreak, 7), until: addDays(easterBreak, -3) },
    { name: 'Summer 1', from: afterEaster, until: addDays(mayBreak, -3) },
    { name: 'Summer 2', from: addDays(mayBreak, 7), until: addDays(mondayBy(second, 7, 25), early ? 4 : 2) },
  ];
}

function firstSchoolDay(from: string): string {
  return eachDay(from, addDays(from, 6)).find((day) => !isWeekend(day)) ?? from;
}

export function isWeekend(day: string): boolean {
  return ['Saturday', 'Sunday'].includes(weekdayOf(day));
}

function bankHolidays(second: number): readonly (readonly [string, string])[] {
  const easter = easterSunday(second);
  return [
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [mondayBy(second, 5, 7), 'Early May bank holiday'],
    [mondayBy(second, 5, 31), 'Spring bank holiday'],
  ];
}

/** Holidays are what lies between two half-terms. */
function holidaysOf(year: string, scope: string, halfTerms: readonly HalfTerm[]): readonly Closure[] {
  const names = ['Autumn half-term', 'Christmas holidays', 'February half-term', 'Easter holidays', 'May half-term'];
  return names.flatMap((label, index) => {
    const before = halfTerms[index];
    const after = halfTerms[index + 1];
    if (before === undefined || after === undefined) return [];
    return [
      { year, scope, from: addDays(before.until, 1), until: addDays(after.from, -1), what: 'holiday' as const, label },
    ];
  });
}

export interface SchoolCalendar {
  readonly year: string;
  readonly schoolYears: readonly SchoolYear[];
  readonly closures: readonly Closure[];
}

/** School years, holidays, bank holidays, INSET and weeks to keep clear, for one or more local authorities. */
export function schoolCalendarOf(first: number, authorities: readonly string[]): SchoolCalendar {
  const year = `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  const years = authorities.map((scope, index) => ({
    year,
    scope,
    halfTerms: halfTermsOf(first, index % 2 === 0 ? 'first' : 'second'),
  }));
  const single = (scope: string, day: string, what: Closure['what'], label: string): Closure => ({
    year,
    scope,
    from: day,
    until: day,
    what,
    label,
  });
  const sats = mondayBy(first + 1, 5, 16);
  return {
    year,
    schoolYears: years,
    closures: [
      ...bankHolidays(first + 1).map(([day, label]) => single('trust', day, 'bank holiday', label)),
      ...years.flatMap(({ scope, halfTerms }) => holidaysOf(year, scope, halfTerms)),
      ...years.flatMap(({ scope, halfTerms }) =>
        insetOf(halfTerms).map((day) => single(scope, day, 'INSET', 'INSET day')),
      ),
      { year, scope: 'trust', from: sats, until: addDays(sats, 3), what: 'keep clear', label: 'Key Stage 2 tests' },
    ],
  };
}

/** The first day of the year, the first of spring, and the last of summer. */
function insetOf(halfTerms: readonly HalfTerm[]): readonly string[] {
  return [halfTerms[0]?.from, halfTerms[2]?.from, halfTerms[5]?.until].filter(
    (day): day is string => day !== undefined,
  );
}
