import type { Meeting } from '../../shared/records/meeting';
import { notPublished } from '../../shared/records/outlook-event';
import { ok } from '../../shared/result';
import { rules } from './kind-rules';
import { followWhen, hintAt } from './outlook';

/** What an invitation says: when one of these changes, the event follows. */
const told = ['name', 'date', 'from', 'until', 'place', 'members', 'agenda'] as const;

export const meetingRules = rules<Meeting>({
  start: async () => ok(notPublished),
  check: async (before, after) => ok(before === undefined ? after : followWhen(before.record, after, told)),
  written: async (_before, after, asked) => hintAt(asked, after.record),
});
