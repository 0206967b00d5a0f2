import { plainText } from '../mail/inbox';
import { preference } from '../prefer';
import { bodyOf, type EventBody, type EventRow } from './event';
import { changeKey, eventTag, shownId } from './mailbox';
import { fromInstant, knownZone } from './time-zones';

const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 23)}0000Z`;

export const zoneOf = (headers: Headers): string => knownZone(preference(headers, 'outlook.timezone') ?? 'UTC');

function shownBody(headers: Headers, { body }: EventBody): EventBody['body'] {
  const asText = preference(headers, 'outlook.body-content-type')?.toLowerCase() === 'text';
  return asText && body.contentType === 'html' ? { contentType: 'text', content: plainText(body) } : body;
}

/** An event as Graph shows it, in the time zone and with the kind of id that the call prefers. */
export function eventBody(headers: Headers, row: EventRow): Record<string, unknown> {
  const stored = bodyOf(row);
  const zone = zoneOf(headers);
  const id = shownId(headers, row.id);
  return {
    '@odata.etag': eventTag(row),
    id,
    createdDateTime: instant(row.made),
    lastModifiedDateTime: instant(stored.changed),
    changeKey: changeKey(row),
    ...stored.plain,
    transactionId: row.transaction_id,
    originalStartTimeZone: stored.originalStartTimeZone,
    originalEndTimeZone: stored.originalEndTimeZone,
    iCalUId: row.uid,
    hasAttachments: false,
    subject: stored.subject,
    bodyPreview: plainText(stored.body).slice(0, 255),
    isCancelled: stored.isCancelled,
    isOrganizer: row.organiser === 1,
    seriesMasterId: null,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isDraft: stored.isDraft,
    recurrence: null,
    onlineMeeting: stored.onlineMeeting,
    responseStatus: stored.responseStatus,
    body: shownBody(headers, stored),
    start: fromInstant(row.starts, zone),
    end: fromInstant(row.ends, zone),
    location: stored.location,
    locations: stored.location['displayName'] === '' ? [] : [stored.location],
    attendees: stored.attendees,
    organizer: stored.organizer,
  };
}
