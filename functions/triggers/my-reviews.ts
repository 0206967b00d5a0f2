import type { Caller } from '../../shared/caller';
import { type Review, review } from '../../shared/records/review';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { titleOfReview } from '../../shared/reviews/title';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { academyNames } from './review-parts';

export const myReviews = trigger(requests.myReviews, {
  permit: 'everyone signed in',
  async act(_input, asked) {
    const { caller } = asked;
    const [names, all] = await Promise.all([academyNames(asked), reviewsAround(asked)]);
    const mine = all.flatMap(({ key, record }) => {
      const part = partOf(caller, record);
      const title = titleOfReview(record, names);
      return part === undefined ? [] : [{ key, title, on: record.visitOn, stage: record.stage, part }];
    });
    return ok({ reviews: mine.sort((one, other) => (one.on < other.on ? -1 : 1)) });
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

function partOf(caller: Caller, { lead, reviewers, hostHead, host }: Review): 'host' | 'lead' | 'reviewer' | undefined {
  if (lead.id === caller.id) return 'lead';
  if (reviewers.some(({ id }) => id === caller.id)) return 'reviewer';
  const heads = caller.academy === host && caller.roles.includes('Principal');
  return hostHead.id === caller.id || heads ? 'host' : undefined;
}
