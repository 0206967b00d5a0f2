import { choice, date, entries, indexed, note, optional, person, reference, text, yesNo } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** A trust-wide appraisal objective of one person, agreed with them as realistic. Never readable by reviewers. */
export const objective = defineRecord({
  name: 'objective',
  one: 'trust-wide objective',
  many: 'trust-wide objectives',
  site: 'confidential',
  list: 'Objectives',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    who: indexed(person({ label: 'Whose objective' })),
    appraiser: optional(person({ label: 'Appraiser' })),
    priority: optional(reference({ label: 'Trust-wide priority', to: 'priority' })),
    text: note({ label: 'Objective', help: 'A verb, and what for our academies.', max: 1000 }),
    contribution: note({ label: 'My contribution', help: 'Days, people, expertise.', max: 1000 }),
    measure: note({
      label: 'Performance measure',
      help: "Two or three things to be seen, within the person's own control.",
      max: 1000,
    }),
    evidenceSource: note({ label: 'Where the evidence comes from', max: 500 }),
    support: optional(note({ label: 'Support or cover needed', max: 500 })),
    ownAcademyBenefit: note({ label: "What it brings to the person's own academy", max: 1000 }),
    standard: optional(text({ label: "Headteachers' standard" })),
    reviewPoints: optional(
      entries({
        label: 'Review points',
        max: 6,
        entry: { on: date({ label: 'On' }), note: optional(text({ label: 'Note' })) },
      }),
    ),
    realistic: yesNo({ label: 'Realistic within the year, as both see it' }),
    agreedOn: optional(date({ label: 'Agreed on' })),
    state: choice({ label: 'State', of: ['draft', 'agreed', 'met', 'partly met', 'not met', 'closed'] }),
  },
  keep: { years: 6, because: 'appraisal: current year plus six, a setting to confirm with the trust' },
  access: (by) => ({
    // Appraisers lead: an objective is put to somebody by the trust or by the head of their academy.
    create: by.anyOf(by.role('HR'), by.allOf(by.is('appraiser'), by.role('Executive', 'Principal'))),
    read: by.anyOf(by.role('HR'), by.is('who'), by.is('appraiser')),
    update: by.anyOf(by.role('HR'), by.is('who'), by.is('appraiser')),
    remove: by.nobody,
  }),
  titleOf: ({ who, year }) => `${who.name}, ${year}`,
  holds: ({ state, agreedOn, realistic }) =>
    state === 'draft' ||
    (agreedOn !== undefined && realistic) || {
      path: 'agreedOn',
      sentence: 'An objective counts once both agreed that it is realistic: give the date.',
    },
});

export type Objective = RecordOf<typeof objective>;
