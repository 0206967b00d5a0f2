import type { Stored } from '../../../shared/record';
import type { Meeting } from '../../../shared/records/meeting';
import type { OutlookState } from '../../../shared/records/outlook-event';
import { counted } from '../counted';

export type StoredMeeting = Stored<Meeting>;

/** Which meetings are shown. */
export const filters = ['all', 'drafts', 'on their way', 'in Outlook', 'need attention', 'cancelled'] as const;
export type Filter = (typeof filters)[number];

const statesOf: Readonly<Record<Filter, readonly OutlookState[]>> = {
  all: ['draft', 'waiting', 'sent', 'changed in Outlook', 'failed', 'cancelled'],
  drafts: ['draft'],
  'on their way': ['waiting'],
  'in Outlook': ['sent', 'changed in Outlook'],
  'need attention': ['failed', 'changed in Outlook'],
  cancelled: ['cancelled'],
};

export function inDateOrder(meetings: readonly StoredMeeting[]): readonly StoredMeeting[] {
  const key = ({ record, key: last }: StoredMeeting): string => `${record.date} ${record.from} ${record.name} ${last}`;
  return [...meetings].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

export function filtered(meetings: readonly StoredMeeting[], filter: Filter): readonly StoredMeeting[] {
  return meetings.filter(({ record }) => statesOf[filter].includes(record.outlook));
}

const words: Readonly<Record<OutlookState, string>> = {
  draft: 'Draft, nobody invited',
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  'changed in Outlook': 'Changed in Outlook',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** What Outlook holds of a meeting, in words for the trust office. */
export function stateInWords({ outlook, wanted }: Pick<Meeting, 'outlook' | 'wanted'>): string {
  return outlook === 'waiting' && wanted === 'nothing' ? 'Waiting to be cancelled' : words[outlook];
}

const isGone = ({ outlook, wanted }: Meeting): boolean =>
  outlook === 'cancelled' || (outlook === 'waiting' && wanted === 'nothing');

/** Publishing takes drafts, and once more those that failed. */
export function mayPublish({ record }: StoredMeeting): boolean {
  return record.outlook === 'draft' || (record.outlook === 'failed' && record.wanted === 'event');
}

/** What was cancelled can be invited to anew. */
export function mayPublishAgain({ record }: StoredMeeting): boolean {
  return record.outlook === 'cancelled';
}

/** Moving and cancelling are for meetings that still stand, drafts among them. */
export function mayChange({ record }: StoredMeeting): boolean {
  return !isGone(record);
}

/** Whether people have an invitation in their calendars that a move or a cancellation reaches. */
export function wasSent({ record }: StoredMeeting): boolean {
  return record.eventId !== undefined && !isGone(record);
}

export function waitingKeys(meetings: readonly StoredMeeting[]): readonly string[] {
  return meetings.filter(({ record }) => record.outlook === 'waiting').map(({ key }) => key);
}

/** How far Outlook has come with what was asked of it. */
export interface Progress {
  readonly of: number;
  /** Sent, or cancelled where that was asked for. */
  readonly done: number;
  readonly failed: number;
}

export function progressOf(meetings: readonly StoredMeeting[], followed: ReadonlySet<string>): Progress {
  const states = meetings.filter(({ key }) => followed.has(key)).map(({ record }) => record.outlook);
  const failed = states.filter((state) => state === 'failed').length;
  const waiting = states.filter((state) => state === 'waiting').length;
  return { of: states.length, done: states.length - failed - waiting, failed };
}

/** Each meeting's invitation, update or cancellation is one mail, and Exchange sends no more from one mailbox. */
const mailsInAMinute = 30;

/**
 * Why Outlook takes a while, and how long; undefined when nothing waits any more.
 *
 * @example waitInWords({ of: 51, done: 9, failed: 0 }) // 'Exchange sends at most 30 … a minute, …: about 2 minutes left.'
 */
export function waitInWords({ of, done, failed }: Progress): string | undefined {
  const minutes = Math.ceil((of - done - failed) / mailsInAMinute);
  if (minutes === 0) return undefined;
  const left = minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
  return `Exchange sends at most ${mailsInAMinute} invitations a minute from one mailbox, one for each meeting: ${left}. You can close this pane; they go on.`;
}

/**
 * @example inWords({ meetings: 2, invitations: 40, people: 22, academies: 15 })
 * // '40 invitations to 22 people from 15 academies'
 */
export function inWords({ invitations, people, academies }: Invitations): string {
  const whom = `${counted(people, 'person', 'people')} from ${counted(academies, 'academy', 'academies')}`;
  return `${counted(invitations, 'invitation', 'invitations')} to ${whom}`;
}

/** Who will be invited by publishing these meetings: the members and who leads. */
export interface Invitations {
  readonly meetings: number;
  readonly invitations: number;
  readonly people: number;
  readonly academies: number;
}

export function invitationsOf(meetings: readonly StoredMeeting[]): Invitations {
  const invited = meetings.map(
    ({ record }) => new Set([record.lead, ...record.members.map(({ who }) => who)].map(idOf)),
  );
  const urns = meetings.flatMap(({ record }) => record.members.flatMap(({ academy }) => academy ?? []));
  return {
    meetings: meetings.length,
    invitations: invited.reduce((sum, people) => sum + people.size, 0),
    people: new Set(invited.flatMap((people) => [...people])).size,
    academies: new Set(urns).size,
  };
}

const idOf = ({ id }: { readonly id: string }): string => id.toLowerCase();
