import type { Stored } from '../record';
import type { Academy } from '../records/academy';
import type { Closure } from '../records/closure';
import type { Person } from '../records/person';
import type { Review } from '../records/review';
import type { SchoolYear } from '../records/school-year';
import type { Triad } from '../records/triad';
import { firstVisitDay } from '../reviews/schedule';
import { schoolCalendar } from '../reviews/school-calendar';
import type { MeetingProblem, VisitProblem } from './problem';

interface VisitFacts {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  readonly reviews: readonly Stored<Review>[];
  readonly triads: readonly Stored<Triad>[];
  readonly people: readonly Person[];
  readonly academies: readonly Pick<Academy, 'urn' | 'name' | 'localAuthority'>[];
  readonly schoolYears: readonly SchoolYear[];
  readonly closures: readonly Closure[];
}

/** When a visit is, as long as nobody has said otherwise. */
const visitHours = { from: '09:00', until: '15:00' };

/**
 * Visits of peer reviews as the planner takes them: those with a date stand on it; an academy of a triad that has no
 * review yet still wants a day on which the heads of its triad can come, their academies are open, and it has been
 * prepared.
 */
export function visitsOf(facts: VisitFacts): NonNullable<MeetingProblem['visits']> {
  const { from, until, reviews, triads, academies } = facts;
  const names = new Map(academies.map(({ urn, name }) => [urn, name]));
  const titleOf = (urn: string): string => `Peer review visit at ${names.get(urn) ?? urn}`;
  const dated = reviews
    .filter(({ record }) => from <= record.visitOn && record.visitOn <= until && isStill(record))
    .map(({ key, record }) => ({
      key,
      name: titleOf(record.host),
      host: record.host,
      people: addressesOf(castOf(record), facts.people),
      earliest: record.visitOn,
      latest: record.visitOn,
      from: record.visitFrom,
      until: record.visitUntil,
      on: record.visitOn,
    }));
  return [...dated, ...triads.flatMap((triad) => undated(triad, facts, titleOf))].filter(({ host }) => names.has(host));
}

function undated(
  { key, record }: Stored<Triad>,
  facts: VisitFacts,
  titleOf: (urn: string) => string,
): readonly VisitProblem[] {
  const { from, until, reviews, people } = facts;
  const startOn = record.startOn !== undefined && record.startOn > from ? record.startOn : from;
  const heads = people.filter(
    ({ active, academy, level }) => active && level === 'Principal' && record.academies.includes(academy ?? ''),
  );
  const reviewed = new Set(reviews.filter((one) => one.record.triad === key).map((one) => one.record.host));
  return record.academies
    .filter((urn) => !reviewed.has(urn))
    .flatMap((host): readonly VisitProblem[] => {
      const earliest = earliestVisit(host, startOn, facts);
      if (earliest > until) return [];
      return [
        {
          key: `${key}.${host}`,
          name: titleOf(host),
          host,
          open: record.academies.filter((urn) => urn !== host),
          people: heads.map(({ email }) => email.toLowerCase()),
          earliest,
          latest: until,
          ...visitHours,
        },
      ];
    });
}

/** As publishing the triad has it; the first day where the academy's calendar is not known. */
function earliestVisit(host: string, startOn: string, { year, academies, schoolYears, closures }: VisitFacts): string {
  const academy = academies.find(({ urn }) => urn === host);
  if (academy === undefined) return startOn;
  return firstVisitDay(schoolCalendar({ academy, years: [year], schoolYears, closures }), startOn) ?? startOn;
}

function isStill({ wanted, outlook }: Review): boolean {
  return wanted === 'event' || outlook === 'draft';
}

/** Who takes part in a visit, by Entra id. */
export function castOf({ hostHead, lead, reviewers, champion }: Review): ReadonlySet<string> {
  return new Set([hostHead, lead, ...reviewers, ...(champion === undefined ? [] : [champion])].map(({ id }) => id));
}

function addressesOf(ids: ReadonlySet<string>, people: readonly Person[]): string[] {
  return people.filter(({ who }) => ids.has(who.id)).map(({ email }) => email.toLowerCase());
}
