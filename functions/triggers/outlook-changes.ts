import { follow, type HasEvent, isGoneFromOutlook, publish } from '../../shared/meetings/publishing';
import type { Kind, Stored } from '../../shared/record';
import { kinds } from '../../shared/records';
import { type Action, action } from '../../shared/records/action';
import type { SeenInOutlook } from '../../shared/records/outlook-event';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import { requests } from '../../shared/requests';
import type { KindWithEvent } from '../../shared/requests/outlook';
import { ok, type Result, refuse } from '../../shared/result';
import { isInReview } from '../../shared/reviews/cycle';
import { type Asked, trigger } from '../request';
import { hintAt } from '../rules/outlook';
import { moveStep } from './move-stage';
import { notYours, readable, withReadableCurrent } from './records';
import { takeMeetingOver } from './take-meeting-over';

interface At {
  readonly kind: KindWithEvent;
  readonly key: string;
  readonly version: string;
  readonly agreement?: string | undefined;
}

type Answered = Result<Stored>;

export const takeOver = trigger(requests.takeOver, {
  permit: 'everyone signed in',
  async act(at, asked) {
    const before = await changedInOutlook(at, asked);
    if (!before.ok) return before;
    switch (at.kind) {
      case 'meeting':
        return takeMeetingOver(at, asked);
      case 'action':
        return takeActionOver(at, before.value as Stored<Action>, asked);
      case 'review':
        return takeStepOver(at, { review: at.key, step: 'visit' }, before.value as Stored<Review>, asked);
      case 'stage': {
        const { record } = before.value as Stored<Stage>;
        return takeStepOver(at, record, before.value as Stored<Stage>, asked);
      }
    }
  },
});

export const putBack = trigger(requests.putBack, {
  permit: 'everyone signed in',
  async act(at, asked) {
    const before = await changedInOutlook(at, asked);
    if (!before.ok) return before;
    const kind = kinds[at.kind] as unknown as Kind<HasEvent>;
    const changed = await asked.records.change(kind, at, publish(before.value.record), asked.caller);
    if (changed.ok) hintAt(asked, changed.value.record);
    return withReadableCurrent(changed, kind as Kind, asked.caller);
  },
});

/** The record, where the caller may move it and Outlook holds something else. */
async function changedInOutlook({ kind, key, version }: At, asked: Asked): Promise<Result<Stored<HasEvent>>> {
  const declared = kinds[kind] as unknown as Kind<HasEvent>;
  const found = await readable(declared, key, asked);
  if (!found.ok) return found;
  if (!(await mayMove(kind, found.value, asked))) return notYours(declared, 'update');
  if (found.value.version !== version)
    return refuse('changed-meanwhile', `Somebody changed this ${declared.one} meanwhile. Look at it again.`, {
      current: found.value,
    });
  if (found.value.record.outlook !== 'changed in Outlook')
    return refuse('not-now', 'Outlook holds what stands here. There is nothing to take over or to put back.');
  return found;
}

/** Whoever may move it here may say what becomes of a move in Outlook. */
async function mayMove(kind: KindWithEvent, stored: Stored<unknown>, asked: Asked): Promise<boolean> {
  const { caller, records } = asked;
  if (kind === 'meeting' || kind === 'action')
    return (kinds[kind] as unknown as Kind).may('update', caller, stored.record);
  if (kind === 'review') return isInReview(stored.record as Review, caller);
  const one = stored.record as Stage;
  const held = await records.get(review, one.review);
  return stage.may('update', caller, one) || (held !== undefined && isInReview(held.record, caller));
}

/** A visit or another step of a review: by the same rules as if it were moved here. */
async function takeStepOver(
  { version }: At,
  at: { readonly review: string; readonly step: Stage['step'] | 'visit' },
  { record }: Stored<Review> | Stored<Stage>,
  asked: Asked,
): Promise<Answered> {
  const seen = newTime(record, 'Put it back, or cancel the review.');
  if (!seen.ok) return seen;
  const { date: on, from, until } = seen.value;
  return moveStep({ key: at.review, step: at.step, version, on, from, until }, asked);
}

/** The day alone: the time of day of a follow-up is its owner's to choose. */
async function takeActionOver(at: At, { record }: Stored<Action>, asked: Asked): Promise<Answered> {
  const seen = newTime(record, 'Put it back, or mark the action as done or dropped.');
  if (!seen.ok) return seen;
  const wanted = action.parse({ ...record, dueOn: seen.value.date });
  if (!wanted.ok) return wanted;
  const changed = await asked.records.change(action, at, follow(wanted.value), asked.caller);
  if (changed.ok) hintAt(asked, changed.value.record);
  return withReadableCurrent(changed, action as Kind, asked.caller);
}

function newTime(record: HasEvent & { readonly on?: string; readonly visitOn?: string }, gone: string) {
  const [seen] = record.seen ?? [];
  if (isGoneFromOutlook(record))
    return refuse('not-now', `Its event is gone from Outlook, and it still stands here. ${gone}`);
  if (seen === undefined)
    return refuse('not-now', 'Who takes part is changed here and not in Outlook. Put it back, then change it here.');
  return ok<SeenInOutlook>(seen);
}
