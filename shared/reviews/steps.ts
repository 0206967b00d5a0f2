import type { Review } from '../records/review';
import { type DatedStep, datedSteps } from '../records/stage';
import { isBefore } from './stage';

const visitAt = datedSteps.indexOf('feedback');

/** What happens in the cycle of one review, in its order. The visit stands on the review itself. */
export const steps = [...datedSteps.slice(0, visitAt), 'visit', ...datedSteps.slice(visitAt)] as const;
export type Step = (typeof steps)[number];

/** Where people meet, or hand something over on a day, Outlook holds an event. The visit has its own. */
const withEvent: readonly DatedStep[] = ['data sharing', 'feedback', 'workshop', 'impact review'];

/** A step without hours takes a quarter of an hour before the school day. */
export const shortTime = { from: '08:15', until: '08:30' } as const;

export function hasEvent(step: DatedStep): boolean {
  return withEvent.includes(step);
}

/** How the review stands once a step is done; what people do without a stage of its own leaves it where it is. */
const stageAfter: Readonly<Partial<Record<Step, Review['stage']>>> = {
  'data sharing': 'data shared',
  visit: 'visited',
  feedback: 'fed back',
  'record confirmed': 'confirmed by host',
  workshop: 'workshop',
  'first follow-up': 'follow-up',
  'second follow-up': 'follow-up',
  'impact review': 'impact reviewed',
};

export function stageOnceDone(step: Step): Review['stage'] | undefined {
  return stageAfter[step];
}

/**
 * What the review itself tells of a step. Feedback and the host's answer come with the outcome, so their day is kept
 * there; a review that came further without a stage record has left the step behind.
 */
export function isDoneByReview(step: Step, review: Review): boolean {
  if (step === 'self-review') return review.scopeAgreedOn !== undefined;
  if (step === 'first follow-up' || step === 'second follow-up') return !isBefore(review.stage, 'impact reviewed');
  const reached = stageAfter[step];
  return reached !== undefined && !isBefore(review.stage, reached);
}

/** Nobody is expected any more: its visit was published once and is not wanted now. */
export function isCancelled({ wanted, outlook }: Review): boolean {
  return wanted === 'nothing' && outlook !== 'draft';
}
