import type { SchoolYear } from '../../../shared/records/school-year';

/** A half-term as the trust plans it: it may begin and end on other days in each local authority. */
export interface HalfTermChoice {
  readonly name: string;
  /** The first day in any of our local authorities, and the last. */
  readonly from: string;
  readonly until: string;
  readonly scopes: number;
}

/**
 * The half-terms of all calendars of a year, joined by name. The planner leaves out each academy's closed days itself,
 * so the widest span is the right one to ask for.
 */
export function halfTermChoices(calendars: readonly SchoolYear[]): readonly HalfTermChoice[] {
  const joined = new Map<string, HalfTermChoice>();
  for (const { name, from, until } of calendars.flatMap(({ halfTerms }) => halfTerms)) {
    const known = joined.get(name);
    joined.set(name, {
      name,
      from: known !== undefined && known.from < from ? known.from : from,
      until: known !== undefined && known.until > until ? known.until : until,
      scopes: (known?.scopes ?? 0) + 1,
    });
  }
  return [...joined.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The half-term to offer first: the next that has not begun, or else the last. */
export function nextHalfTerm(choices: readonly HalfTermChoice[], today: string): HalfTermChoice | undefined {
  return choices.find(({ from }) => from >= today) ?? choices.at(-1);
}
