import { choice, indexed, kept, number, optional, text } from '../field';

/** What Outlook is wanted to hold for a record, and what it holds. Written by publishing and by the reconciler alone. */
export const outlookStates = ['draft', 'waiting', 'sent', 'changed in Outlook', 'failed', 'cancelled'] as const;
export type OutlookState = (typeof outlookStates)[number];

/** Fields of every kind that has an event in the organiser's calendar. */
export const outlookEvent = {
  /** The event that should exist; `nothing` means that it should be cancelled. */
  wanted: kept(choice({ label: 'Wanted in Outlook', of: ['nothing', 'event'] })),
  /** Counts up when a cancelled event is to be made anew: part of the business key. */
  generation: kept(number({ label: 'Generation' })),
  outlook: kept(indexed(choice({ label: 'In Outlook', of: outlookStates }))),
  outlookProblem: kept(optional(text({ label: 'Why it failed' }))),
  eventId: kept(optional(text({ label: 'Event id' }))),
} as const;

/** How these fields start. */
export const notPublished = { wanted: 'nothing', generation: 0, outlook: 'draft' } as const;
