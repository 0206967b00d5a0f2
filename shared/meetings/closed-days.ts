import type { Academy } from '../records/academy';
import type { Closure } from '../records/closure';
import type { SchoolYear } from '../records/school-year';
import { bankHolidaysBetween } from '../time/bank-holidays';
import { addDays } from '../time/calendar-date';
import { daysOfSchoolYear } from '../time/school-year';
import type { MeetingProblem } from './problem';

type Closed = MeetingProblem['closed'][number];
type Place = Pick<Academy, 'urn' | 'localAuthority'>;

/** Days on which somebody is not at school, or not to be disturbed. */
export interface DaysAway extends Closed {
  readonly what: Closure['what'];
}

export interface CalendarRecords {
  readonly academies: readonly Place[];
  readonly closures: readonly Closure[];
  readonly schoolYears: readonly SchoolYear[];
}

/** Spans between two dates, both included, in which some academies cannot meet, as the planner takes them. */
export function closedBetween(from: string, until: string, records: CalendarRecords): Closed[] {
  return daysAwayBetween(from, until, records).map((span) => ({
    scope: span.scope,
    from: span.from,
    until: span.until,
    label: span.label,
  }));
}

/**
 * Bank holidays, closed days, and whatever lies outside the half-terms. An academy's own dates count before its local
 * authority's, and those before the trust's; where that parts the academies of an authority, each is named by its URN.
 */
export function daysAwayBetween(from: string, until: string, records: CalendarRecords): DaysAway[] {
  const { academies, closures, schoolYears } = records;
  const all = [
    ...bankHolidaysNotIn(closures, from, until),
    ...closures.flatMap((one) =>
      followersOf(one.scope, one.year, isOfSchools(one) ? records : { academies, schoolYears: [] }).map((scope) =>
        toDaysAway(one, scope),
      ),
    ),
    ...schoolYears.flatMap((one) =>
      followersOf(one.scope, one.year, records).flatMap((scope) => outsideHalfTerms(one, scope, from, until)),
    ),
  ];
  return all.filter((span) => span.from <= until && from <= span.until);
}

/** What a school calendar says, other than what the whole trust decides. */
function isOfSchools({ what }: Closure): boolean {
  return what === 'holiday' || what === 'INSET' || what === 'closed day';
}

function toDaysAway({ from, until, label, what }: Closure, scope: string): DaysAway {
  return { scope, from, until, label, what };
}

function bankHolidaysNotIn(closures: readonly Closure[], from: string, until: string): readonly DaysAway[] {
  const known = new Set(
    closures.filter(({ scope, what }) => scope === 'trust' && what === 'bank holiday').map((one) => one.from),
  );
  return bankHolidaysBetween(from, until)
    .filter(({ date }) => !known.has(date))
    .map(({ date, name }) => ({ scope: 'trust', from: date, until: date, label: name, what: 'bank holiday' }));
}

/** Whom dates of this scope hold for: the scope itself, or those of its academies that have none of their own. */
function followersOf(
  scope: string,
  year: string,
  { academies, schoolYears }: Pick<CalendarRecords, 'academies' | 'schoolYears'>,
): readonly string[] {
  const wanted = scope.toLowerCase();
  const concerned = academies.filter((one) => scopesOf(one).includes(wanted));
  const dated = new Set(schoolYears.filter((one) => one.year === year).map((one) => one.scope.toLowerCase()));
  const nearer = (one: Place) => {
    const scopes = scopesOf(one);
    return scopes.slice(0, scopes.indexOf(wanted)).some((each) => dated.has(each));
  };
  const followers = concerned.filter((one) => !nearer(one));
  return followers.length === concerned.length ? [scope] : followers.map(({ urn }) => urn);
}

/** From the nearest to the farthest. */
function scopesOf({ urn, localAuthority }: Place): readonly string[] {
  return [urn, localAuthority.toLowerCase(), 'trust'];
}

function outsideHalfTerms(
  { year, halfTerms }: SchoolYear,
  scope: string,
  from: string,
  until: string,
): readonly DaysAway[] {
  const { first, last } = daysOfSchoolYear(year);
  const [start, end] = [from > first ? from : first, until < last ? until : last];
  const sorted = [...halfTerms].sort((one, other) => (one.from < other.from ? -1 : 1));
  const gaps: { readonly from: string; readonly until: string }[] = [];
  let next = start;
  for (const term of sorted) {
    gaps.push({ from: next, until: addDays(term.from, -1) });
    if (term.until >= next) next = addDays(term.until, 1);
  }
  gaps.push({ from: next, until: end });
  return gaps
    .map((gap) => (gap.until > end ? { ...gap, until: end } : gap))
    .filter((gap) => gap.from <= gap.until)
    .map((gap) => ({ scope, ...gap, label: 'School holidays', what: 'holiday' }));
}
