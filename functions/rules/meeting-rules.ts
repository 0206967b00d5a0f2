import type { Meeting } from '../../shared/records/meeting';
import { notPublished } from '../../shared/records/outlook-event';
import { person } from '../../shared/records/person';
import { ok, type Result } from '../../shared/result';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { wrongField } from './keys';
import { rules } from './kind-rules';
import { followWhen, hintAt } from './outlook';

/** What an invitation says: when one of these changes, the event follows. */
const told = ['name', 'date', 'from', 'until', 'place', 'members', 'agenda'] as const;

export const meetingRules = rules<Meeting>({
  start: async () => ok(notPublished),
  check: async (before, after, _key, asked) => {
    if (before === undefined) return ok(after);
    const members = await checkMembers(before.record, after, asked);
    return members.ok ? ok(followWhen(before.record, after, told)) : members;
  },
  written: async (_before, after, asked) => hintAt(asked, after.record),
});

/**
 * Invitations leave from the trust's own mailbox: whoever leads a meeting adds people of ours, at their addresses.
 * Guests are for the trust office.
 */
async function checkMembers(before: Meeting, after: Meeting, { caller, records }: Asked): Promise<Result<Meeting>> {
  if (caller.roles.includes('TrustOffice')) return ok(after);
  const known = new Set(before.members.map(addressOf));
  const added = after.members
    .map((member, index) => ({ member, index }))
    .filter(({ member }) => !known.has(addressOf(member)));
  const found = await Promise.all(added.map(({ member }) => records.get(person, personKey(member.who.id))));
  const wrong = added.find(({ member }, position) => {
    const one = found[position]?.record;
    return !one?.active || one.email.toLowerCase() !== member.email.toLowerCase();
  });
  if (wrong === undefined) return ok(after);
  return wrongField(
    `members.${wrong.index}`,
    'Choose somebody who works for our academies; the trust office invites guests.',
  );
}

function addressOf({ who, email }: Meeting['members'][number]): string {
  return `${who.id} ${email.toLowerCase()}`;
}
