import { academies, date, indexed, number, optional, person, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** Academies that review each other in one round. */
export const triad = defineRecord({
  name: 'triad',
  one: 'triad',
  many: 'triads',
  site: 'trust',
  list: 'Triads',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    round: number({ label: 'Round', from: 1, to: 50 }),
    name: text({ label: 'Name', max: 120 }),
    academies: academies({ label: 'Academies', max: 4 }),
    lead: optional(person({ label: 'Keeps the dates' })),
    startOn: optional(date({ label: 'Work begins on' })),
  },
  keep: { years: 10, because: 'fresh partners are chosen from the history of rounds' },
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice'),
    remove: by.nobody,
  }),
  titleOf: ({ name, round }) => `${name}, round ${round}`,
  holds: ({ academies }) =>
    (academies.length >= 2 && new Set(academies).size === academies.length) || {
      path: 'academies',
      sentence: 'Choose two to four different academies.',
    },
});

export type Triad = RecordOf<typeof triad>;
