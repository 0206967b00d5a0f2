import type { SchoolYear } from '../../records/school-year';
import { addDays, eachDay, weekdayOf } from '../../time/calendar-date';
import { daysOfSchoolYear } from '../../time/school-year';
import type { CalendarEntry } from './entry';

type HalfTerm = SchoolYear['halfTerms'][number];
interface Span {
  readonly from: string;
  readonly until: string;
}

/** Fewer free days in a row are a long weekend; no half-term ends with them. */
const fewestFreeDays = 3;
const mostHalfTerms = 7;

/**
 * The half-terms that a calendar tells: its terms, or what lies between first and last days, or between the holidays;
 * parted by the holidays. None where it tells nothing of the kind, as a list of INSET days does.
 */
export function halfTermsOf(entries: readonly CalendarEntry[], year: string): readonly HalfTerm[] {
  const sorted = [...entries].sort((one, other) => (one.from < other.from ? -1 : 1));
  const { first, last } = daysOfSchoolYear(year);
  const isBreak = (one: Span) => schoolDaysIn(one) >= fewestFreeDays || one.from <= first || one.until >= last;
  const breaks = sorted.filter((one) => one.what === 'holiday' && isBreak(one));
  const terms = sorted.filter(({ what }) => what === 'term');
  const marked = betweenMarks(sorted);
  if (terms.length === 0 && marked.length === 0 && breaks.length < 4) return [];
  const whole = terms.length > 0 ? terms : marked.length > 0 ? marked : [{ from: first, until: last }];
  const parts = whole.flatMap((one) => without(one, breaks)).flatMap(withoutWeekends);
  return named(distinct(parts), Number(year.slice(0, 4))).slice(0, mostHalfTerms);
}

function betweenMarks(sorted: readonly CalendarEntry[]): readonly Span[] {
  const spans: Span[] = [];
  let from: string | undefined;
  for (const one of sorted) {
    if (one.what === 'first day') from ??= one.from;
    if (one.what !== 'last day' || from === undefined) continue;
    spans.push({ from, until: one.until });
    from = undefined;
  }
  return spans;
}

function without(span: Span, breaks: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  let { from } = span;
  for (const one of breaks) {
    if (one.until < from || one.from > span.until) continue;
    parts.push({ from, until: addDays(one.from, -1) });
    from = addDays(one.until, 1);
  }
  return [...parts, { from, until: span.until }].filter((part) => part.from <= part.until);
}

function withoutWeekends({ from, until }: Span): readonly Span[] {
  const days = schoolDays(from, until);
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? [] : [{ from: first, until: last }];
}

/** A file may list a term and its halves: what lies within another and is not all of it takes its place. */
function distinct(spans: readonly Span[]): readonly Span[] {
  const unlike = spans.filter(
    (one, at) => !spans.some((other, before) => before < at && other.from === one.from && other.until === one.until),
  );
  return unlike.filter(
    (one) => !unlike.some((other) => other !== one && one.from <= other.from && other.until <= one.until),
  );
}

/** Autumn 1, Autumn 2, Spring 1 …: autumn ends at Christmas, spring with the longest break around Easter. */
function named(spans: readonly Span[], firstYear: number): readonly HalfTerm[] {
  const autumn = spans.filter(({ from }) => from < `${firstYear}-12-25`);
  const rest = spans.filter(({ from }) => from >= `${firstYear}-12-25`);
  const spring = rest.slice(0, endOfSpring(rest, firstYear + 1));
  const summer = rest.slice(spring.length);
  return [...numbered('Autumn', autumn), ...numbered('Spring', spring), ...numbered('Summer', summer)];
}

function endOfSpring(spans: readonly Span[], year: number): number {
  let end = spans.filter(({ until }) => until < `${year}-04-20`).length;
  let longest = 0;
  for (const [at, { until }] of spans.entries()) {
    const next = spans[at + 1];
    if (next === undefined || until < `${year}-03-10` || until > `${year}-04-25`) continue;
    const days = schoolDays(until, next.from).length;
    if (days > longest) [longest, end] = [days, at + 1];
  }
  return end;
}

function numbered(name: string, spans: readonly Span[]): readonly HalfTerm[] {
  return spans.map((span, at) => ({ name: spans.length === 1 ? name : `${name} ${at + 1}`, ...span }));
}

export function schoolDays(from: string, until: string): readonly string[] {
  return eachDay(from, until).filter((day) => !weekdayOf(day).startsWith('S'));
}

function schoolDaysIn({ from, until }: Span): number {
  return schoolDays(from, until).length;
}
