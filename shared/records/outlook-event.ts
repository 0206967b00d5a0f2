import { choice, date, entries, indexed, kept, number, optional, text, time, type ValueOf } from '../field';

/** What Outlook is wanted to hold for a record, and what it holds. Written by publishing and by the reconciler alone. */
export const outlookStates = ['draft', 'waiting', 'sent', 'changed in Outlook', 'failed', 'cancelled'] as const;
export type OutlookState = (typeof outlookStates)[number];

/** When and where an event is since somebody changed it in Outlook. */
export const seenFields = {
  date: date({ label: 'Date' }),
  from: time({ label: 'From' }),
  until: time({ label: 'Until' }),
  place: optional(text({ label: 'Place' })),
} as const;
export type SeenInOutlook = ValueOf<typeof seenFields>;

/** How somebody answered an invitation. Who has not answered has no entry. */
export const answersInOutlook = ['accepted', 'tentative', 'declined'] as const;

/** Whom somebody added to an event, such as a substitute to whom the invitation was forwarded, or took off it. */
export const guestFields = {
  name: text({ label: 'Name' }),
  email: text({ label: 'Address' }),
  change: choice({ label: 'Changed', of: ['added', 'taken off'] }),
  answer: optional(choice({ label: 'Answer', of: answersInOutlook })),
} as const;
export type GuestInOutlook = ValueOf<typeof guestFields>;

/** Fields of every kind that has an event in the organiser's calendar. */
export const outlookEvent = {
  /** The event that should exist; `nothing` means that it should be cancelled. */
  wanted: kept(choice({ label: 'Wanted in Outlook', of: ['nothing', 'event'] })),
  /** Counts up when a cancelled event is to be made anew: part of the business key. */
  generation: kept(number({ label: 'Generation' })),
  outlook: kept(indexed(choice({ label: 'In Outlook', of: outlookStates }))),
  outlookProblem: kept(optional(text({ label: 'Why it failed' }))),
  eventId: kept(optional(text({ label: 'Event id' }))),
  /** While it is `changed in Outlook`: what Outlook holds, where that is another time or place. */
  seen: kept(optional(entries({ label: 'Now in Outlook', max: 1, entry: seenFields }))),
  seenGuests: kept(optional(entries({ label: 'Added or taken off in Outlook', max: 60, entry: guestFields }))),
} as const;

/** How these fields start. */
export const notPublished = { wanted: 'nothing', generation: 0, outlook: 'draft' } as const;
