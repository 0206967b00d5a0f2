import type { Stored } from '../record';
import type { Academy } from '../records/academy';
import type { Meeting } from '../records/meeting';
import type { Review } from '../records/review';
import type { Stage } from '../records/stage';
import { hasEvent, isCancelled, shortTime } from '../reviews/steps';
import { expectedAt } from './directed-time';
import { castOf } from './review-visits';
import { subjectOf } from './subject';

/** What people are asked to come to on a day, of a network or of a peer review, as a calendar shows it. */
export interface Gathering {
  readonly key: string;
  /** When it was last changed. */
  readonly at: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly name: string;
  readonly where: string;
  /** By Entra id. */
  readonly expected: ReadonlySet<string>;
  /** Of a peer review, of which a calendar says when, where and who leads, and nothing else. */
  readonly leads?: string;
  readonly says: readonly string[];
  readonly agreement?: string;
  readonly tentative: boolean;
}

type Academies = ReadonlyMap<string, Academy>;

export function gatheringOf({ key, at, record }: Stored<Meeting>, academies: Academies): Gathering {
  const { date, from, until, teams, host, place, purpose, bring, confidential, agreement, wanted } = record;
  return {
    key,
    at,
    date,
    from,
    until,
    name: subjectOf(record),
    where: teams === true ? 'Teams' : (academies.get(host ?? '')?.name ?? place),
    expected: expectedAt(record),
    says: [
      ...(confidential === true || purpose === undefined ? [] : [purpose]),
      ...(bring === undefined ? [] : [`Please bring: ${bring}`]),
    ],
    ...(agreement === undefined ? {} : { agreement }),
    tentative: wanted !== 'event',
  };
}

/** Visits, and the steps to which people come, of reviews that are not cancelled. */
export function gatheringsOfReviews(
  reviews: readonly Stored<Review>[],
  stages: readonly Stored<Stage>[],
  academies: Academies,
): readonly Gathering[] {
  const standing = reviews.filter(({ record }) => !isCancelled(record));
  const known = new Set(standing.map(({ key }) => key));
  const dated = stages.filter(
    ({ record }) => known.has(record.review) && record.state !== 'cancelled' && hasEvent(record.step),
  );
  return [
    ...standing.map((stored) => visit(stored, academies)),
    ...dated.map((stored) => stageGathering(stored, academies)),
  ];
}

function visit({ key, at, record }: Stored<Review>, academies: Academies): Gathering {
  return {
    key,
    at,
    date: record.visitOn,
    from: record.visitFrom,
    until: record.visitUntil,
    name: 'Peer review: visit',
    where: academies.get(record.host)?.name ?? '',
    expected: castOf(record),
    leads: record.lead.name,
    says: [],
    tentative: record.wanted !== 'event',
  };
}

function stageGathering({ key, at, record }: Stored<Stage>, academies: Academies): Gathering {
  return {
    key,
    at,
    date: record.on,
    from: record.from ?? shortTime.from,
    until: record.until ?? shortTime.until,
    name: `Peer review: ${record.step}`,
    where: academies.get(record.host)?.name ?? '',
    expected: new Set([record.owner, ...record.people].map(({ id }) => id)),
    leads: record.owner.name,
    says: [],
    // A step that is done has no event any more and was none the less held.
    tentative: record.state === 'open' && record.wanted !== 'event',
  };
}
