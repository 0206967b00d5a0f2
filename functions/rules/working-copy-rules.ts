import { review } from '../../shared/records/review';
import { type WorkingCopy, workingCopy } from '../../shared/records/working-copy';
import { ok, type Result, refuse } from '../../shared/result';
import { isBefore } from '../../shared/reviews/stage';
import type { Asked } from '../request';
import { keyed, wrongField } from './keys';
import { rules, type Values } from './kind-rules';

/** Who may write together follows from the review, so that nobody names themselves. */
export const workingCopyRules = rules<WorkingCopy>({
  start,
  check: async (before, after, key) =>
    before === undefined || before.record.review === after.review
      ? keyed(workingCopy, key, after)
      : wrongField('review', 'What was written stays with its review.'),
});

async function start(typed: Values, { records }: Asked): Promise<Result<Values>> {
  const key = typed['review'];
  const found = typeof key === 'string' ? await records.get(review, key) : undefined;
  if (found === undefined) return wrongField('review', 'This review is not here any more. Choose another.');
  const { lead, reviewers, stage } = found.record;
  return isBefore(stage, 'confirmed by host')
    ? ok({ lead, reviewers })
    : refuse('not-now', 'This review is confirmed already. Its outcome cannot be logged any more.');
}
