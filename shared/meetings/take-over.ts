import { type Meeting, meeting } from '../records/meeting';
import { ok, type Result } from '../result';
import { cancel, follow, isGoneFromOutlook } from './publishing';

/**
 * The meeting as Outlook holds it: its time and place, without whom somebody took off, with those who were added as
 * substitutes. One that is gone from Outlook is cancelled here too.
 */
export function takenOver(record: Meeting, added: Meeting['members']): Result<Meeting> {
  if (isGoneFromOutlook(record)) return ok(cancel(record));
  const [seen] = record.seen ?? [];
  const off = new Set(
    (record.seenGuests ?? []).flatMap(({ change, email }) => (change === 'taken off' ? [email] : [])),
  );
  const parsed = meeting.parse({
    ...record,
    ...(seen === undefined
      ? {}
      : { date: seen.date, from: seen.from, until: seen.until, place: seen.place ?? record.place, chased: undefined }),
    members: [...record.members.filter(({ email }) => !off.has(email.toLowerCase())), ...added],
  });
  return parsed.ok ? ok(follow(parsed.value)) : parsed;
}
