import type { Network } from '../records/network';
import type { SchoolYear } from '../records/school-year';
import { daysBetween } from '../time/calendar-date';
import { daysOfSchoolYear } from '../time/school-year';

/** A named stretch of a school year, both days included. */
export interface Stretch {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/** A stretch in which a network has so many meetings. */
export interface Span extends Stretch {
  readonly times: number;
}

/**
 * The half-terms of all calendars of a year, joined by name over the widest span: the planner leaves out each
 * academy's closed days itself.
 */
export function halfTermsOf(calendars: readonly Pick<SchoolYear, 'halfTerms'>[]): readonly Stretch[] {
  return joined(calendars.flatMap(({ halfTerms }) => halfTerms));
}

/**
 * The terms of all calendars of a year: half-terms whose names differ by their number alone, or two by two where there
 * are six with other names.
 *
 * @example termsOf([{ halfTerms }]).map(({ name }) => name) // ['Autumn', 'Spring', 'Summer']
 */
export function termsOf(calendars: readonly Pick<SchoolYear, 'halfTerms'>[]): readonly Stretch[] {
  return joined(calendars.flatMap(({ halfTerms }) => ofOneCalendar(halfTerms)));
}

const inPairs = ['Autumn', 'Autumn', 'Spring', 'Spring', 'Summer', 'Summer'];

function ofOneCalendar(halfTerms: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...halfTerms].sort(byDate);
  const bare = sorted.map(({ name }) => name.replace(/\s*\d+$/, '').trim());
  const named = new Set(bare).size > 1 && new Set(bare).size < sorted.length;
  const six = sorted.length === inPairs.length;
  return sorted.map((one, index) => ({
    ...one,
    name: (named || !six ? bare[index] : inPairs[index]) || one.name,
  }));
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const known = new Map<string, Stretch>();
  for (const { name, from, until } of stretches) {
    const before = known.get(name);
    known.set(name, before === undefined ? { name, from, until } : widest(before, { name, from, until }));
  }
  return [...known.values()].sort(byDate);
}

function widest(one: Stretch, other: Stretch): Stretch {
  return {
    name: one.name,
    from: earlier(one.from, other.from),
    until: later(one.until, other.until),
  };
}

function earlier(one: string, other: string): string {
  if (one < other) return one;
  return other;
}

function later(one: string, other: string): string {
  if (one > other) return one;
  return other;
}

function byDate(one: Stretch, other: Stretch): number {
  return one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
}

interface Asked {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  readonly calendars: readonly Pick<SchoolYear, 'halfTerms'>[];
  /** Dates of this network's meetings that stand. */
  readonly standing: readonly string[];
}

/**
 * How many meetings a network wants between two dates, stretch by stretch: what its rhythm asks for, less what stands in
 * the same stretch before or after these dates; what stands between them the planner counts itself. Where the dates end
 * before the stretch does, the share of what is left that falls to them in whole meetings, one at least. A stretch that
 * is under way without a meeting is not caught up with: it gets the share of what remains of it.
 */
export function spansOf(rule: Pick<Network, 'rhythm' | 'times'>, asked: Asked): readonly Span[] {
  return stretchesOf(rule.rhythm, asked).flatMap((stretch) => {
    const from = later(stretch.from, asked.from);
    const until = earlier(stretch.until, asked.until);
    if (from > until) return [];
    const stand = asked.standing.filter((date) => stretch.from <= date && date <= stretch.until);
    const before = stand.filter((date) => date < from).length;
    const after = stand.filter((date) => until < date).length;
    const hasBegun = before > 0 || from === stretch.from;
    const rest = daysBetween(hasBegun ? from : stretch.from, stretch.until) + 1;
    const share = (rule.times - before) * ((daysBetween(from, until) + 1) / rest);
    const times = Math.min(rule.times - before - after, Math.max(1, Math.round(share)));
    return times > 0 ? [{ name: stretch.name, from, until, times }] : [];
  });
}

function stretchesOf(rhythm: Network['rhythm'], { year, from, until, calendars }: Asked): readonly Stretch[] {
  const known = halfTermsOf(calendars);
  const first = known[0];
  const last = known.at(-1);
  // Where no calendar is kept, what was asked for is the only stretch there is.
  if (first === undefined || last === undefined)
    return [rhythm === 'every year' ? wholeYear(year) : { name: 'The time that is planned', from, until }];
  if (rhythm === 'every half-term') return known;
  if (rhythm === 'every term') return termsOf(calendars);
  return [{ name: 'The year', from: first.from, until: last.until }];
}

function wholeYear(year: string): Stretch {
  const { first, last } = daysOfSchoolYear(year);
  return { name: 'The year', from: first, until: last };
}
