import type { TriadProblem } from '../../../shared/triads/problem';

/**
 * The school year that so many years follow.
 *
 * @example schoolYearAfter('2026/27', 1) // '2027/28'
 */
export function schoolYearAfter(year: string, years: number): string {
  const first = Number(year.slice(0, 4)) + years;
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}

/** A round a school year: this one where nothing was done yet, else the next. */
export function yearOfRound({ history }: Pick<TriadProblem, 'history'>, at: number, yearNow: string): string {
  return schoolYearAfter(yearNow, at + (history.length === 0 ? 0 : 1));
}
