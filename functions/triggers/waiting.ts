import type { Stored } from '../../shared/record';
import { type Action, action } from '../../shared/records/action';
import { type Draft, draft, visitNotes } from '../../shared/records/draft';
import { type Finding, finding } from '../../shared/records/finding';
import { type Review, review } from '../../shared/records/review';
import { type DatedStep, type Stage, stage } from '../../shared/records/stage';
import { type OutputOf, requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { isOver } from '../../shared/reviews/change-cycle';
import { isBefore } from '../../shared/reviews/stage';
import { isCancelled } from '../../shared/reviews/steps';
import { titleOfReview } from '../../shared/reviews/title';
import { addDays } from '../../shared/time/calendar-date';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { today } from '../today';
import { exceptionsInOutlook } from './outlook-exceptions';
import { academyNames } from './review-parts';
import { meetingsToLookAt, registersToTake } from './waiting-meetings';
import { outcomesBeingWritten, peopleToReplace, stagesWithOffice, withoutBegun } from './waiting-reviews';

type Item = OutputOf<typeof requests.waiting>['items'][number];

/** A follow-up is shown so many days before it is due. */
const daysAhead = 14;

export const waiting = trigger(requests.waiting, {
  permit: 'everyone signed in',
  async act(_input, asked) {
    const parts = await Promise.all([
      outcomesToLog(asked),
      outcomesToAnswer(asked),
      outcomesToRevise(asked),
      outcomesBeingWritten(asked),
      stagesWithOffice(asked),
      peopleToReplace(asked),
      stagesDue(asked),
      actionsToFollowUp(asked),
      draftsToFinish(asked),
      meetingsToLookAt(asked),
      registersToTake(asked),
      exceptionsInOutlook(asked),
    ]);
    return ok({
      items: [...withoutBegun(parts.flat())].sort((one, other) => ((one.on ?? '') < (other.on ?? '') ? -1 : 1)),
    });
  },
});

async function outcomesToLog(asked: Asked): Promise<readonly Item[]> {
  const [led, names] = await Promise.all([
    allOf(asked.records.each(review, { by: 'lead', is: asked.caller.id })),
    academyNames(asked),
  ]);
  const due = led.filter(({ record }) => isBefore(record.stage, 'fed back') && record.visitOn <= today(asked.clock));
  return due.map((one) => reviewItem('log outcome', one, names));
}

async function outcomesToAnswer(asked: Asked): Promise<readonly Item[]> {
  const { caller, records } = asked;
  if (caller.academy === undefined) return [];
  const all = await allOf(records.each(finding, { by: 'host', is: caller.academy }));
  const mine = all.filter(({ record }) => record.agreement === 'awaiting host' && record.hostHead.id === caller.id);
  return findingItems('answer outcome', mine, asked);
}

async function outcomesToRevise(asked: Asked): Promise<readonly Item[]> {
  const all = await allOf(asked.records.each(finding, { by: 'agreement', is: 'not accurate' }));
  return findingItems(
    'revise outcome',
    all.filter(({ record }) => record.lead.id === asked.caller.id),
    asked,
  );
}

/** Findings are opened by their review. */
async function findingItems(
  what: Item['what'],
  findings: readonly Stored<Finding>[],
  asked: Asked,
): Promise<readonly Item[]> {
  const readable = findings.filter(({ record }) => finding.may('read', asked.caller, record));
  const names = await academyNames(asked);
  const reviews = await Promise.all(readable.map(({ record }) => asked.records.get(review, record.review)));
  return reviews.filter((one) => one !== undefined).map((one) => reviewItem(what, one, names));
}

function reviewItem(what: Item['what'], { key, record }: Stored<Review>, names: ReadonlyMap<string, string>): Item {
  return { what, kind: 'review', key, title: titleOfReview(record, names), on: record.visitOn };
}

/** Feedback and the host's answer wait as the outcome to log and to answer. */
const asksFor: Readonly<Partial<Record<DatedStep, Item['what']>>> = {
  'self-review': 'agree scope',
  'data sharing': 'share data',
  workshop: 'hold workshop',
  'first follow-up': 'follow up review',
  'second follow-up': 'follow up review',
  'impact review': 'review impact',
};

async function stagesDue(asked: Asked): Promise<readonly Item[]> {
  const { records, caller, clock } = asked;
  const until = addDays(today(clock), daysAhead);
  const all = await allOf(records.each(stage, { by: 'owner', is: caller.id }));
  const due = all.filter(({ record }) => record.state === 'open' && record.on <= until);
  const keys = [...new Set(due.map(({ record }) => record.review))];
  const [reviews, names] = await Promise.all([
    Promise.all(keys.map((key) => records.get(review, key))),
    due.length === 0 ? new Map<string, string>() : academyNames(asked),
  ]);
  const held = new Map(reviews.flatMap((one) => (one === undefined ? [] : [[one.key, one.record] as const])));
  return due.flatMap(({ record }) => stageItem(record, held.get(record.review), names));
}

function stageItem(one: Stage, held: Review | undefined, names: ReadonlyMap<string, string>): readonly Item[] {
  const what = asksFor[one.step];
  if (held === undefined || what === undefined || isCancelled(held) || isOver(one, held)) return [];
  return [{ what, kind: 'review', key: one.review, title: titleOfReview(held, names), on: one.on }];
}

async function actionsToFollowUp({ records, caller, clock }: Asked): Promise<readonly Item[]> {
  if (caller.academy === undefined) return [];
  const all = await allOf(records.each(action, { by: 'host', is: caller.academy }));
  const until = addDays(today(clock), daysAhead);
  const isDue = (one: Action) => one.owner.id === caller.id && one.dueOn <= until && isRunning(one);
  return all
    .filter(({ record }) => isDue(record) && action.may('read', caller, record))
    .map(({ key, record }) => ({
      what: 'follow up action',
      kind: 'action',
      key,
      title: action.titleOf(record),
      on: record.dueOn,
    }));
}

function isRunning({ state }: Action): boolean {
  return state === 'agreed' || state === 'under way';
}

async function draftsToFinish({ records, caller }: Asked): Promise<readonly Item[]> {
  const all = await allOf(records.each(draft, { by: 'owner', is: caller.id }));
  return all
    .filter(({ record }) => draft.may('read', caller, record) && !isNotes(record))
    .map(({ key, record, at }) => ({
      what: 'finish draft',
      kind: 'draft',
      key,
      title: draft.titleOf(record),
      on: at.slice(0, 10),
    }));
}

/** Notes are for later: they wait in the form, not for anybody. */
function isNotes({ about }: Draft): boolean {
  return about.startsWith(visitNotes);
}
