import { academy, date, email, entries, lines, note, number, optional, text, yesNo } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** The trust itself: one record, with its values and its settings. Its key is `trust`. */
export const trust = defineRecord({
  name: 'trust',
  one: 'trust',
  many: 'trusts',
  site: 'trust',
  list: 'Trust',
  fields: {
    name: text({ label: 'Name' }),
    values: optional(lines({ label: 'Values' })),
    statement: optional(note({ label: 'What we are for' })),
    organiserMailbox: email({
      label: 'Shared mailbox that organises meetings',
      help: 'A shared mailbox of the trust; every invitation comes from it.',
    }),
    followUpSchoolWeeks: optional(
      number({ label: 'School weeks until the first follow-up', help: 'Six where it is empty.', from: 1, to: 40 }),
    ),
    secondFollowUpSchoolWeeks: optional(
      number({
        label: 'School weeks until the second follow-up',
        help: 'Counted from the visit, too; twice the first where it is empty.',
        from: 2,
        to: 60,
      }),
    ),
    pairsAllowed: optional(yesNo({ label: 'Pairs may review each other' })),
    neverTogether: optional(
      entries({
        label: 'Academies that never review each other',
        help: 'An infant and a junior school on one site, relatives, a secondment.',
        entry: {
          one: academy({ label: 'Academy' }),
          other: academy({ label: 'The other academy' }),
          because: optional(text({ label: 'Because', max: 120 })),
        },
        max: 100,
      }),
    ),
    calendarAgreedOn: optional(date({ label: 'Meeting calendar agreed on' })),
    releasesInWeek: optional(
      number({ label: 'Releases from school in a week', help: 'That one person may be asked for.', from: 1, to: 5 }),
    ),
    weeksBetweenMeetings: optional(number({ label: 'Weeks between two meetings of one network', from: 0, to: 20 })),
    askSchoolDaysBefore: optional(
      number({
        label: 'School days before a meeting',
        help: 'An academy that nobody has accepted for is then asked who comes.',
        from: 1,
        to: 40,
      }),
    ),
    directedTimeHours: optional(
      number({ label: 'Directed time in a year, in hours', help: '1,265 for a full-time teacher.', from: 1, to: 1265 }),
    ),
  },
  keep: { years: 10, because: 'settings and values are the history of the trust' },
  lasts: () => true,
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice', 'Executive'),
    remove: by.nobody,
  }),
  keyOf: () => 'trust',
  titleOf: ({ name }) => name,
  holds: ({ followUpSchoolWeeks = 6, secondFollowUpSchoolWeeks }) =>
    secondFollowUpSchoolWeeks === undefined ||
    secondFollowUpSchoolWeeks > followUpSchoolWeeks || {
      path: 'secondFollowUpSchoolWeeks',
      sentence: 'The second follow-up comes after the first.',
    },
});

export type Trust = RecordOf<typeof trust>;
