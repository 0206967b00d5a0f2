import type { SeedBusy } from '../../seed';
import type { Store } from '../../store';
import { findUser, userBody } from '../people/users-table';
import { type EventBody, insertEvent, never, newEventId, newUid, usualPlain } from './event';
import { toInstant } from './time-zones';

/** Something in one person's own calendar, without attendees: what the demonstration's calendars are filled with. */
export function makeBusy(store: Store, given: SeedBusy, now: Date): void {
  const user = findUser(store, given.mailbox);
  if (!user) throw new Error(`The seed names the mailbox ${given.mailbox}, which no user has.`);
  const { displayName } = userBody(user);
  const location = given.location ?? '';
  const body: EventBody = {
    subject: given.subject ?? '',
    body: { contentType: 'html', content: '' },
    attendees: [],
    organizer: { emailAddress: { name: displayName, address: user.mail } },
    originalStartTimeZone: given.start.timeZone,
    originalEndTimeZone: given.end.timeZone,
    responseStatus: { ...never, response: 'organizer' },
    isCancelled: false,
    isDraft: false,
    changed: now.getTime(),
    location: { displayName: location, locationType: 'default', uniqueId: location, uniqueIdType: 'private' },
    onlineMeeting: null,
    plain: { ...usualPlain, showAs: given.showAs ?? 'busy', isAllDay: given.isAllDay ?? false },
  };
  insertEvent(store, {
    id: newEventId(user.id),
    mailbox: user.id,
    uid: newUid(),
    organiser: 1,
    starts: toInstant(given.start),
    ends: toInstant(given.end),
    made: now.getTime(),
    transaction_id: null,
    digest: '',
    version: 1,
    body: JSON.stringify(body),
  });
}
