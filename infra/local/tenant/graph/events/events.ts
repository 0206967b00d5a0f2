import { createHash } from 'node:crypto';
import { accepted, created, metadata, noContent, ok, Refusal } from '../answer';
import { select } from '../odata/select';
import type { UserRow } from '../people/users-table';
import { type GraphRequest, type Handle, objectBody, type Tenant } from '../request';
import { addresses, sendCancellation, sendUpdates } from './copies';
import {
  bodyOf,
  type EventBody,
  type EventRow,
  insertEvent,
  never,
  newEventId,
  newUid,
  removeEvent,
  updateEvent,
  usualPlain,
} from './event';
import { eventBody } from './event-body';
import { addressOf, checkEventMatch, eventOf, eventTag, mailboxOf, preferencesApplied } from './mailbox';
import { expanded, putProperties, readExpansion, readProperties } from './properties';
import { checkTimes, readEvent } from './read-event';

function shown(request: GraphRequest, mailbox: UserRow, row: EventRow): Record<string, unknown> {
  return {
    '@odata.context': metadata(`users('${mailbox.id}')/events/$entity`),
    ...eventBody(request.headers, row),
  };
}

/** Equal content, whatever the order of its properties. */
function digest(value: unknown): string {
  const sorted = JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
  return createHash('sha256').update(sorted).digest('base64url');
}

function replayed(
  { store }: Tenant,
  mailbox: UserRow,
  transactionId: string | null,
  content: string,
): EventRow | undefined {
  if (transactionId === null) return undefined;
  const row = store.get<EventRow>(
    'select * from event where mailbox = ? and transaction_id = ?',
    mailbox.id,
    transactionId,
  );
  if (row && row.digest !== content)
    throw new Refusal(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId supplied with your request was already used for another item.",
    );
  return row;
}

function newBody(given: Partial<EventBody>, mailbox: UserRow, at: number): EventBody {
  return {
    subject: '',
    body: { contentType: 'html', content: '' },
    attendees: [],
    organizer: { emailAddress: addressOf(mailbox) },
    originalStartTimeZone: 'UTC',
    originalEndTimeZone: 'UTC',
    responseStatus: { ...never, response: 'organizer' },
    isCancelled: false,
    isDraft: false,
    changed: at,
    location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} },
    onlineMeeting: null,
    plain: usualPlain,
    ...given,
  };
}

/** Answers 201 both times when a POST is repeated with its transactionId; the second makes nothing. */
export const postEvent: Handle = (request, tenant) => {
  const mailbox = mailboxOf(request, tenant);
  const { transactionId, ...content } = objectBody(request);
  if (transactionId !== undefined && typeof transactionId !== 'string')
    throw new Refusal(400, 'RequestBodyRead', 'transactionId is text.');
  const given = readEvent(content, tenant, undefined);
  if (given.starts === undefined || given.ends === undefined)
    throw new Refusal(
      400,
      'ErrorPropertyValidationFailure',
      'At least one property failed validation: start and end are required.',
    );
  checkTimes(given.starts, given.ends);
  const before = replayed(tenant, mailbox, transactionId ?? null, digest(content));
  if (before) return created(shown(request, mailbox, before), preferencesApplied(request.headers));
  const at = tenant.now().getTime();
  const row: EventRow = {
    id: newEventId(mailbox.id),
    mailbox: mailbox.id,
    uid: newUid(),
    organiser: 1,
    starts: given.starts,
    ends: given.ends,
    made: at,
    transaction_id: transactionId ?? null,
    digest: digest(content),
    version: 1,
    body: JSON.stringify(newBody(given.body, mailbox, at)),
  };
  insertEvent(tenant.store, row);
  putProperties(tenant.store, row.id, readProperties(content['singleValueExtendedProperties']));
  sendUpdates(tenant, row, [], false);
  return created(shown(request, mailbox, row), { ...preferencesApplied(request.headers), ETag: eventTag(row) });
};

export const getEvent: Handle = (request, tenant) => {
  request.query.only('select', 'expand');
  const { mailbox, row } = eventOf(request, tenant);
  const properties = expanded(tenant.store, row.id, readExpansion(request.query.get('expand')));
  const body = select(shown(request, mailbox, row), request.query.get('select'));
  return ok({ ...body, ...properties }, preferencesApplied(request.headers));
};

/** An attendee may change how the copy looks to itself, not the meeting. */
const ownOnly = [
  'showAs',
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'sensitivity',
  'importance',
  'singleValueExtendedProperties',
];

function refuseAttendee(row: EventRow, given: Record<string, unknown>): void {
  const strange = row.organiser === 1 ? undefined : Object.keys(given).find((name) => !ownOnly.includes(name));
  if (strange !== undefined)
    throw new Refusal(403, 'ErrorAccessDenied', `Only the organizer of a meeting can change its '${strange}'.`);
}

const noticed = ['subject', 'body', 'location', 'attendees', 'onlineMeeting'] as const;

export const patchEvent: Handle = (request, tenant) => {
  const { mailbox, row } = eventOf(request, tenant);
  checkEventMatch(request, row);
  const given = objectBody(request);
  if (given['transactionId'] !== undefined)
    throw new Refusal(400, 'ErrorInvalidRequest', 'The transactionId of an event cannot be changed.');
  refuseAttendee(row, given);
  const before = bodyOf(row);
  const read = readEvent(given, tenant, before);
  const { starts = row.starts, ends = row.ends } = read;
  checkTimes(starts, ends);
  const moved = starts !== row.starts || ends !== row.ends;
  const merged: EventBody = { ...before, ...read.body, changed: tenant.now().getTime() };
  const body = moved ? { ...merged, attendees: merged.attendees.map((one) => ({ ...one, status: never })) } : merged;
  const after = updateEvent(tenant.store, row, { starts, ends, body });
  putProperties(tenant.store, row.id, readProperties(given['singleValueExtendedProperties']));
  const changed = moved || noticed.some((name) => digest(before[name]) !== digest(body[name]));
  if (row.organiser === 1 && changed) sendUpdates(tenant, after, addresses(before), moved);
  return ok(shown(request, mailbox, after), { ...preferencesApplied(request.headers), ETag: eventTag(after) });
};

export const deleteEvent: Handle = (request, tenant) => {
  const { row } = eventOf(request, tenant);
  checkEventMatch(request, row);
  if (row.organiser === 1) sendCancellation(tenant, row);
  removeEvent(tenant.store, row.id);
  return noContent;
};

export const cancelEvent: Handle = (request, tenant) => {
  const { row } = eventOf(request, tenant);
  if (row.organiser === 0)
    throw new Refusal(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
    );
  sendCancellation(tenant, row);
  removeEvent(tenant.store, row.id);
  return accepted;
};
