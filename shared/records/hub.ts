import { note, optional, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** Academies near enough to each other to work together often. */
export const hub = defineRecord({
  name: 'hub',
  one: 'hub',
  many: 'hubs',
  site: 'trust',
  list: 'Hubs',
  fields: {
    name: text({ label: 'Name', max: 100 }),
    purpose: optional(note({ label: 'What brings these academies together' })),
  },
  keep: { years: 10, because: 'hubs explain earlier triads and meetings' },
  lasts: () => true,
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice'),
    remove: by.role('TrustOffice'),
  }),
  titleOf: ({ name }) => name,
});

export type Hub = RecordOf<typeof hub>;
