import {
  academy,
  choice,
  choices,
  email,
  entries,
  indexed,
  number,
  optional,
  person as personField,
  text,
  time,
  yesNo,
} from '../field';
import { defineRecord, type RecordOf } from '../record';
import { weekdays } from '../time/calendar-date';
import { yearGroups } from '../year-groups';

export const levels = [
  'Principal',
  'Head of Academy',
  'Senior leader',
  'Middle leader',
  'Teacher',
  'Support staff',
  'Central team',
  'Trustee',
] as const;

/** Somebody who works for our academies. Roles count only while this record is active. Its key is `person-{entra id}`. */
export const person = defineRecord({
  name: 'person',
  one: 'person',
  many: 'people',
  site: 'trust',
  list: 'People',
  fields: {
    who: indexed(personField({ label: 'Entra account' })),
    email: email({ label: 'E-mail address' }),
    academy: optional(indexed(academy({ label: 'Academy', help: 'Empty for the central team and trustees.' }))),
    post: text({ label: 'Post', max: 120 }),
    level: choice({ label: 'Level', of: levels }),
    yearGroups: optional(choices({ label: 'Year groups taught', of: yearGroups })),
    responsibilities: optional(
      choices({
        label: 'Responsibilities',
        of: [
          'SENCo',
          'Business manager',
          'Pupil premium lead',
          'Designated safeguarding lead',
          'English lead',
          'Mathematics lead',
          'Improvement Champion',
          'Peer review lead',
        ],
      }),
    ),
    leadershipPay: optional(
      yesNo({
        label: 'On the leadership pay range',
        help: 'Directed time of 1,265 hours does not apply to the leadership range.',
      }),
    ),
    fullTimePercent: optional(
      number({
        label: 'Share of full time, in per cent',
        help: 'Directed time is counted pro rata. Empty means full time.',
        from: 1,
        to: 100,
      }),
    ),
    teaching: optional(
      entries({
        label: 'Cannot be released',
        help: 'Times of every school week that the Outlook calendar does not show, such as a teaching timetable.',
        max: 40,
        entry: {
          day: choice({ label: 'Day', of: weekdays }),
          from: time({ label: 'From' }),
          until: time({ label: 'Until' }),
        },
      }),
    ),
    active: yesNo({ label: 'Works for us now' }),
  },
  keep: { years: 6, because: 'staff file: leaving plus six years, a setting to confirm with the trust' },
  lasts: ({ active }) => active,
  access: (by) => ({
    create: by.role('TrustOffice', 'HR'),
    read: by.everyone,
    update: by.role('TrustOffice', 'HR'),
    remove: by.nobody,
  }),
  keyOf: ({ who }) => `person-${who.id.toLowerCase()}`,
  titleOf: ({ who, post }) => `${who.name}, ${post}`,
});

export type Person = RecordOf<typeof person>;
