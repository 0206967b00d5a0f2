import { inLondon } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import { daysOfSchoolYear, schoolYearOf } from '../../shared/time/school-year';

/** The calendar date in London now. */
export function today(): string {
  return inLondon(new Date().toISOString()).date;
}

/** School years that work is done for: the present one and the next. */
export function schoolYears(date: string): readonly string[] {
  const year = schoolYearOf(date);
  return [year, schoolYearOf(addDays(daysOfSchoolYear(year).last, 1))];
}
