import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../../store';

/** One event in one calendar; copies of a meeting share `uid`. */
export interface EventRow {
  /** The core of the id, which both forms of the id hold. */
  readonly id: string;
  readonly mailbox: string;
  readonly uid: string;
  readonly organiser: number;
  readonly starts: number;
  readonly ends: number;
  readonly made: number;
  readonly transaction_id: string | null;
  readonly digest: string;
  readonly version: number;
  readonly body: string;
}

export interface EmailAddress {
  readonly name: string;
  readonly address: string;
}

export interface Status {
  readonly response: 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
  readonly time: string;
}

export interface Attendee {
  readonly type: 'required' | 'optional' | 'resource';
  readonly status: Status;
  readonly emailAddress: EmailAddress;
}

/** What is stored of an event beside its times and keys. */
export interface EventBody {
  readonly subject: string;
  readonly body: { readonly contentType: 'html' | 'text'; readonly content: string };
  readonly attendees: readonly Attendee[];
  readonly organizer: { readonly emailAddress: EmailAddress };
  readonly originalStartTimeZone: string;
  readonly originalEndTimeZone: string;
  readonly responseStatus: Status;
  readonly isCancelled: boolean;
  readonly isDraft: boolean;
  readonly changed: number;
  readonly location: Readonly<Record<string, unknown>>;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  /** Importance, sensitivity, showAs and the like: as given, or Graph's usual value. */
  readonly plain: Readonly<Record<string, unknown>>;
}

export const never: Status = { response: 'none', time: '0001-01-01T00:00:00Z' };
export const notAnswered: Status = { response: 'notResponded', time: '0001-01-01T00:00:00Z' };

export const bodyOf = (row: EventRow): EventBody => JSON.parse(row.body) as EventBody;

export const newEventId = (mailbox: string): string =>
  createHash('sha256').update(mailbox).digest('base64url').slice(0, 20) + randomBytes(24).toString('base64url');

export const newUid = (): string => `040000008200E00074C5B7101A82E008${randomBytes(16).toString('hex').toUpperCase()}`;

export function insertEvent(store: Store, row: EventRow): void {
  store.run(
    'insert into event (id, mailbox, uid, organiser, starts, ends, made, transaction_id, digest, version, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.mailbox,
    row.uid,
    row.organiser,
    row.starts,
    row.ends,
    row.made,
    row.transaction_id,
    row.digest,
    row.version,
    row.body,
  );
}

/** Writes a changed event; its version becomes another. */
export function updateEvent(
  store: Store,
  row: EventRow,
  changes: { starts?: number; ends?: number; body: EventBody },
): EventRow {
  const { starts = row.starts, ends = row.ends, body } = changes;
  const after: EventRow = { ...row, starts, ends, version: row.version + 1, body: JSON.stringify(body) };
  store.run(
    'update event set starts = ?, ends = ?, version = ?, body = ? where id = ?',
    starts,
    ends,
    after.version,
    after.body,
    row.id,
  );
  return after;
}

export const removeEvent = (store: Store, id: string): void => {
  store.run('delete from event where id = ?', id);
};

export const usualPlain: Readonly<Record<string, unknown>> = {
  reminderMinutesBeforeStart: 15,
  isReminderOn: true,
  importance: 'normal',
  sensitivity: 'normal',
  isAllDay: false,
  showAs: 'busy',
  categories: [],
  allowNewTimeProposals: true,
  hideAttendees: false,
  responseRequested: true,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
};
