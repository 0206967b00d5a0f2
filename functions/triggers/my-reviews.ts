import type { Caller } from '../../shared/caller';
import type { Stored } from '../../shared/record';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import { type OutputOf, requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { titleOfReview } from '../../shared/reviews/title';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { owedBy } from './owed-reviews';
import { academyNames } from './review-parts';

type Mine = OutputOf<typeof requests.myReviews>;

export const myReviews = trigger(requests.myReviews, {
  permit: 'everyone signed in',
  async act(_input, asked) {
    const { caller, records } = asked;
    const [names, all, stages] = await Promise.all([
      academyNames(asked),
      reviewsAround(asked),
      allOf(records.each(stage, { by: 'owner', is: caller.id })),
    ]);
    const titleOf = (record: Review) => titleOfReview(record, names);
    const mine = all.flatMap(({ key, record }) => {
      const part = partOf(caller, record);
      return part === undefined ? [] : [{ key, title: titleOf(record), on: record.visitOn, stage: record.stage, part }];
    });
    return ok({
      reviews: mine.sort((one, other) => (one.on < other.on ? -1 : 1)),
      owed: [...(await owedBy(all, stages, titleOf, asked))],
      workshops: [...workshopsOf(all, stages, titleOf, asked)],
    });
  },
});

/** Every review of last year, this year and the next. */
export async function reviewsAround({ records, clock }: Pick<Asked, 'records' | 'clock'>) {
  const lists = yearsAround(today(clock)).map((year) => allOf(records.each(review, { by: 'year', is: year })));
  return (await Promise.all(lists)).flat();
}

/** Impact reviews reach into the next year, and next year's visits are planned in this one. */
function yearsAround(day: string): readonly string[] {
  const shifted = [-1, 0, 1].map((years) => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`);
  return shifted.map(schoolYearOf);
}

function partOf(
  caller: Caller,
  { lead, reviewers, hostHead, host }: Review,
): Mine['reviews'][number]['part'] | undefined {
  if (lead.id === caller.id) return 'lead';
  if (reviewers.some(({ id }) => id === caller.id)) return 'reviewer';
  const heads = caller.academy === host && caller.roles.includes('Principal');
  return hostHead.id === caller.id || heads ? 'host' : undefined;
}

/** Workshops that the caller leads as Improvement Champion, past and to come, by day. */
function workshopsOf(
  reviews: readonly Stored<Review>[],
  stages: readonly Stored<Stage>[],
  titleOf: (record: Review) => string,
  { caller, clock }: Asked,
): Mine['workshops'] {
  const day = today(clock);
  return reviews
    .filter(({ record }) => record.champion?.id === caller.id)
    .flatMap(({ key, record }) => {
      const held = stages.find((one) => one.record.review === key && one.record.step === 'workshop')?.record;
      const on = held?.on ?? record.workshopOn;
      if (on === undefined || held?.state === 'cancelled') return [];
      const isPast = held?.state === 'done' || on < day;
      const times = held?.from === undefined || held.until === undefined ? {} : { from: held.from, until: held.until };
      return [{ key, title: titleOf(record), on, ...times, state: isPast ? ('past' as const) : ('to come' as const) }];
    })
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}
