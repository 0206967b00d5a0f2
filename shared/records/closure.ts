import { choice, date, indexed, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** Days on which an academy, a local authority's academies or the whole trust cannot meet. */
export const closure = defineRecord({
  name: 'closure',
  one: 'closed day',
  many: 'closed days',
  site: 'trust',
  list: 'Closures',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    scope: text({
      label: 'Whom it concerns',
      help: '"trust", a local authority by its name, or an academy by its URN.',
      max: 100,
    }),
    from: date({ label: 'First day' }),
    until: date({ label: 'Last day' }),
    what: choice({ label: 'What', of: ['holiday', 'INSET', 'closed day', 'bank holiday', 'trust day', 'keep clear'] }),
    label: text({ label: 'Name', max: 120 }),
  },
  keep: { years: 6, because: 'meetings and reviews were dated around it' },
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice'),
    remove: by.role('TrustOffice'),
  }),
  titleOf: ({ label, scope }) => `${label} (${scope})`,
  holds: ({ from, until }) => from <= until || { path: 'until', sentence: 'The last day cannot be before the first.' },
});

export type Closure = RecordOf<typeof closure>;
