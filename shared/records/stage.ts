import {
  academy,
  choice,
  date,
  entries,
  indexed,
  kept,
  optional,
  people,
  person,
  reference,
  text,
  time,
} from '../field';
import { defineRecord, type RecordOf } from '../record';
import { clockChangeAt } from '../time/clock-change';
import { outlookEvent } from './outlook-event';

/** The steps of a review's cycle that have a day and an owner of their own; the visit stands on the review. */
export const datedSteps = [
  'self-review',
  'data sharing',
  'feedback',
  'record confirmed',
  'workshop',
  'first follow-up',
  'second follow-up',
  'impact review',
] as const;
export type DatedStep = (typeof datedSteps)[number];

/** Who is reminded of a step that is late, one after the other. */
export const chased = ['owner', 'triad lead', 'trust office'] as const;

/**
 * One dated step of a peer review: when, whose, and its event in Outlook. Its key is `{review}.{step}`. It says nothing
 * of what peers saw. Made by publishing a triad, moved and finished by those in it.
 */
export const stage = defineRecord({
  name: 'stage',
  one: 'stage of a peer review',
  many: 'stages of peer reviews',
  site: 'trust',
  list: 'ReviewStages',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    review: indexed(reference({ label: 'Peer review', to: 'review' })),
    host: academy({ label: 'Host academy' }),
    step: choice({ label: 'Step', of: datedSteps }),
    owner: indexed(person({ label: 'Whose turn it is' })),
    people: people({ label: 'Who takes part', max: 12 }),
    lead: optional(person({ label: 'Keeps the dates of the triad' })),
    on: date({ label: 'Due on' }),
    from: optional(time({ label: 'From' })),
    until: optional(time({ label: 'Until' })),
    state: kept(indexed(choice({ label: 'State', of: ['open', 'done', 'cancelled'] }))),
    doneOn: kept(optional(date({ label: 'Done on' }))),
    agreedBy: kept(optional(people({ label: 'Who says that feedback was given', max: 2 }))),
    reminders: kept(
      optional(
        entries({
          label: 'Reminders',
          max: 60,
          entry: { to: choice({ label: 'To', of: chased }), on: date({ label: 'On' }), due: date({ label: 'Due on' }) },
        }),
      ),
    ),
    ...outlookEvent,
  },
  keep: { years: 3, because: 'kept with the review it belongs to' },
  access: (by) => ({
    create: by.nobody,
    read: by.everyone,
    update: by.anyOf(by.role('TrustOffice'), by.is('owner'), by.isOneOf('people')),
    remove: by.nobody,
  }),
  titleOf: ({ step, on }) => `${step}, ${on}`,
  holds: ({ on, from, until }) => {
    if (from === undefined || until === undefined) return true;
    if (from >= until) return { path: 'until', sentence: 'It cannot end before it starts.' };
    const sentence = clockChangeAt(on, from) ?? clockChangeAt(on, until);
    return sentence === undefined || { path: 'from', sentence };
  },
});

export type Stage = RecordOf<typeof stage>;
