import type { Closure } from '../../../shared/records/closure';
import type { SchoolYear } from '../../../shared/records/school-year';
import { addDays } from '../../../shared/time/calendar-date';
import { isWeekend, type SchoolCalendar } from './school-calendar';

export function isSchoolDay({ schoolYears, closures }: SchoolCalendar, scope: string, day: string): boolean {
  if (isWeekend(day)) return false;
  const open = schoolYears.some((year) => year.scope === scope && inHalfTerm(year, day));
  return open && !closures.some((closure) => isClosed(closure, scope, day));
}

function inHalfTerm({ halfTerms }: SchoolYear, day: string): boolean {
  return halfTerms.some(({ from, until }) => from <= day && day <= until);
}

function isClosed(closure: Closure, scope: string, day: string): boolean {
  const concerns = closure.scope === 'trust' || closure.scope === scope;
  return concerns && closure.what !== 'keep clear' && closure.from <= day && day <= closure.until;
}

/** The nearest school day on or after (or, going back, on or before) a date; the date itself in an endless holiday. */
export function schoolDayFrom(calendar: SchoolCalendar, scope: string, date: string, step: 1 | -1): string {
  for (let days = 0; days < 90; days += 1) {
    const day = addDays(date, step * days);
    if (isSchoolDay(calendar, scope, day)) return day;
  }
  return date;
}
