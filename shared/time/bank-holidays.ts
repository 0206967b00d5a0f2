/** A day on which all of England and Wales is closed. */
export interface BankHoliday {
  readonly date: string;
  readonly name: string;
}

/** England and Wales, as GOV.UK publishes them. Later years are added by importing its bank-holidays.json. */
const builtIn: readonly (readonly [string, string])[] = [
  ['2025-08-25', 'Summer bank holiday'],
  ['2025-12-25', 'Christmas Day'],
  ['2025-12-26', 'Boxing Day'],
  ['2026-01-01', 'New Year’s Day'],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-04', 'Early May bank holiday'],
  ['2026-05-25', 'Spring bank holiday'],
  ['2026-08-31', 'Summer bank holiday'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-28', 'Boxing Day'],
  ['2027-01-01', 'New Year’s Day'],
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
  ['2027-05-03', 'Early May bank holiday'],
  ['2027-05-31', 'Spring bank holiday'],
  ['2027-08-30', 'Summer bank holiday'],
  ['2027-12-27', 'Christmas Day'],
  ['2027-12-28', 'Boxing Day'],
  ['2028-01-03', 'New Year’s Day'],
  ['2028-04-14', 'Good Friday'],
  ['2028-04-17', 'Easter Monday'],
  ['2028-05-01', 'Early May bank holiday'],
  ['2028-05-29', 'Spring bank holiday'],
  ['2028-08-28', 'Summer bank holiday'],
  ['2028-12-25', 'Christmas Day'],
  ['2028-12-26', 'Boxing Day'],
];

/** The last day about which the built-in list says anything. */
export const bankHolidaysKnownUntil = '2028-12-31';

/** The built-in bank holidays of a span, both ends included. */
export function bankHolidaysBetween(from: string, until: string): readonly BankHoliday[] {
  return builtIn.flatMap(([date, name]) => (from <= date && date <= until ? [{ date, name }] : []));
}
