import { toldOfReview } from '../../shared/meetings/mails-of-change';
import type { Stored } from '../../shared/record';
import { notPublished } from '../../shared/records/outlook-event';
import type { Review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { ok, type Result, refuse } from '../../shared/result';
import { checkStage, isBefore } from '../../shared/reviews/stage';
import { ownerOf, peopleOf } from '../../shared/reviews/triad-publishing';
import { same } from '../../shared/same';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { followReview } from './follow-review';
import { wrongField } from './keys';
import { rules } from './kind-rules';
import { followWhen, hintAt } from './outlook';
import { checkNotOneself, checkPeople } from './review-people';

/** Who takes part decides who may read the findings: the trust office alone changes it. */
const fixed = ['host', 'hostHead', 'lead', 'reviewers', 'triad'] as const;

export const reviewRules = rules<Review>({
  start: async () => ok(notPublished),
  check: async (before, after, _key, asked) =>
    before === undefined ? checkNew(after, asked) : checkChange(before.record, after, asked),
  written,
});

async function checkNew(review: Review, asked: Asked): Promise<Result<Review>> {
  if (!isBefore(review.stage, 'fed back'))
    return wrongField('stage', 'A new review is planned, has its data shared, or was visited.');
  if ((review.sharing !== 'none' || review.boardSummary) && review.hostHead.id !== asked.caller.id)
    return wrongField('sharing', 'The host head decides how far a review is shared.');
  return checkPeople(undefined, review, asked);
}

async function checkChange(before: Review, after: Review, asked: Asked): Promise<Result<Review>> {
  const moved = fixed.filter((field) => !same(before[field], after[field]));
  if (moved.length > 0 && !asked.caller.roles.includes('TrustOffice'))
    return refuse('not-allowed', 'The trust office alone changes who takes part in a review.', {
      fields: moved.map((path) => ({ path, sentence: 'Ask the trust office to change this.' })),
    });
  const others = checkNotOneself(before, after, asked);
  if (!others.ok) return others;
  const shared = (['sharing', 'boardSummary'] as const).find((field) => !same(before[field], after[field]));
  if (shared !== undefined && before.hostHead.id !== asked.caller.id)
    return refuse('not-allowed', 'The host head decides how far a review is shared.', {
      fields: [{ path: shared, sentence: 'Ask the host head to change this.' }],
    });
  const stage = checkStage(before.stage, after.stage);
  if (!stage.ok) return stage;
  const followed = followWhen(before, after, toldOfReview);
  return moved.some((field) => field !== 'triad') ? checkPeople(before, followed, asked) : ok(followed);
}

async function written(before: Stored<Review> | undefined, after: Stored<Review>, asked: Asked): Promise<void> {
  hintAt(asked, after.record);
  if (before === undefined) return;
  await followReview(after.key, asked);
  const recasting = await recast(after.key, after.record, asked);
  if (recasting.some((one) => !one.ok)) throw new Error('The stages of a review did not follow its change.');
}

/** Whoever takes a part over takes its open stages over, with their events. */
async function recast(key: string, held: Review, { records, caller }: Asked): Promise<readonly Result<unknown>[]> {
  const cast = { hostHead: held.hostHead, lead: held.lead, reviewers: held.reviewers, champion: held.champion };
  const open = (await allOf(records.each(stage, { by: 'review', is: key }))).filter(
    ({ record }) => record.state === 'open',
  );
  const changes = open
    .map((at) => {
      const { step } = at.record;
      const after = { ...at.record, owner: ownerOf(step, cast), people: peopleOf(step, cast) };
      return { at, record: followWhen(at.record, after, ['owner', 'people']) };
    })
    .filter(({ at, record }) => !same(at.record, record));
  return changes.length === 0 ? [] : records.changeMany(stage, changes, caller);
}
