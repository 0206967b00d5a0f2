import type { Action } from '../../shared/records/action';
import { notPublished } from '../../shared/records/outlook-event';
import { review } from '../../shared/records/review';
import { ok, type Result } from '../../shared/result';
import { withFollowUp } from '../../shared/reviews/follow-up';
import { supportersOf } from '../../shared/reviews/outcome';
import type { Asked } from '../request';
import { wrongField } from './keys';
import { rules, type Values } from './kind-rules';
import { hintAt } from './outlook';

export const actionRules = rules<Action>({
  start,
  check: async (before, after) => {
    if (before === undefined) return ok(after.state === 'proposed' ? after : withFollowUp(after, after));
    if (before.record.review !== after.review)
      return wrongField('review', 'An action stays with the review that it came from.');
    return ok(withFollowUp(before.record, after));
  },
  written: async (_before, after, asked) => hintAt(asked, after.record),
});

/** Academy and reviewers follow from the review, so that nobody names themselves. */
async function start(typed: Values, { records }: Asked): Promise<Result<Values>> {
  const key = typed['review'];
  const found = typeof key === 'string' ? await records.get(review, key) : undefined;
  if (found === undefined) return wrongField('review', 'This review is not here any more. Choose another.');
  return ok({ ...notPublished, host: found.record.host, supporters: supportersOf(found.record) });
}
