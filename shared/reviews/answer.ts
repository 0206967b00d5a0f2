import type { Caller } from '../caller';
import { publish } from '../meetings/publishing';
import type { Action } from '../records/action';
import { type Finding, finding } from '../records/finding';
import type { Review } from '../records/review';
import { ok, type Result, refuse } from '../result';
import { isBefore } from './stage';

export interface HostAnswer {
  readonly accurate: boolean;
  readonly comment?: string | undefined;
}

/** Whether this person could answer now. */
export function mayAnswer(caller: Caller, record: Finding): boolean {
  return record.agreement === 'awaiting host' && isHostHead(caller, record);
}

function isHostHead(caller: Caller, record: Finding): boolean {
  return record.hostHead.id === caller.id && finding.may('update', caller, record);
}

/**
 * The second half of the findings' life: the host head marks them accurate, and they stand, or not accurate with a
 * comment, and they go back to the lead reviewer. The same answer again changes nothing.
 */
export function planAnswer(caller: Caller, record: Finding, answer: HostAnswer, at: string): Result<Finding> {
  if (!isHostHead(caller, record)) return refuse('not-allowed', 'The head of the host academy answers these findings.');
  const comment = answer.comment?.trim() || undefined;
  if (!answer.accurate && comment === undefined)
    return refuse('invalid', 'Say what is not accurate, so that the lead reviewer can put it right.', {
      fields: [{ path: 'comment', sentence: 'Say what is not accurate.' }],
    });
  const agreement = answer.accurate ? 'accurate' : 'not accurate';
  if (record.agreement === agreement && record.comment === comment) return ok(record);
  if (record.agreement !== 'awaiting host') return refuse('not-now', whyNot(record.agreement));
  return finding.parse({ ...record, agreement, comment, agreedAt: at });
}

function whyNot(agreement: 'accurate' | 'not accurate'): string {
  return agreement === 'accurate'
    ? 'You have marked these findings accurate already. They stand.'
    : 'You have sent these findings back already. The lead reviewer is revising them.';
}

/** The review once its findings stand: confirmed, on that day. */
export function confirmed(review: Review, today: string): Review {
  return isBefore(review.stage, 'confirmed by host')
    ? { ...review, stage: 'confirmed by host', confirmedOn: today }
    : review;
}

/** The review once its outcome was sent. */
export function fedBack(review: Review, today: string): Review {
  return isBefore(review.stage, 'fed back')
    ? { ...review, stage: 'fed back', feedbackOn: review.feedbackOn ?? today }
    : review;
}

/** A proposed action once the findings stand: agreed, and on its way into the owner's calendar. */
export function agreed(action: Action): Action {
  return action.state === 'proposed' ? publish({ ...action, state: 'agreed' }) : action;
}
