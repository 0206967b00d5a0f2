import type { Stored } from '../record';
import type { Meeting } from '../records/meeting';

/** What is withdrawn with a network's year: its meetings from today on, drafts among them, that are not cancelled yet. */
export function withdrawable(
  meetings: readonly Stored<Meeting>[],
  network: string,
  today: string,
): readonly Stored<Meeting>[] {
  return meetings.filter(
    ({ record }) =>
      record.network === network && record.date >= today && (record.wanted === 'event' || record.outlook === 'draft'),
  );
}
