import { halfTermsOf, type Stretch } from '../../../shared/meetings/year-spans';
import type { SchoolYear } from '../../../shared/records/school-year';

/** What can be planned at once: the year, one of its half-terms, or what is left of the year from a day on. */
export interface YearPart extends Stretch {
  readonly key: string;
  /** From a day on that is chosen, with as few changes as can be. */
  readonly replan: boolean;
}

const wholeYear = 'year';
export const fromADay = 'from';

/** The parts of a year as its calendars have them; none where no calendar is kept. */
export function yearParts(calendars: readonly SchoolYear[], today: string): readonly YearPart[] {
  const halfTerms = halfTermsOf(calendars);
  const first = halfTerms[0]?.from;
  const last = halfTerms
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const year = { from: first, until: last, replan: false };
  return [
    { ...year, key: wholeYear, name: 'The whole year' },
    ...halfTerms.map((one) => ({ ...one, key: one.name, replan: false })),
    {
      key: fromADay,
      name: 'From a day on, with few changes',
      from: within(today, first, last),
      until: last,
      replan: true,
    },
  ];
}

function within(day: string, first: string, last: string): string {
  if (day < first) return first;
  return day > last ? last : day;
}
