import { isGoneFromOutlook } from '../../shared/meetings/publishing';
import { takenOver } from '../../shared/meetings/take-over';
import type { Kind, Stored } from '../../shared/record';
import { type Meeting, meeting } from '../../shared/records/meeting';
import type { GuestInOutlook } from '../../shared/records/outlook-event';
import { person } from '../../shared/records/person';
import { ok, type Result, refuse } from '../../shared/result';
import { personKey } from '../identity/caller';
import type { Asked } from '../request';
import { hintAt } from '../rules/outlook';
import { agreementAt, readNewTime } from './new-time';
import { readableFor, withReadableCurrent } from './records';

type Members = Meeting['members'];

/** The meeting follows Outlook; whom somebody forwarded the invitation to stands in as a substitute. */
export async function takeMeetingOver(
  at: { readonly key: string; readonly version: string; readonly agreement?: string | undefined },
  asked: Asked,
): Promise<Result<Stored<Meeting>>> {
  const before = await readableFor('update', meeting, at.key, asked);
  if (!before.ok) return before;
  const added = await substitutes(before.value.record.seenGuests ?? [], asked);
  if (!added.ok) return added;
  const agreement = await agreementInOutlook(before.value, at.agreement, asked);
  if (!agreement.ok) return agreement;
  const wanted = takenOver({ ...before.value.record, agreement: agreement.value }, added.value);
  if (!wanted.ok) return wanted;
  const changed = await asked.records.change(meeting, at, wanted.value, asked.caller);
  if (changed.ok) hintAt(asked, changed.value.record);
  return withReadableCurrent(changed, meeting as Kind, asked.caller);
}

/** A move in Outlook is taken over by the rules of a move here; another place alone moves nothing. */
async function agreementInOutlook(
  stored: Stored<Meeting>,
  agreement: string | undefined,
  asked: Asked,
): Promise<Result<string | undefined>> {
  const { record } = stored;
  const [seen] = record.seen ?? [];
  const isMoved =
    seen !== undefined && (seen.date !== record.date || seen.from !== record.from || seen.until !== record.until);
  if (!isMoved || isGoneFromOutlook(record)) return ok(record.agreement);
  const move = await readNewTime(stored, seen, asked);
  return move.ok ? agreementAt(move.value, agreement, asked) : move;
}

async function substitutes(
  seenGuests: readonly GuestInOutlook[],
  { people, records, caller }: Asked,
): Promise<Result<Members>> {
  const added = seenGuests.filter(({ change }) => change === 'added');
  if (added.length === 0) return ok([]);
  const accounts = await people.byEmail(added.map(({ email }) => email));
  const members: Members[number][] = [];
  for (const { email, name } of added) {
    const account = accounts.get(email);
    const known = account === undefined ? undefined : await records.get(person, personKey(account.id));
    // Guests are for the trust office: whoever leads a meeting adds people of ours.
    if (account === undefined || (known?.record.active !== true && !caller.roles.includes('TrustOffice')))
      return refuse('not-now', `${name} was added in Outlook and does not work for our academies. Put it back.`);
    const academy = known?.record.academy;
    const who = { id: account.id.toLowerCase(), name: account.name };
    members.push({ ...(academy === undefined ? {} : { academy }), who, email, part: 'substitute' });
  }
  return ok(members);
}
