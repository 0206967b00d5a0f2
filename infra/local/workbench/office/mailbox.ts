import { answerLater, callbackIn } from './async-result';
import type { Channel } from './channel';
import { closed } from './closed';
import { CoercionType, EventType, MailboxEnums } from './enumerations';
import type { Attendee, OpenItem, Person } from './protocol';

type Appointment = Extract<OpenItem, { readonly what: 'appointment' }>;
type Message = Extract<OpenItem, { readonly what: 'message' }>;
type Handler = (event: { readonly type: string }) => void;

/** Office.context.mailbox, of which `item` is always the one that is open now. */
export function createMailbox(channel: Channel, person: Person, first: OpenItem | null) {
  const handlers: Handler[] = [];
  let item = first === null ? null : itemOf(channel, first);
  const mailbox = closed('Office.context.mailbox', {
    get item() {
      return item;
    },
    userProfile: closed('Office.context.mailbox.userProfile', {
      displayName: person.displayName,
      emailAddress: person.emailAddress,
      timeZone: 'GMT Standard Time',
      accountType: 'enterprise',
    }),
    addHandlerAsync(event: string, handler: Handler, ...rest: readonly unknown[]) {
      answerLater(
        callbackIn(rest),
        onlyItemChanged(event).then(() => void handlers.push(handler)),
      );
    },
    removeHandlerAsync(event: string, ...rest: readonly unknown[]) {
      answerLater(
        callbackIn(rest),
        onlyItemChanged(event).then(() => void handlers.splice(0)),
      );
    },
  });
  return {
    mailbox,
    opened(now: OpenItem | null) {
      item = now === null ? null : itemOf(channel, now);
      for (const handler of [...handlers]) handler({ type: EventType.ItemChanged });
    },
  };
}

async function onlyItemChanged(event: string): Promise<void> {
  if (event !== EventType.ItemChanged) throw new Error(`The workbench's Office.js has no event "${event}".`);
}

function itemOf(channel: Channel, open: OpenItem) {
  if (open.what === 'message') return closed('Office.context.mailbox.item', messageOf(channel, open));
  const members = open.organises ? organiserFormOf(channel, open) : attendeeCopyOf(channel, open);
  return closed<object>('Office.context.mailbox.item', members);
}

function bodyOf(channel: Channel, { id }: OpenItem) {
  return closed('Office.context.mailbox.item.body', {
    getAsync(as: string, ...rest: readonly unknown[]) {
      answerLater(
        callbackIn<string>(rest),
        channel.ask('body', { id, as: as === CoercionType.Html ? 'html' : 'text' }),
      );
    },
  });
}

function detailsOf({ displayName, emailAddress }: Person, answer: Attendee['answer'] = 'none') {
  return {
    displayName,
    emailAddress,
    appointmentResponse: answer,
    recipientType: MailboxEnums.RecipientType.User,
  };
}

function partsOf(open: Appointment) {
  return {
    requiredAttendees: open.attendees.filter((one) => one.required).map((one) => detailsOf(one, one.answer)),
    optionalAttendees: open.attendees.filter((one) => !one.required).map((one) => detailsOf(one, one.answer)),
  };
}

/** A guest's copy, and a meeting that is only read: plain values. */
function attendeeCopyOf(channel: Channel, open: Appointment) {
  return {
    itemType: MailboxEnums.ItemType.Appointment,
    itemId: open.id,
    itemClass: 'IPM.Appointment',
    subject: open.subject,
    normalizedSubject: open.subject,
    start: new Date(open.start),
    end: new Date(open.end),
    location: open.location,
    organizer: detailsOf(open.organizer, 'organizer'),
    ...partsOf(open),
    dateTimeCreated: new Date(open.created),
    dateTimeModified: new Date(open.changed),
    body: bodyOf(channel, open),
  };
}

/** The organiser's form is open for writing: values are asked for, and the item has no id before it is saved. */
function organiserFormOf(channel: Channel, open: Appointment) {
  const told = <T>(name: string, value: T) =>
    closed(`Office.context.mailbox.item.${name}`, {
      getAsync: (...rest: readonly unknown[]) => answerLater(callbackIn<T>(rest), Promise.resolve(value)),
    });
  const { requiredAttendees, optionalAttendees } = partsOf(open);
  return {
    itemType: MailboxEnums.ItemType.Appointment,
    itemId: undefined,
    subject: told('subject', open.subject),
    start: told('start', new Date(open.start)),
    end: told('end', new Date(open.end)),
    location: told('location', open.location),
    organizer: told('organizer', detailsOf(open.organizer, 'organizer')),
    requiredAttendees: told('requiredAttendees', requiredAttendees),
    optionalAttendees: told('optionalAttendees', optionalAttendees),
    getItemIdAsync: (...rest: readonly unknown[]) => answerLater(callbackIn(rest), Promise.resolve(open.id)),
    body: bodyOf(channel, open),
  };
}

function messageOf(channel: Channel, open: Message) {
  return {
    itemType: MailboxEnums.ItemType.Message,
    itemId: open.id,
    itemClass: 'IPM.Note',
    subject: open.subject,
    normalizedSubject: open.subject.replace(/^((re|fw|fwd): *)+/i, ''),
    from: detailsOf(open.from),
    sender: detailsOf(open.from),
    to: open.to.map((one) => detailsOf(one)),
    cc: open.cc.map((one) => detailsOf(one)),
    dateTimeCreated: new Date(open.created),
    dateTimeModified: new Date(open.changed),
    body: bodyOf(channel, open),
  };
}
