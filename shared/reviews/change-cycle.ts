import { cancel, follow } from '../meetings/publishing';
import { type Review, review as reviewKind } from '../records/review';
import { type Stage, stage as stageKind } from '../records/stage';
import { ok, type Result, refuse } from '../result';
import { britishDate } from '../time/british-date';
import { isBefore } from './stage';
import { isCancelled, isDoneByReview, type Step, stageOnceDone, steps } from './steps';

export interface NewTime {
  readonly on: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Where the other steps stand: their days, as far as they have one. */
export type DaysOfSteps = ReadonlyMap<Step, string>;

export function daysOf(review: Review, stages: readonly Stage[]): DaysOfSteps {
  const days = new Map<Step, string>([['visit', review.visitOn]]);
  for (const { step, on, state } of stages) if (state !== 'cancelled') days.set(step, on);
  return days;
}

/** Steps that are tied to the visit's day, and may lie on either side of one another. */
const withVisit: readonly Step[] = ['visit', 'feedback'];

/** A step keeps its place in the cycle; the others are moved first where they are in the way. */
export function checkMove(step: Step, { on }: NewTime, days: DaysOfSteps, today: string): Result<undefined> {
  if (on < today) return wrongDay('Choose a day from today on.');
  if (step === 'feedback' && on !== days.get('visit'))
    return wrongDay('Feedback is given on the day of the visit. Move the visit; feedback goes with it.');
  const tied = step === 'visit' ? withVisit : [step];
  const place = steps.indexOf(step);
  for (const [other, day] of days) {
    if (tied.includes(other)) continue;
    const before = steps.indexOf(other) < place;
    if (before ? on < day : on > day)
      return wrongDay(
        `${capital(other)} is on ${britishDate(day)}: choose a day ${before ? 'from then on' : 'until then'}, or move that first.`,
      );
  }
  return ok(undefined);
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function wrongDay(sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path: 'on', sentence }] });
}

export function movedStage(stage: Stage, { on, from, until }: NewTime): Result<Stage> {
  if (stage.state !== 'open') return refuse('not-now', 'This is over already. It cannot be moved any more.');
  const moved = stageKind.parse({ ...stage, on, from: from ?? stage.from, until: until ?? stage.until });
  return moved.ok ? ok(follow(moved.value)) : moved;
}

export function movedVisit(review: Review, { on, from, until }: NewTime): Result<Review> {
  if (!isBefore(review.stage, 'visited'))
    return refuse('not-now', 'The visit has taken place already. It cannot be moved any more.');
  if (isCancelled(review)) return refuse('not-now', 'This review was cancelled. Ask the trust office for another.');
  const moved = reviewKind.parse({
    ...review,
    visitOn: on,
    visitFrom: from ?? review.visitFrom,
    visitUntil: until ?? review.visitUntil,
  });
  return moved.ok ? ok(follow(moved.value)) : moved;
}

/** A step that has taken place. Its event stays where it was: it was held. */
export function finished(stage: Stage, on: string): Stage {
  return stage.state === 'open' ? { ...stage, state: 'done', doneOn: on } : stage;
}

/** The step's event goes with its review. */
export function cancelledStage(stage: Stage): Stage {
  if (stage.state !== 'open') return stage;
  const called = stage.wanted === 'event' ? cancel(stage) : stage;
  return { ...called, state: 'cancelled' };
}

const dayField = { 'data sharing': 'dataSharedOn', workshop: 'workshopOn', 'impact review': 'impactReviewOn' } as const;

/** The review once a step is done: never back, and the day is kept where the review has a place for it. */
export function advanced(review: Review, step: Step, today: string): Review {
  const reached = stageOnceDone(step);
  const further = reached !== undefined && isBefore(review.stage, reached);
  const field = step in dayField ? dayField[step as keyof typeof dayField] : undefined;
  const dated = field !== undefined && review[field] === undefined ? { [field]: today } : {};
  return further || Object.keys(dated).length > 0
    ? { ...review, ...dated, stage: further ? reached : review.stage }
    : review;
}

/** Whether nothing is to be done for it any more. */
export function isOver(stage: Stage, review: Review): boolean {
  return stage.state !== 'open' || isDoneByReview(stage.step, review);
}
