import { halfTermsOf, type Stretch } from '../../../shared/meetings/year-spans';
import type { SchoolYear } from '../../../shared/records/school-year';
import { addDays } from '../../../shared/time/calendar-date';

/** What can be planned at once: the year, one of its half-terms, or what is left of the year from a day on. */
export interface YearPart extends Stretch {
  readonly key: string;
  /** From a day on that is chosen, with as few changes as can be. */
  readonly replan: boolean;
}

const wholeYear = 'year';
const fromADay = 'from';

/** The parts of a year as its calendars have them, from tomorrow on; none where no calendar is kept, or it is over. */
export function yearParts(calendars: readonly SchoolYear[], today: string): readonly YearPart[] {
  const tomorrow = addDays(today, 1);
  const left = halfTermsOf(calendars)
    .filter(({ until }) => until >= tomorrow)
    .map((one) => ({ ...one, key: one.name, from: later(one.from, tomorrow), replan: false }));
  const first = left[0]?.from;
  const last = left
    .map(({ until }) => until)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  const name = first === tomorrow ? 'The rest of the year' : 'The whole year';
  return [
    { key: wholeYear, name, from: first, until: last, replan: false },
    ...left,
    { key: fromADay, name: 'From a day on, with few changes', from: first, until: last, replan: true },
  ];
}

function later(one: string, other: string): string {
  if (one > other) return one;
  return other;
}
