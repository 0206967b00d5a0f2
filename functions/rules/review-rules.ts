import type { Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { finding } from '../../shared/records/finding';
import { notPublished } from '../../shared/records/outlook-event';
import { person } from '../../shared/records/person';
import type { Review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { ok, type Result, refuse } from '../../shared/result';
import { supportersOf } from '../../shared/reviews/outcome';
import { checkStage, isBefore } from '../../shared/reviews/stage';
import { ownerOf, peopleOf } from '../../shared/reviews/triad-publishing';
import { same } from '../../shared/same';
import { personKey } from '../identity/caller';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { wrongField } from './keys';
import { rules } from './kind-rules';
import { followWhen, hintAt } from './outlook';

const told = ['visitOn', 'visitFrom', 'visitUntil', 'host', 'hostHead', 'lead', 'reviewers', 'champion'] as const;
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
  if (review.sharing !== 'none' && review.hostHead.id !== asked.caller.id)
    return wrongField('sharing', 'The host head decides how far a review is shared.');
  return checkPeople(review, asked);
}

async function checkPeople(review: Review, { records }: Asked): Promise<Result<Review>> {
  const [hostHead, lead] = await Promise.all([
    records.get(person, personKey(review.hostHead.id.toLowerCase())),
    records.get(person, personKey(review.lead.id.toLowerCase())),
  ]);
  if (!hostHead?.record.active || hostHead.record.academy !== review.host)
    return wrongField('hostHead', 'Choose somebody who works at the host academy.');
  if (!lead?.record.active || lead.record.academy === review.host)
    return wrongField('lead', 'The lead reviewer comes from another academy than the host.');
  return ok(review);
}

async function checkChange(before: Review, after: Review, asked: Asked): Promise<Result<Review>> {
  const moved = fixed.filter((field) => !same(before[field], after[field]));
  if (moved.length > 0 && !asked.caller.roles.includes('TrustOffice'))
    return refuse('not-allowed', 'The trust office alone changes who takes part in a review.', {
      fields: moved.map((path) => ({ path, sentence: 'Ask the trust office to change this.' })),
    });
  if (before.sharing !== after.sharing && after.hostHead.id !== asked.caller.id)
    return refuse('not-allowed', 'The host head decides how far a review is shared.', {
      fields: [{ path: 'sharing', sentence: 'Ask the host head to change this.' }],
    });
  const stage = checkStage(before.stage, after.stage);
  if (!stage.ok) return stage;
  const followed = followWhen(before, after, told);
  return moved.some((field) => field !== 'triad') ? checkPeople(followed, asked) : ok(followed);
}

async function written(before: Stored<Review> | undefined, after: Stored<Review>, asked: Asked): Promise<void> {
  hintAt(asked, after.record);
  const watched = [...fixed, 'champion', 'sharing'] as const;
  const moved = before !== undefined && watched.some((field) => !same(before.record[field], after.record[field]));
  if (moved) await carryOver(after, asked);
}

/** People and sharing stand on the findings and actions too, since access is decided by each record alone. */
async function carryOver({ key, record: review }: Stored<Review>, asked: Asked): Promise<void> {
  const { records, caller } = asked;
  const question = { by: 'review', is: key };
  const [findings, actions] = await Promise.all([
    allOf(records.each(finding, question)),
    allOf(records.each(action, question)),
  ]);
  const { host, hostHead, lead, reviewers, triad, sharing } = review;
  const changed = [
    ...(await records.changeMany(
      finding,
      findings.map((at) => ({
        at,
        record: { ...at.record, host, hostHead, lead, reviewers, triad, sharing },
      })),
      caller,
    )),
    ...(await records.changeMany(
      action,
      actions.map((at) => ({ at, record: { ...at.record, host, supporters: supportersOf(review) } })),
      caller,
    )),
  ];
  const failed = [...changed, ...(await recast(key, review, asked))].find((one) => !one.ok);
  if (failed !== undefined) throw new Error('The findings of a review did not follow its change.');
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
