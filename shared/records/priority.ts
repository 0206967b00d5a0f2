import { choice, date, indexed, note, optional, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** What the trust has agreed to work on for all its pupils, when and where it was agreed. */
export const priority = defineRecord({
  name: 'priority',
  one: 'trust-wide priority',
  many: 'trust-wide priorities',
  site: 'trust',
  list: 'Priorities',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    name: text({ label: 'Priority' }),
    why: note({ label: 'Why it matters to all our pupils', max: 2000 }),
    agreedOn: optional(date({ label: 'Agreed on' })),
    agreedAt: optional(text({ label: 'Agreed at', help: "For example the principals' conference." })),
    state: choice({ label: 'State', of: ['proposed', 'agreed', 'closed'] }),
  },
  keep: { years: 6, because: 'appraisal objectives refer to it' },
  access: (by) => ({
    create: by.role('TrustOffice', 'Executive'),
    read: by.everyone,
    update: by.role('TrustOffice', 'Executive'),
    remove: by.nobody,
  }),
  titleOf: ({ name }) => name,
});

export type Priority = RecordOf<typeof priority>;
