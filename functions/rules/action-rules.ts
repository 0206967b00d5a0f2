import type { Action } from '../../shared/records/action';
import { notPublished } from '../../shared/records/outlook-event';
import { person } from '../../shared/records/person';
import { review } from '../../shared/records/review';
import { ok, type Result, refuse } from '../../shared/result';
import { withFollowUp } from '../../shared/reviews/follow-up';
import { supportersOf } from '../../shared/reviews/outcome';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { wrongField } from './keys';
import { rules, type Values } from './kind-rules';
import { hintAt } from './outlook';

export const actionRules = rules<Action>({
  start,
  check: async (before, after, _key, asked) => {
    if (before !== undefined && before.record.review !== after.review)
      return wrongField('review', 'An action stays with the review that it came from.');
    if (!mayStandAt(after.state, before?.record.state, asked, after)) return hostAgrees();
    const owned = before?.record.owner.id === after.owner.id ? ok(after) : await checkOwner(after, asked);
    if (!owned.ok) return owned;
    if (before === undefined) return ok(after.state === 'proposed' ? after : withFollowUp(after, after));
    return ok(withFollowUp(before.record, after));
  },
  written: async (_before, after, asked) => hintAt(asked, after.record),
});

/** Reviewers propose and may take it back; that it is done at all is for the host to say. */
function mayStandAt(
  state: Action['state'],
  before: Action['state'] | undefined,
  { caller }: Pick<Asked, 'caller'>,
  { host }: Pick<Action, 'host'>,
): boolean {
  const undecided = before === undefined || before === 'proposed' || before === 'dropped';
  return !undecided || state === before || state === 'proposed' || state === 'dropped' || caller.academy === host;
}

function hostAgrees(): ReturnType<typeof refuse> {
  return refuse('not-now', 'An action begins once the host has agreed to it. Leave it proposed until then.', {
    fields: [{ path: 'state', sentence: 'Leave it proposed: the host agrees to it.' }],
  });
}

/** The owner may read the action and gets its event, so it is somebody of the host academy. */
async function checkOwner(action: Action, { records }: Pick<Asked, 'records'>): Promise<Result<Action>> {
  const owner = await records.get(person, personKey(action.owner.id));
  return owner?.record.active && owner.record.academy === action.host
    ? ok(action)
    : wrongField('owner', 'Choose somebody who works at the host academy.');
}

/** Academy and reviewers follow from the review, so that nobody names themselves. */
async function start(typed: Values, { records }: Asked): Promise<Result<Values>> {
  const key = typed['review'];
  const found = typeof key === 'string' ? await records.get(review, key) : undefined;
  if (found === undefined) return wrongField('review', 'This review is not here any more. Choose another.');
  return ok({ ...notPublished, host: found.record.host, supporters: supportersOf(found.record) });
}
