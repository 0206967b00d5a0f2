import { type Review, reviewStages } from '../records/review';
import { ok, type Result, refuse } from '../result';

export type Stage = Review['stage'];

/**
 * @example isBefore('planned', 'visited') // true
 */
export function isBefore(one: Stage, other: Stage): boolean {
  return reviewStages.indexOf(one) < reviewStages.indexOf(other);
}

/**
 * Which stages somebody may set by hand. Fed back and confirmed come from the outcome and its answer alone, so nobody
 * steps over them: before, a review goes as far as visited; after, from the workshop on.
 */
export function checkStage(before: Stage, after: Stage): Result<Stage> {
  const confirmed = !isBefore(before, 'confirmed by host');
  if (before === after) return ok(after);
  if (confirmed && !isBefore(after, 'confirmed by host')) return ok(after);
  if (isBefore(before, 'fed back') && isBefore(after, 'fed back')) return ok(after);
  return refuse('not-now', sentenceFor(confirmed, after), { fields: [{ path: 'stage', sentence: whyNot(after) }] });
}

function sentenceFor(confirmed: boolean, after: Stage): string {
  return confirmed ? 'The host has confirmed this review; it does not go back.' : whyNot(after);
}

function whyNot(after: Stage): string {
  return after === 'fed back'
    ? 'A review is fed back by sending its outcome.'
    : 'The host confirms the outcome first; then the review goes on.';
}
