import { academy, choice, choices, entries, number, optional, people, person, text, time, yesNo } from '../field';
import { meetingKinds } from '../meeting-kinds';
import { defineRecord, type RecordOf } from '../record';
import { weekdays } from '../time/calendar-date';
import { yearGroups } from '../year-groups';

export const rhythms = ['every half-term', 'every term', 'every year'] as const;

/** A standing group of one role or year group from all our academies. */
export const network = defineRecord({
  name: 'network',
  one: 'network',
  many: 'networks',
  site: 'trust',
  list: 'Networks',
  fields: {
    name: text({ label: 'Name', max: 100 }),
    purpose: optional(text({ label: 'What it is for', help: 'Every invitation says it.' })),
    kind: optional(choice({ label: 'Kind of meeting', of: meetingKinds })),
    /** The audience rule: people of this year group, responsibility or level. */
    yearGroup: optional(choice({ label: 'Who teaches', of: yearGroups })),
    responsibility: optional(
      choice({
        label: 'Who is',
        of: [
          'SENCo',
          'Business manager',
          'Pupil premium lead',
          'Designated safeguarding lead',
          'English lead',
          'Mathematics lead',
        ],
      }),
    ),
    level: optional(choice({ label: 'At the level of', of: ['Principal', 'Head of Academy', 'Senior leader'] })),
    also: optional(people({ label: 'Also invited' })),
    not: optional(people({ label: 'Not invited' })),
    deputies: optional(
      entries({
        label: 'Deputies',
        help: 'Who comes for an academy when none of its members can.',
        max: 100,
        entry: { academy: academy({ label: 'Academy' }), who: person({ label: 'Deputy' }) },
      }),
    ),
    lead: person({ label: 'Leads the network' }),
    minutes: number({ label: 'Length in minutes', from: 15, to: 480 }),
    rhythm: choice({ label: 'How often', of: rhythms }),
    times: number({ label: 'Meetings each time', help: 'In every half-term, term or year.', from: 1, to: 40 }),
    days: choices({
      label: 'Days on which it can meet',
      help: 'Any working day where none is chosen.',
      of: weekdays,
    }),
    preferredDays: optional(choices({ label: 'Best of these days', of: weekdays })),
    windows: entries({
      label: 'Times at which it can meet',
      help: 'A meeting lies within one of them; within the working day where none is given.',
      max: 6,
      entry: {
        from: time({ label: 'From' }),
        until: time({ label: 'Until' }),
        preferred: optional(yesNo({ label: 'One of the best times' })),
      },
    }),
    where: choice({ label: 'Where', of: ['at a host academy in turn', 'at one place', 'in Teams'] }),
    place: optional(text({ label: 'Place', help: 'For meetings at one place.' })),
    bring: optional(text({ label: 'What to bring' })),
    confidential: optional(
      yesNo({
        label: 'Confidential',
        help: 'The subject in Outlook then says only that there is a meeting; what it is for is read by the trust office, its lead, its deputies and, of each meeting, those invited.',
      }),
    ),
    active: yesNo({ label: 'Meets this year' }),
  },
  keep: { years: 6, because: 'meetings refer to their network' },
  lasts: ({ active }) => active,
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.anyOf(
      by.where('everyone signed in, unless it is confidential', ({ confidential }) => confidential !== true),
      by.role('TrustOffice'),
      by.is('lead'),
      by.isOneOf('also'),
      by.isAmong('one of the deputies', ({ deputies = [] }) => deputies.map(({ who }) => who)),
    ),
    update: by.role('TrustOffice'),
    remove: by.role('TrustOffice'),
  }),
  titleOf: ({ name }) => name,
  holds: ({ yearGroup, responsibility, level, also, days, preferredDays = [] }) => {
    if (yearGroup === undefined && responsibility === undefined && level === undefined && (also ?? []).length === 0)
      return {
        path: 'yearGroup',
        sentence: 'Say who belongs to it: a year group, a responsibility, a level, or people by name.',
      };
    return (
      days.length === 0 ||
      preferredDays.every((day) => days.includes(day)) || {
        path: 'preferredDays',
        sentence: 'Choose the best days from those on which it can meet.',
      }
    );
  },
});

export type Network = RecordOf<typeof network>;
