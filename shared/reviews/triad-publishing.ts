import type { PersonReference } from '../field';
import { notPublished } from '../records/outlook-event';
import type { Review } from '../records/review';
import { type DatedStep, datedSteps, type Stage } from '../records/stage';
import type { Triad } from '../records/triad';
import type { DatedStage, ReviewDates } from './schedule';
import { hasEvent } from './steps';

/** Keys follow from what they name, so that publishing again finds what is there. */
export function triadKey({ year, round, academies }: Pick<Triad, 'year' | 'round' | 'academies'>): string {
  return `triad-${year.replace('/', '-')}.${round}.${[...academies].sort().join('.')}`;
}

export function reviewKey({ year, round }: Pick<Triad, 'year' | 'round'>, host: string): string {
  return `review-${year.replace('/', '-')}.${round}.${host}`;
}

/**
 * @example stageKey('review-7', 'first follow-up') // 'review-7.first-follow-up'
 */
export function stageKey(review: string, step: DatedStep): string {
  return `${review}.${step.replaceAll(' ', '-')}`;
}

/** Who does what in the review of one host. */
export interface Cast {
  readonly hostHead: PersonReference;
  /** The head of the academy that is host next: everybody leads once. */
  readonly lead: PersonReference;
  readonly reviewers: readonly PersonReference[];
  readonly champion: PersonReference | undefined;
}

/** `heads` in the order in which their academies are hosts. */
export function castOf(
  heads: readonly PersonReference[],
  host: number,
  champion: PersonReference | undefined,
): Cast | undefined {
  const hostHead = heads[host];
  const lead = heads[(host + 1) % heads.length];
  if (hostHead === undefined || lead === undefined) return undefined;
  return { hostHead, lead, reviewers: heads.filter((_, index) => index !== host), champion };
}

interface ToPublish {
  readonly triad: Triad;
  readonly triadKey: string;
  readonly dates: ReviewDates;
  readonly cast: Cast;
}

/** A review as it begins; its event is asked for. */
export function reviewOf({ triad, triadKey: key, dates, cast }: ToPublish): Review | undefined {
  const visit = dates.stages.find(({ step }) => step === 'visit');
  if (visit?.from === undefined || visit.until === undefined) return undefined;
  const { champion, ...people } = cast;
  return {
    year: triad.year,
    triad: key,
    host: dates.host,
    ...people,
    ...(champion === undefined ? {} : { champion }),
    stage: 'planned',
    visitOn: visit.on,
    visitFrom: visit.from,
    visitUntil: visit.until,
    sharing: 'none',
    ...notPublished,
    wanted: 'event',
    outlook: 'waiting',
  };
}

/** Its dated steps, each with its owner and those who take part. */
export function stagesOf(
  { triad, dates, cast }: ToPublish,
  review: string,
): readonly { readonly key: string; readonly record: Stage }[] {
  return datedSteps.flatMap((step) => {
    const dated = dates.stages.find((one) => one.step === step);
    return dated === undefined
      ? []
      : [{ key: stageKey(review, step), record: stageOf(triad, dates, cast, { ...dated, step }, review) }];
  });
}

function stageOf(
  triad: Triad,
  { host }: ReviewDates,
  cast: Cast,
  { step, on, from, until }: DatedStage & { readonly step: DatedStep },
  review: string,
): Stage {
  return {
    year: triad.year,
    review,
    host,
    step,
    owner: ownerOf(step, cast),
    people: peopleOf(step, cast),
    ...(triad.lead === undefined ? {} : { lead: triad.lead }),
    on,
    ...(from === undefined || until === undefined ? {} : { from, until }),
    state: 'open',
    ...notPublished,
    ...(hasEvent(step) ? { wanted: 'event' as const, outlook: 'waiting' as const } : {}),
  };
}

/** The host owns the review; the lead reviewer gives feedback, the champion leads the workshop. */
export function ownerOf(step: DatedStep, { hostHead, lead, champion }: Cast): PersonReference {
  if (step === 'feedback') return lead;
  return step === 'workshop' ? (champion ?? hostHead) : hostHead;
}

/** Who is at it, or must know. */
export function peopleOf(step: DatedStep, { hostHead, lead, reviewers, champion }: Cast): readonly PersonReference[] {
  const visitors = [lead, ...reviewers.filter(({ id }) => id !== lead.id)];
  if (step === 'workshop') return [hostHead, ...(champion === undefined ? [] : [champion])];
  return [hostHead, ...visitors];
}
