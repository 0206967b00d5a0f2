import { cancel, follow, publish } from '../meetings/publishing';
import type { Action } from '../records/action';

/** Only what is agreed and not finished has a follow-up in Outlook. */
function isRunning({ state }: Pick<Action, 'state'>): boolean {
  return state === 'agreed' || state === 'under way';
}

/** The event of an action after a change: it comes with the agreement, follows day, owner and text, and goes at the end. */
export function withFollowUp(before: Action, after: Action): Action {
  if (!isRunning(after)) return before.outlook === 'draft' ? after : cancel(after);
  if (after.wanted !== 'event') return publish(after);
  const moved = before.dueOn !== after.dueOn || before.owner.id !== after.owner.id || before.what !== after.what;
  return moved ? follow(after) : after;
}
