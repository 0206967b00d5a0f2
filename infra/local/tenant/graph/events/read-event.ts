import { Refusal, unknownHere } from '../answer';
import { findUser } from '../people/users-table';
import type { Tenant } from '../request';
import { type Attendee, type EmailAddress, type EventBody, never, usualPlain } from './event';
import { addressOf } from './mailbox';
import { toInstant } from './time-zones';

const unreadable = (what: string): Refusal => new Refusal(400, 'RequestBodyRead', what);
const invalidValue = (what: string): Refusal => new Refusal(400, 'ErrorPropertyValidationFailure', what);

const mostAttendees = 500;
const elsewhere = ['recurrence', 'attachments', 'extensions', 'multiValueExtendedProperties', 'onlineMeeting'];
const known = [
  'subject',
  'body',
  'start',
  'end',
  'location',
  'locations',
  'attendees',
  'transactionId',
  'singleValueExtendedProperties',
  'isDraft',
  ...Object.keys(usualPlain),
];

function readBody(given: unknown): EventBody['body'] {
  const { contentType = 'html', content = '' } = (given ?? {}) as { contentType?: unknown; content?: unknown };
  const type = String(contentType).toLowerCase();
  if ((type !== 'html' && type !== 'text') || typeof content !== 'string')
    throw unreadable('The body must have a contentType of html or text, and content.');
  return { contentType: type, content };
}

function readAttendee(given: unknown, tenant: Tenant, before: readonly Attendee[]): Attendee {
  const { emailAddress, type = 'required' } = (given ?? {}) as { emailAddress?: Partial<EmailAddress>; type?: unknown };
  const address = emailAddress?.address;
  if (typeof address !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(address))
    throw invalidValue(`The address '${String(address)}' of an attendee is not valid.`);
  if (type !== 'required' && type !== 'optional' && type !== 'resource')
    throw unreadable(`Unknown type of attendee '${String(type)}'.`);
  const user = findUser(tenant.store, address);
  const name = emailAddress?.name ?? (user ? addressOf(user).name : address);
  const same = before.find((other) => other.emailAddress.address.toLowerCase() === address.toLowerCase());
  return { type, status: same?.status ?? never, emailAddress: { name, address } };
}

function readAttendees(given: unknown, tenant: Tenant, before: readonly Attendee[]): Attendee[] {
  if (given === null) return [];
  if (!Array.isArray(given)) throw unreadable('attendees must be a collection.');
  if (given.length > mostAttendees)
    throw new Refusal(400, 'ErrorInvalidRequest', `An event has at most ${mostAttendees} attendees.`);
  const read = given.map((one) => readAttendee(one, tenant, before));
  return [...new Map(read.map((one) => [one.emailAddress.address.toLowerCase(), one])).values()];
}

function readLocation(given: unknown): EventBody['location'] {
  const { displayName = '', ...more } = (given ?? {}) as Record<string, unknown>;
  if (typeof displayName !== 'string') throw unreadable('The displayName of a location is text.');
  return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private', ...more };
}

function readPlain(given: Record<string, unknown>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(usualPlain)) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== typeof usual || Array.isArray(value) !== Array.isArray(usual))
      throw unreadable(`The value of '${name}' is not of its type.`);
    plain[name] = value;
  }
  return plain;
}

const joinUrl = (): string => `https://teams.microsoft.com/l/meetup-join/${crypto.randomUUID()}`;

/** What Outlook writes under the words of an online meeting. */
const joining = (address: string): string =>
  `<div>________________</div><div><a href="${address}">Join the meeting now</a></div><div>________________</div>`;

/** An online meeting is made once, its link goes into the body, and a body without that link ends it. */
function readOnline(wanted: boolean, body: EventBody['body'], before: EventBody | undefined): Partial<EventBody> {
  const held = before?.onlineMeeting;
  if (held) return body.content.includes(held.joinUrl) ? {} : { onlineMeeting: null };
  if (!wanted) return {};
  const address = joinUrl();
  return { onlineMeeting: { joinUrl: address }, body: { ...body, content: `${body.content}\n${joining(address)}` } };
}

/** What a POST or PATCH says, without what it does not mention. */
export interface Given {
  readonly starts?: number;
  readonly ends?: number;
  readonly body: Partial<EventBody>;
}

function refuseUnknown(given: Record<string, unknown>): void {
  for (const name of Object.keys(given)) {
    if (name.includes('@odata.') || known.includes(name)) continue;
    if (elsewhere.includes(name)) {
      if (given[name] === null) continue;
      throw unknownHere(`events with '${name}'`);
    }
    throw unreadable(
      `The property '${name}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
    );
  }
}

const zoneName = (given: unknown): string => String((given as { timeZone?: unknown }).timeZone ?? 'UTC');

export function readEvent(given: Record<string, unknown>, tenant: Tenant, before: EventBody | undefined): Given {
  refuseUnknown(given);
  const has = (name: string): boolean => given[name] !== undefined;
  const { subject } = given;
  if (has('subject') && subject !== null && typeof subject !== 'string') throw unreadable('The subject is text.');
  const plain = readPlain(given);
  const words = has('body') ? readBody(given['body']) : (before?.body ?? { contentType: 'html', content: '' });
  const body: Partial<EventBody> = {
    ...(has('subject') ? { subject: String(subject ?? '').slice(0, 255) } : {}),
    ...(has('body') ? { body: words } : {}),
    ...readOnline(plain['isOnlineMeeting'] === true, words, before),
    ...(has('attendees') ? { attendees: readAttendees(given['attendees'], tenant, before?.attendees ?? []) } : {}),
    ...(has('location') ? { location: readLocation(given['location']) } : {}),
    ...(has('start') ? { originalStartTimeZone: zoneName(given['start']) } : {}),
    ...(has('end') ? { originalEndTimeZone: zoneName(given['end']) } : {}),
    plain: { ...(before?.plain ?? usualPlain), ...plain },
  };
  return {
    ...(has('start') ? { starts: toInstant(given['start']) } : {}),
    ...(has('end') ? { ends: toInstant(given['end']) } : {}),
    body,
  };
}

export function checkTimes(starts: number, ends: number): void {
  if (ends < starts) throw invalidValue('The start time of an event must be before its end time.');
}
