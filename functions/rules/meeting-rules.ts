import { addedToAgreed, withDirectedTime } from '../../shared/meetings/later-addition';
import { toldOfMeeting } from '../../shared/meetings/mails-of-change';
import type { Meeting } from '../../shared/records/meeting';
import { notPublished } from '../../shared/records/outlook-event';
import { person } from '../../shared/records/person';
import { ok, type Result } from '../../shared/result';
import { same } from '../../shared/same';
import { britishDate } from '../../shared/time/british-date';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { wrongField } from './keys';
import { rules } from './kind-rules';
import { followWhen, hintAt } from './outlook';

export const meetingRules = rules<Meeting>({
  start: async () => ok(notPublished),
  check: async (before, after, _key, asked) => {
    if (before === undefined) return ok(after);
    for (const check of [checkOwnDoors, checkMembers, checkAgreed]) {
      const checked = await check(before.record, after, asked);
      if (!checked.ok) return checked;
    }
    return ok(followWhen(before.record, after, toldOfMeeting));
  },
  written: async (_before, after, asked) => hintAt(asked, after.record),
});

/** A move is looked at before it is made: it has a call of its own. Outlook takes no Teams link away again. */
async function checkOwnDoors(before: Meeting, after: Meeting): Promise<Result<Meeting>> {
  if (before.wanted === 'nothing') return ok(after);
  const moved = (['date', 'from', 'until'] as const).find((name) => before[name] !== after[name]);
  if (moved !== undefined)
    return wrongField(
      moved,
      'People are invited to this time. Open the meeting and choose Move: it shows who is told.',
    );
  if (before.teams === true && after.teams !== true)
    return wrongField('teams', 'Outlook cannot take a Teams link away. Cancel this meeting and plan one without it.');
  return ok(after);
}

/** Whoever is added to a calendar that was agreed with staff is asked first; the note says so. */
async function checkAgreed(before: Meeting, after: Meeting, asked: Asked): Promise<Result<Meeting>> {
  if (before.wanted === 'nothing' || same(before.members, after.members)) return ok(after);
  const on = (await asked.directory.trust())?.record.calendarAgreedOn;
  if (on === undefined) return ok(after);
  const known = new Set(before.members.map(addressOf));
  const unknown = after.members.filter((one) => !known.has(addressOf(one)));
  const people = await Promise.all(unknown.map(({ who }) => asked.records.get(person, personKey(who.id))));
  const directed = withDirectedTime(people.flatMap((one) => (one === undefined ? [] : [one.record])));
  const added = addedToAgreed(before, after, on, directed);
  if (added.length === 0 || (after.agreement !== undefined && after.agreement !== before.agreement)) return ok(after);
  return wrongField(
    'agreement',
    `${added.map(({ who }) => who.name).join(', ')}: not in the calendar that was agreed on ${britishDate(on)}. Say with whom and when this was agreed.`,
  );
}

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
