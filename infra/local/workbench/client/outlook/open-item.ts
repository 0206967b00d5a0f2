import type { OpenItem } from '../../office/protocol';
import type { EventDetails, MailDetails, Named } from '../../shapes';

/** What the workbench shows → what Office.js tells the panel about it. */
const toOffice = ({ name, email }: Named) => ({ displayName: name, emailAddress: email });

export function itemOfEvent(event: EventDetails): OpenItem {
  return {
    what: 'appointment',
    id: event.id,
    organises: event.organises,
    subject: event.subject,
    start: event.start,
    end: event.end,
    location: event.place,
    organizer: toOffice(event.organiser),
    attendees: event.attendees.map((one) => ({ ...toOffice(one), required: one.required, answer: one.response })),
    created: event.created,
    changed: event.changed,
  };
}

export function itemOfMail(mail: MailDetails): OpenItem {
  return {
    what: 'message',
    id: mail.id,
    subject: mail.subject,
    from: toOffice(mail.from),
    to: mail.to.map(toOffice),
    cc: mail.cc.map(toOffice),
    created: mail.received,
    changed: mail.received,
  };
}
