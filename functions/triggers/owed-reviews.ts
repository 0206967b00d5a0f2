import type { Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { finding } from '../../shared/records/finding';
import type { Review } from '../../shared/records/review';
import type { Stage } from '../../shared/records/stage';
import type { OutputOf, requests } from '../../shared/requests';
import { isOver } from '../../shared/reviews/change-cycle';
import { isBefore } from '../../shared/reviews/stage';
import { isCancelled } from '../../shared/reviews/steps';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { today } from '../today';

type Owed = OutputOf<typeof requests.myReviews>['owed'][number];
type Titles = (record: Review) => string;

/** Whatever the caller has still to do in peer reviews, by day: stages, outcomes, support that was promised. */
export async function owedBy(
  reviews: readonly Stored<Review>[],
  stages: readonly Stored<Stage>[],
  titleOf: Titles,
  asked: Asked,
): Promise<readonly Owed[]> {
  const open = reviews.filter(({ record }) => !isCancelled(record));
  const [revising, promised] = await Promise.all([
    outcomesToRevise(open, titleOf, asked),
    supportPromised(open, asked),
  ]);
  const owed = [...stagesOwed(open, stages, titleOf, asked), ...revising, ...promised];
  return owed.sort((one, other) => (one.on < other.on ? -1 : 1));
}

function stagesOwed(
  reviews: readonly Stored<Review>[],
  stages: readonly Stored<Stage>[],
  titleOf: Titles,
  { caller, clock }: Asked,
): readonly Owed[] {
  const day = today(clock);
  return reviews.flatMap(({ key, record }) => {
    const own = stages.filter((one) => one.record.review === key);
    const due = own
      .filter((one) => !isOver(one.record, record))
      .map(({ record: { step, on } }) => owedOf(step, key, titleOf(record), on, day));
    // A review that was begun by hand has no stage for the outcome.
    const logs = record.lead.id === caller.id && isBefore(record.stage, 'fed back');
    const byHand = logs && !own.some((one) => one.record.step === 'feedback');
    return byHand ? [...due, owedOf('feedback', key, titleOf(record), record.visitOn, day)] : due;
  });
}

async function outcomesToRevise(
  reviews: readonly Stored<Review>[],
  titleOf: Titles,
  { records, caller }: Asked,
): Promise<readonly Owed[]> {
  const led = new Map(reviews.filter(({ record }) => record.lead.id === caller.id).map((one) => [one.key, one.record]));
  if (led.size === 0) return [];
  const back = await allOf(records.each(finding, { by: 'agreement', is: 'not accurate' }));
  return back.flatMap(({ record }) => {
    const held = led.get(record.review);
    if (held === undefined || !finding.may('read', caller, record)) return [];
    const on = record.agreedAt?.slice(0, 10) ?? held.visitOn;
    return [{ what: 'revised outcome' as const, key: record.review, title: titleOf(held), on, late: false }];
  });
}

/** What the caller's academy has offered to the hosts whom the caller has visited. */
async function supportPromised(
  reviews: readonly Stored<Review>[],
  { records, caller, clock }: Asked,
): Promise<readonly Owed[]> {
  const day = today(clock);
  const visited = reviews.filter(
    ({ record }) =>
      [record.lead, ...record.reviewers].some(({ id }) => id === caller.id) &&
      !isBefore(record.stage, 'confirmed by host') &&
      isBefore(record.stage, 'impact reviewed'),
  );
  const actions = await Promise.all(visited.map(({ key }) => allOf(records.each(action, { by: 'review', is: key }))));
  return actions.flat().flatMap(({ record }) => {
    const isOurs = record.supportFrom !== undefined && record.supportFrom === caller.academy;
    const runs = record.state === 'agreed' || record.state === 'under way';
    if (!isOurs || !runs || !action.may('read', caller, record)) return [];
    const { review: key, support, what, dueOn } = record;
    return [owedOf('promised support', key, support ?? what, dueOn, day)];
  });
}

function owedOf(what: Owed['what'], key: string, title: string, on: string, day: string): Owed {
  return { what, key, title, on, late: on < day };
}
