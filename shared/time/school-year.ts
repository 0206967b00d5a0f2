import type { Interval } from './interval';

/**
 * The school year that a date lies in: 1 September to 31 August.
 *
 * @example schoolYearOf('2026-11-23') // '2026/27'
 */
export function schoolYearOf(date: string): string {
  const year = Number(date.slice(0, 4));
  const first = date.slice(5, 7) >= '09' ? year : year - 1;
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}

/**
 * @example isSchoolYear('2026/28') // false
 */
export function isSchoolYear(value: string): boolean {
  if (!/^\d{4}\/\d{2}$/.test(value)) return false;
  return value === schoolYearOf(`${value.slice(0, 4)}-09-01`);
}

/**
 * First and last day of a school year, both included.
 *
 * @example daysOfSchoolYear('2026/27') // { first: '2026-09-01', last: '2027-08-31' }
 */
export function daysOfSchoolYear(year: string): { readonly first: string; readonly last: string } {
  if (!isSchoolYear(year)) throw new RangeError(`Not a school year: ${year}`);
  const first = Number(year.slice(0, 4));
  return { first: `${first}-09-01`, last: `${first + 1}-08-31` };
}

/**
 * The term of a school year that a month belongs to: a third of the year for keeping records in, whatever the local
 * authorities call it.
 *
 * @example termOf('2026-11-23') // '2026/27 autumn'
 */
export function termOf(date: string): string {
  const month = date.slice(5, 7);
  const term = month >= '09' ? 'autumn' : month <= '03' ? 'spring' : 'summer';
  return `${schoolYearOf(date)} ${term}`;
}

/**
 * @example termsUntil('2026/27', '2027-01-05') // ['2026/27 autumn', '2026/27 spring']
 */
export function termsUntil(year: string, day: string): readonly string[] {
  const second = Number(year.slice(0, 4)) + 1;
  const starts = [daysOfSchoolYear(year).first, `${second}-01-01`, `${second}-04-01`];
  return starts.filter((start) => start <= day).map(termOf);
}

/** A named half-term with its first and last day, both included. */
export type HalfTerm = Interval & { readonly name: string };

/** The half-term that a date lies in; none in the holidays. */
export function halfTermAt(halfTerms: readonly HalfTerm[], date: string): HalfTerm | undefined {
  return halfTerms.find(({ from, until }) => from <= date && date <= until);
}

/** The half-term that a date lies in, or the next one. */
export function halfTermFrom(halfTerms: readonly HalfTerm[], date: string): HalfTerm | undefined {
  const open = halfTerms.filter(({ until }) => date <= until);
  return [...open].sort((one, other) => (one.from < other.from ? -1 : 1))[0];
}
