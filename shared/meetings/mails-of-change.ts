import type { PersonReference } from '../field';
import type { Action } from '../records/action';
import type { Meeting } from '../records/meeting';
import type { Review } from '../records/review';
import { withFollowUp } from '../reviews/follow-up';
import { same } from '../same';

/** What an invitation says: when one of these changes, the event follows and people are told. */
export const toldOfMeeting = [
  'name',
  'date',
  'from',
  'until',
  'place',
  'host',
  'lead',
  'members',
  'agenda',
  'purpose',
  'bring',
  'teams',
  'confidential',
] as const satisfies readonly (keyof Meeting)[];
export const toldOfReview = [
  'visitOn',
  'visitFrom',
  'visitUntil',
  'host',
  'hostHead',
  'lead',
  'reviewers',
  'champion',
] as const satisfies readonly (keyof Review)[];

/** Who would get which mail from Outlook if a record were saved so. */
export interface MailsOfChange {
  /** Fields that say something else. */
  readonly news: readonly string[];
  /** By name: who gets an invitation, who a cancellation, who an update. */
  readonly invited: readonly string[];
  readonly cancelled: readonly string[];
  readonly updated: readonly string[];
}

/** Absent where nobody is written to: a draft, or nothing that an invitation says. */
export function mailsOfMeeting(before: Meeting, after: Meeting): MailsOfChange | undefined {
  return mailsOf(before, after, toldOfMeeting, ({ members }) => members.map(({ who }) => who));
}

/** The same for a visit, and with it for the open steps of whoever takes a part over. */
export function mailsOfReview(before: Review, after: Review): MailsOfChange | undefined {
  return mailsOf(before, after, toldOfReview, ({ hostHead, lead, reviewers, champion }) => [
    hostHead,
    lead,
    ...reviewers,
    ...(champion === undefined ? [] : [champion]),
  ]);
}

/** The same for the owner of an action, whose follow-up comes with the host's agreement and goes at the end. */
export function mailsOfAction(before: Action, typed: Action): MailsOfChange | undefined {
  const after = withFollowUp(before, typed);
  const nobody = { news: [], invited: [], cancelled: [], updated: [] };
  if (before.wanted !== 'event')
    return after.wanted === 'event' ? { ...nobody, invited: [after.owner.name] } : undefined;
  if (after.wanted !== 'event') return { ...nobody, cancelled: [before.owner.name] };
  return mailsOf(before, after, ['what', 'dueOn', 'owner'], ({ owner }) => [owner]);
}

function mailsOf<R extends { readonly wanted: 'nothing' | 'event' }>(
  before: R,
  after: R,
  told: readonly (keyof R & string)[],
  peopleOf: (record: R) => readonly PersonReference[],
): MailsOfChange | undefined {
  const news = told.filter((name) => !same(before[name], after[name]));
  if (before.wanted !== 'event' || news.length === 0) return undefined;
  const [old, next] = [peopleOf(before), peopleOf(after)];
  const isAmong = (all: readonly PersonReference[], { id }: PersonReference) => all.some((one) => one.id === id);
  const named = (people: readonly PersonReference[]) => [...new Set(people.map(({ name }) => name))];
  return {
    news,
    invited: named(next.filter((one) => !isAmong(old, one))),
    cancelled: named(old.filter((one) => !isAmong(next, one))),
    updated: named(next.filter((one) => isAmong(old, one))),
  };
}
