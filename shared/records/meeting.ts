import {
  academy,
  date,
  entries,
  indexed,
  note,
  number,
  optional,
  person,
  reference,
  text,
  time,
  academy as urn,
} from '../field';
import { defineRecord, type RecordOf } from '../record';
import { britishDate } from '../time/british-date';
import { outlookEvent } from './outlook-event';

/** One meeting of a network. `members` are those invited, each for an academy. */
export const meeting = defineRecord({
  name: 'meeting',
  one: 'network meeting',
  many: 'network meetings',
  site: 'trust',
  list: 'Meetings',
  fields: {
    year: indexed(text({ label: 'School year', max: 7 })),
    network: indexed(reference({ label: 'Network', to: 'network' })),
    number: number({ label: 'Which meeting of the year', from: 1, to: 60 }),
    name: text({ label: 'Name', max: 120 }),
    lead: person({ label: 'Leads it' }),
    date: date({ label: 'Date' }),
    from: time({ label: 'From' }),
    until: time({ label: 'Until' }),
    host: optional(academy({ label: 'Host academy' })),
    place: text({ label: 'Place' }),
    members: entries({
      label: 'Invited',
      max: 400,
      entry: {
        academy: optional(urn({ label: 'Academy' })),
        who: person({ label: 'Who' }),
        email: text({ label: 'Address' }),
      },
    }),
    agenda: optional(note({ label: 'Agenda' })),
    notes: optional(note({ label: 'Notes', max: 20_000 })),
    ...outlookEvent,
  },
  keep: { years: 3, because: 'shows that every academy was represented; a setting to confirm with the trust' },
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.anyOf(by.role('TrustOffice'), by.is('lead')),
    remove: by.nobody,
  }),
  titleOf: ({ name, date: on }) => `${name}, ${britishDate(on)}`,
  holds: ({ from, until }) => from < until || { path: 'until', sentence: 'A meeting cannot end before it starts.' },
});

export type Meeting = RecordOf<typeof meeting>;
