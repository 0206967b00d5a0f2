import { type CalendarRecords, daysAwayBetween } from '../../meetings/closed-days';
import type { SchoolYear } from '../../records/school-year';
import { bankHolidaysKnownUntil } from '../../time/bank-holidays';
import { britishDate, britishSpan } from '../../time/british-date';
import { addDays, weekdayOf } from '../../time/calendar-date';
import { daysOfSchoolYear } from '../../time/school-year';
import type { CalendarEntry } from './entry';
import { schoolDays } from './half-terms';

/** What the law and the usual contract of teachers come to: 190 days with pupils and five without. */
const pupilDays = 190;
const teacherDays = 195;
/** With fewer days for pupils a whole year can hardly be meant. */
const fewestPupilDays = 150;
const mostWeeksWithoutBreak = 9;

/** Whose days are counted: one academy, or any that follows its authority. */
export interface Counted {
  readonly urn: string;
  readonly localAuthority: string;
}

/** Days with pupils, and INSET days, as everything that is known closes them. */
export function daysOf(
  place: Counted,
  year: string,
  records: Omit<CalendarRecords, 'academies'>,
): { readonly pupils: number; readonly inset: number } {
  const { first, last } = daysOfSchoolYear(year);
  const away = daysAwayBetween(first, last, { ...records, academies: [place] }).filter(
    ({ scope, what }) =>
      what !== 'keep clear' && ['trust', place.urn, place.localAuthority.toLowerCase()].includes(scope.toLowerCase()),
  );
  let [pupils, inset] = [0, 0];
  for (const day of schoolDays(first, last)) {
    const closings = away.filter(({ from, until }) => from <= day && day <= until);
    if (closings.length === 0) pupils += 1;
    // An INSET day may lie before the term that the calendar tells.
    else if (closings.some(({ what }) => what === 'INSET') && !closings.some(({ what }) => what === 'bank holiday'))
      inset += 1;
  }
  return { pupils, inset };
}

/** What is unusual about the number of days. */
export function warningsOfDays({ pupils, inset }: ReturnType<typeof daysOf>): readonly string[] {
  const days = pupils + inset;
  if (days === teacherDays && inset < teacherDays - pupilDays)
    return [
      `The year has ${days} days, of which ${inset === 0 ? 'none is' : `only ${inset} ${inset === 1 ? 'is' : 'are'}`} marked as INSET. Usually 190 are for pupils and five are INSET: add the INSET days.`,
    ];
  return pupils === pupilDays && days === teacherDays
    ? []
    : [
        `The year has ${pupils} days for pupils and ${inset} INSET ${inset === 1 ? 'day' : 'days'}; usual are 190 and five. Look for a holiday, an INSET day or a last day that is missing or wrong.`,
      ];
}

/** Whether so few days are left for pupils that a file was misread rather than a year cut short. */
export function isFarOff({ pupils }: ReturnType<typeof daysOf>): boolean {
  return pupils < fewestPupilDays;
}

/** What is unusual about the half-terms. */
export function warningsOfHalfTerms({ halfTerms }: Pick<SchoolYear, 'halfTerms'>): readonly string[] {
  const count = halfTerms.length === 6 ? [] : [`The calendar tells ${halfTerms.length} half-terms; usual are six.`];
  const pairs = halfTerms.flatMap((one, at) => {
    const next = halfTerms[at + 1];
    return next === undefined ? [] : [{ one, next }];
  });
  const overlapping = pairs
    .filter(({ one, next }) => next.from <= one.until)
    .map(({ one, next }) => `${one.name} and ${next.name} overlap. Correct their first and last days.`);
  const gaps = pairs
    .filter(({ one, next }) => schoolDays(addDays(one.until, 1), addDays(next.from, -1)).length > 15)
    .map(
      ({ one, next }) =>
        `Between ${one.name} and ${next.name} are more than three weeks without school. Is a half-term missing?`,
    );
  const long = halfTerms
    .filter(({ from, until }) => schoolDays(from, until).length > mostWeeksWithoutBreak * 5)
    .map(({ name, from, until }) => `${name} lasts ${britishSpan(from, until)} without a break. Is a holiday missing?`);
  return [...count, ...overlapping, ...gaps, ...long];
}

/** What is unusual about single lines. */
export function warningsOfEntries(entries: readonly CalendarEntry[], year: string): readonly string[] {
  const { first, last } = daysOfSchoolYear(year);
  const kept = entries.filter(({ what }) => what !== 'leave out');
  const beyond = kept
    .filter(({ from, until }) => from < first || until > last)
    .map(({ line, label }) => `Line ${line}, ${label}, reaches beyond the school year ${year}.`);
  const weekends = kept
    .filter(({ what, from, until }) => what === 'INSET' && schoolDays(from, until).length === 0)
    .map(({ line, from }) => `Line ${line}: an INSET day on ${weekdayOf(from)} ${britishDate(from)}, a weekend.`);
  const holidays = kept.filter(({ what }) => what === 'holiday');
  const within = kept
    .filter((one) => one.what === 'INSET' && holidays.some(({ from, until }) => from <= one.from && one.until <= until))
    .map(({ line, from }) => `Line ${line}: the INSET day of ${britishDate(from)} lies in a holiday of this calendar.`);
  return [...beyond, ...weekends, ...within];
}

/** Beyond the years that GOV.UK has published, bank holidays must be imported. */
export function warningsOfBankHolidays(
  year: string,
  { closures }: Pick<CalendarRecords, 'closures'>,
): readonly string[] {
  const { last } = daysOfSchoolYear(year);
  const isKnown =
    last <= bankHolidaysKnownUntil ||
    closures.some((one) => one.what === 'bank holiday' && one.year === year && one.from > bankHolidaysKnownUntil);
  return isKnown
    ? []
    : [
        `Bank holidays are built in until ${britishDate(bankHolidaysKnownUntil)}. Import bank-holidays.json of GOV.UK for later ones.`,
      ];
}
