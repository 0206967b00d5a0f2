import { accepted, Refusal } from '../answer';
import { putMessage } from '../mail/inbox';
import type { UserRow } from '../people/users-table';
import type { GraphRequest, Handle, Tenant } from '../request';
import { attendeeOf } from './copies';
import { bodyOf, type EventRow, removeEvent, type Status, updateEvent } from './event';
import { addressOf, eventOf } from './mailbox';

type Response = 'accepted' | 'declined' | 'tentativelyAccepted';

const words = { accepted: 'Accepted', declined: 'Declined', tentativelyAccepted: 'Tentatively accepted' } as const;

/** Tells the organiser: the attendee's status in the event, and a mail. */
function tellOrganiser(tenant: Tenant, copy: EventRow, attendee: UserRow, status: Status, comment: string): void {
  const row = tenant.store.get<EventRow>('select * from event where uid = ? and organiser = 1', copy.uid);
  if (!row) return;
  const body = bodyOf(row);
  const known = attendeeOf(body, attendee);
  const attendees = body.attendees.map((one) => (one === known ? { ...one, status } : one));
  updateEvent(tenant.store, row, { body: { ...body, attendees } });
  putMessage(tenant.store, row.mailbox, 'inbox', {
    subject: `${words[status.response as Response]}: ${body.subject}`,
    body: { contentType: 'text', content: comment },
    from: { emailAddress: addressOf(attendee) },
    toRecipients: [body.organizer],
    at: tenant.now().getTime(),
    more: { '@odata.type': '#microsoft.graph.eventMessageResponse' },
  });
}

function read(request: GraphRequest): { comment: string; sendResponse: boolean } {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const values = Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  return { comment: String(values['comment'] ?? ''), sendResponse: values['sendresponse'] !== false };
}

/** `accept`, `decline` and `tentativelyAccept` on an attendee's own copy. Declining removes it, as Outlook does. */
export const respond =
  (response: Response): Handle =>
  (request, tenant) => {
    const { mailbox, row } = eventOf(request, tenant);
    if (row.organiser === 1)
      throw new Refusal(
        400,
        'ErrorInvalidRequest',
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    const body = bodyOf(row);
    if (body.isCancelled)
      throw new Refusal(400, 'ErrorInvalidRequest', "Your request can't be completed. The meeting has been cancelled.");
    const { comment, sendResponse } = read(request);
    const status: Status = { response, time: tenant.now().toISOString() };
    if (sendResponse) tellOrganiser(tenant, row, mailbox, status, comment);
    if (response === 'declined') removeEvent(tenant.store, row.id);
    else {
      const showAs = response === 'accepted' ? 'busy' : 'tentative';
      updateEvent(tenant.store, row, { body: { ...body, responseStatus: status, plain: { ...body.plain, showAs } } });
    }
    return accepted;
  };
