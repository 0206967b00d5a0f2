import { date, entries, indexed, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** A school year of one local authority or academy: 1 September to 31 August, with its six half-terms. */
export const schoolYear = defineRecord({
  name: 'schoolYear',
  one: 'school year',
  many: 'school years',
  site: 'trust',
  list: 'SchoolYears',
  fields: {
    year: indexed(text({ label: 'School year', help: 'For example 2026/27.', max: 7 })),
    scope: text({
      label: 'For which local authority or academy',
      help: 'The local authority by its name, an academy by its URN.',
      max: 100,
    }),
    halfTerms: entries({
      label: 'Half-terms',
      max: 7,
      entry: {
        name: text({ label: 'Name', max: 40 }),
        from: date({ label: 'First day' }),
        until: date({ label: 'Last day' }),
      },
    }),
  },
  keep: { years: 6, because: 'meetings and reviews were dated from it' },
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice'),
    remove: by.role('TrustOffice'),
  }),
  titleOf: ({ year, scope }) => `${year}, ${scope}`,
  holds: ({ halfTerms }) => {
    const wrong = halfTerms.findIndex(({ from, until }) => from > until);
    return wrong < 0 || { path: `halfTerms.${wrong}.until`, sentence: 'A half-term cannot end before it starts.' };
  },
});

export type SchoolYear = RecordOf<typeof schoolYear>;
