import type { Store } from '../../store';
import { putMessage } from '../mail/inbox';
import { send } from '../mail/sending';
import { findUser, type UserRow } from '../people/users-table';
import type { Tenant } from '../request';
import {
  type Attendee,
  bodyOf,
  type EventBody,
  type EventRow,
  insertEvent,
  newEventId,
  notAnswered,
  type Status,
  updateEvent,
} from './event';
import { addressOf } from './mailbox';

const sameAddress = (one: Attendee, address: string): boolean =>
  one.emailAddress.address.toLowerCase() === address.toLowerCase();

export const attendeeOf = ({ attendees }: EventBody, user: UserRow): Attendee | undefined =>
  attendees.find((one) => sameAddress(one, user.mail) || sameAddress(one, user.upn));

const copiesOf = (store: Store, uid: string): EventRow[] =>
  store.all<EventRow>('select * from event where uid = ? and organiser = 0', uid);

/** What an attendee's calendar shows: no stamp, no transaction id, tentative until answered. */
function copyBody(body: EventBody, attendee: Attendee, answer: Status | undefined): EventBody {
  const shown =
    { accepted: body.plain['showAs'], tentativelyAccepted: 'tentative' }[String(answer?.response)] ?? 'tentative';
  return {
    ...body,
    attendees: body.plain['hideAttendees'] === true ? [attendee] : body.attendees,
    responseStatus: answer ?? notAnswered,
    plain: { ...body.plain, showAs: body.plain['showAs'] === 'free' ? 'free' : shown, categories: [] },
  };
}

type Mail = 'meetingRequest' | 'meetingCancelled';

function mailTo(tenant: Tenant, user: UserRow, row: EventRow, subject: string, kind: Mail): void {
  const body = bodyOf(row);
  putMessage(tenant.store, user.id, 'inbox', {
    subject,
    body: body.body,
    from: body.organizer,
    toRecipients: [{ emailAddress: addressOf(user) }],
    at: tenant.now().getTime(),
    more: {
      '@odata.type':
        kind === 'meetingRequest' ? '#microsoft.graph.eventMessageRequest' : '#microsoft.graph.eventMessage',
      meetingMessageType: kind,
    },
  });
}

/** Puts a copy into the calendar of somebody who was invited, with the invitation into the inbox. */
function invite(tenant: Tenant, row: EventRow, user: UserRow, attendee: Attendee): void {
  insertEvent(tenant.store, {
    ...row,
    id: newEventId(user.id),
    mailbox: user.id,
    organiser: 0,
    made: tenant.now().getTime(),
    transaction_id: null,
    digest: '',
    version: 1,
    body: JSON.stringify(copyBody(bodyOf(row), attendee, undefined)),
  });
  mailTo(tenant, user, row, bodyOf(row).subject, 'meetingRequest');
}

/** A cancelled meeting stays in the attendee's calendar until somebody removes it: marked, and shown as free. */
function cancelCopy(tenant: Tenant, copy: EventRow): void {
  const body = bodyOf(copy);
  if (body.isCancelled) return;
  const subject = `Canceled: ${body.subject}`;
  const user = findUser(tenant.store, copy.mailbox);
  const at = tenant.now().getTime();
  updateEvent(tenant.store, copy, {
    body: { ...body, subject, isCancelled: true, changed: at, plain: { ...body.plain, showAs: 'free' } },
  });
  if (user) mailTo(tenant, user, copy, subject, 'meetingCancelled');
}

/**
 * Brings attendees' calendars to the organiser's event: new copies for those who are new, changed ones for those who
 * stay, cancelled ones for those who are no longer asked. Who is asked to another time has not answered yet, not even
 * with a no. One message leaves for all of them.
 */
export function sendUpdates(tenant: Tenant, row: EventRow, invitedBefore: readonly string[], moved: boolean): void {
  const { store } = tenant;
  const body = bodyOf(row);
  if (body.attendees.length === 0 && invitedBefore.length === 0) return;
  send(tenant, row.mailbox);
  const isNew = (one: Attendee): boolean => !invitedBefore.includes(one.emailAddress.address.toLowerCase());
  tenant.count('invitations', body.attendees.filter(isNew).length);
  const copies = new Map(copiesOf(store, row.uid).map((copy) => [copy.mailbox, copy]));
  for (const attendee of body.attendees) {
    const user = findUser(store, attendee.emailAddress.address);
    if (!user || user.mailbox === 0 || user.id === row.mailbox) continue;
    const copy = copies.get(user.id);
    copies.delete(user.id);
    if (copy) {
      const after = copyBody(body, attendee, moved ? undefined : bodyOf(copy).responseStatus);
      updateEvent(store, copy, { starts: row.starts, ends: row.ends, body: after });
      mailTo(tenant, user, row, body.subject, 'meetingRequest');
    } else if (isNew(attendee) || moved) invite(tenant, row, user, attendee);
  }
  for (const copy of copies.values()) cancelCopy(tenant, copy);
}

export function sendCancellation(tenant: Tenant, row: EventRow): void {
  const copies = copiesOf(tenant.store, row.uid);
  if (bodyOf(row).attendees.length === 0) return;
  send(tenant, row.mailbox);
  for (const copy of copies) cancelCopy(tenant, copy);
}

export const addresses = ({ attendees }: EventBody): string[] =>
  attendees.map((one) => one.emailAddress.address.toLowerCase());
