import type { Kind, Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { meeting } from '../../shared/records/meeting';
import type { OutlookState } from '../../shared/records/outlook-event';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import type { OutputOf, requests } from '../../shared/requests';
import { isInReview } from '../../shared/reviews/cycle';
import { titleOfReview } from '../../shared/reviews/title';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';
import { academyNames } from './review-parts';

type Item = OutputOf<typeof requests.waiting>['items'][number];

/**
 * What Outlook holds otherwise than here, for those who can settle it: the trust office, whoever leads a meeting, those
 * in a review, the owner of an action. What Outlook refused is for the trust office. Both are few at any time, so each
 * list is asked by its state.
 */
export async function exceptionsInOutlook(asked: Asked): Promise<readonly Item[]> {
  const day = today(asked.clock);
  const [changed, refused] = await Promise.all([
    inState('changed in Outlook', 'changed in Outlook', asked),
    asked.caller.roles.includes('TrustOffice') ? inState('failed', 'meeting failed', asked) : [],
  ]);
  return [...changed.filter(({ on }) => on === undefined || on >= day), ...refused];
}

async function inState(is: OutlookState, what: Item['what'], asked: Asked): Promise<readonly Item[]> {
  const { caller, records } = asked;
  const all = <R>(kind: Kind<R>): Promise<readonly Stored<R>[]> => allOf(records.each(kind, { by: 'outlook', is }));
  const [meetings, reviews, stages, actions] = await Promise.all([all(meeting), all(review), all(stage), all(action)]);
  return [
    ...meetings
      .filter(({ record }) => meeting.may('update', caller, record))
      .map(
        ({ key, record }): Item => ({
          what,
          kind: 'meeting',
          key,
          title: meeting.titleOf(record),
          on: record.date,
        }),
      ),
    ...(await inReviews(what, reviews, stages, asked)),
    ...actions
      .filter(({ record }) => action.may('update', caller, record))
      .map(
        ({ key, record }): Item => ({
          what,
          kind: 'action',
          key,
          title: action.titleOf(record),
          on: record.dueOn,
        }),
      ),
  ];
}

/** A visit and a stage are opened with their review. */
async function inReviews(
  what: Item['what'],
  reviews: readonly Stored<Review>[],
  stages: readonly Stored<Stage>[],
  asked: Asked,
): Promise<readonly Item[]> {
  if (reviews.length + stages.length === 0) return [];
  const keys = [...new Set(stages.map(({ record }) => record.review))];
  const [names, read] = await Promise.all([
    academyNames(asked),
    Promise.all(keys.map((key) => asked.records.get(review, key))),
  ]);
  const held = new Map(read.flatMap((one) => (one === undefined ? [] : [[one.key, one.record] as const])));
  const visits = reviews.map(({ key, record }) => ({ key, record, on: record.visitOn }));
  const others = stages.flatMap(({ record: { review: key, on, state } }) => {
    const record = held.get(key);
    return record === undefined || state !== 'open' ? [] : [{ key, record, on }];
  });
  return [...visits, ...others]
    .filter(({ record }) => isInReview(record, asked.caller))
    .map(({ key, record, on }) => ({ what, kind: 'review', key, title: titleOfReview(record, names), on }));
}
