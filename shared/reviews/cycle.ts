import type { Caller } from '../caller';
import type { PersonReference } from '../field';
import { type ChangedInOutlook, changedInOutlook, type HasEvent } from '../meetings/publishing';
import type { Stored } from '../record';
import type { OutlookState } from '../records/outlook-event';
import type { Review } from '../records/review';
import { type DatedStep, type Stage, stage as stageKind } from '../records/stage';
import { isBefore } from './stage';
import { isCancelled, isDoneByReview, type Step, steps } from './steps';

/** One line of the cycle, as somebody sees it. */
export interface CycleLine {
  readonly step: Step;
  /** Key and version of the record that a move or an end changes. */
  readonly key?: string;
  readonly version?: string;
  readonly owner?: PersonReference;
  readonly on?: string;
  readonly from?: string;
  readonly until?: string;
  readonly doneOn?: string;
  readonly agreedBy?: readonly PersonReference[];
  readonly state: 'done' | 'late' | 'next' | 'to come' | 'cancelled';
  readonly outlook?: OutlookState;
  /** What somebody changed of its event in Outlook. */
  readonly changed?: ChangedInOutlook;
  readonly may: { readonly move: boolean; readonly finish: boolean; readonly agree: boolean };
}

/**
 * The whole cycle in its order. A review that was begun by hand has no stage records: its own dates are shown. One line
 * at most is next; what lies before today and is not done is late.
 */
export function cycleOf(
  review: Stored<Review>,
  stages: readonly Stored<Stage>[],
  caller: Caller,
  today: string,
): readonly CycleLine[] {
  const lines = steps.map((step) => lineOf(step, review, stages, caller, today));
  const first = lines.findIndex(({ state }) => state === 'to come' || state === 'late');
  return lines.map((line, index) => (index === first && line.state === 'to come' ? { ...line, state: 'next' } : line));
}

function lineOf(
  step: Step,
  review: Stored<Review>,
  stages: readonly Stored<Stage>[],
  caller: Caller,
  today: string,
): CycleLine {
  const held = stages.find(({ record }) => record.step === step);
  const plain = step === 'visit' ? visitLine(review) : held === undefined ? undated(step, review) : dated(held);
  const state = stateOf(plain, review.record, held?.record, today);
  const open = state === 'late' || state === 'to come';
  return {
    ...plain,
    state,
    may: {
      move: open && mayMove(step, review, held, caller),
      finish: open && held !== undefined && mayFinish(review.record, held.record, caller),
      agree: open && held !== undefined && mayAgreeFeedback(review.record, held.record, caller, today),
    },
  };
}

function stateOf({ step, on, doneOn }: Plain, review: Review, held: Stage | undefined, today: string) {
  if (doneOn !== undefined || held?.state === 'done' || isDoneByReview(step, review)) return 'done';
  if (held?.state === 'cancelled' || isCancelled(review)) return 'cancelled';
  return on !== undefined && on < today ? 'late' : 'to come';
}

type Plain = Omit<CycleLine, 'state' | 'may'>;

function visitLine({ key, version, record }: Stored<Review>): Plain {
  const { lead, visitOn, visitFrom, visitUntil, outlook } = record;
  const times = { on: visitOn, from: visitFrom, until: visitUntil };
  return { step: 'visit', key, version, owner: lead, ...times, outlook, ...changeOf(record) };
}

function dated({ key, version, record }: Stored<Stage>): Plain {
  const { step, owner, on, from, until, doneOn, agreedBy, outlook, wanted } = record;
  return {
    step,
    key,
    version,
    owner,
    on,
    ...(from === undefined || until === undefined ? {} : { from, until }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(agreedBy === undefined ? {} : { agreedBy }),
    ...(wanted === 'event' ? { outlook, ...changeOf(record) } : {}),
  };
}

function changeOf(record: HasEvent): Pick<CycleLine, 'changed'> {
  const changed = changedInOutlook(record);
  return changed === undefined ? {} : { changed };
}

/** Before there were stage records, the review kept the day on which something was done. */
function undated(step: Step, { record }: Stored<Review>): Plain {
  const on = {
    'self-review': record.scopeAgreedOn,
    'data sharing': record.dataSharedOn,
    feedback: record.feedbackOn,
    'record confirmed': record.confirmedOn,
    workshop: record.workshopOn,
    'impact review': record.impactReviewOn,
  }[step as string];
  return on === undefined ? { step } : { step, on, ...(isDoneByReview(step, record) ? { doneOn: on } : {}) };
}

/** Those in it move a date: the visit's own record says who that is. */
function mayMove(step: Step, review: Stored<Review>, held: Stored<Stage> | undefined, caller: Caller): boolean {
  if (step === 'visit') return isInReview(review.record, caller);
  return held !== undefined && (isInReview(review.record, caller) || stageKind.may('update', caller, held.record));
}

export function isInReview({ hostHead, lead, reviewers, champion }: Review, caller: Caller): boolean {
  const people = [hostHead, lead, ...reviewers, ...(champion === undefined ? [] : [champion])];
  return caller.roles.includes('TrustOffice') || people.some(({ id }) => id === caller.id);
}

/** Ended by hand; the others end with the scope, the outcome, the host's answer and the impact statement. */
const endedByHand: readonly DatedStep[] = ['data sharing', 'workshop', 'first follow-up', 'second follow-up'];

export function isEndedByHand(step: DatedStep): boolean {
  return endedByHand.includes(step);
}

/** The owner, the host head and the lead reviewer say that something has taken place, or the trust office for them. */
export function mayFinish(review: Review, stage: Stage, caller: Caller): boolean {
  const named = [stage.owner, review.hostHead, review.lead].some(({ id }) => id === caller.id);
  const ready = stage.step === 'data sharing' || !isBefore(review.stage, 'confirmed by host');
  return isEndedByHand(stage.step) && ready && (named || caller.roles.includes('TrustOffice'));
}

/** The two who give and take feedback, from the day of the visit on, each once. */
export function mayAgreeFeedback({ hostHead, lead }: Review, stage: Stage, { id }: Caller, today: string): boolean {
  const isOneOfThem = [hostHead, lead].some((one) => one.id === id);
  const has = (stage.agreedBy ?? []).some((one) => one.id === id);
  return stage.step === 'feedback' && stage.state === 'open' && stage.on <= today && isOneOfThem && !has;
}
