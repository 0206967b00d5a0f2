import type { Closure } from '../records/closure';
import type { SchoolYear } from '../records/school-year';
import { addDays } from '../time/calendar-date';
import type { MeetingProblem } from './problem';

type Closed = MeetingProblem['closed'][number];

/**
 * Spans between two dates, both included, in which some academies cannot meet: closed days, and whatever lies outside
 * the half-terms of a local authority or academy.
 */
export function closedBetween(
  from: string,
  until: string,
  closures: readonly Closure[],
  schoolYears: readonly SchoolYear[],
): Closed[] {
  const all = [...closures.map(toClosed), ...schoolYears.flatMap((year) => outsideHalfTerms(year, from, until))];
  return all.filter((span) => span.from <= until && from <= span.until);
}

function toClosed({ scope, from, until, label }: Closure): Closed {
  return { scope, from, until, label };
}

function outsideHalfTerms({ scope, halfTerms }: SchoolYear, from: string, until: string): readonly Closed[] {
  const sorted = [...halfTerms].sort((one, other) => (one.from < other.from ? -1 : 1));
  const gaps: Closed[] = [];
  let next = from;
  for (const term of sorted) {
    const before = addDays(term.from, -1);
    if (next <= before)
      gaps.push({ scope, from: next, until: before < until ? before : until, label: 'School holidays' });
    if (term.until >= next) next = addDays(term.until, 1);
  }
  if (next <= until) gaps.push({ scope, from: next, until, label: 'School holidays' });
  return gaps.filter((gap) => gap.from <= gap.until);
}
