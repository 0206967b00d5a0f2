import { academy, choice, indexed, optional, person, reference, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** Whether an academy was represented at a meeting, and by whom. Its key is `attendance-{meeting}-{urn}`. */
export const attendance = defineRecord({
  name: 'attendance',
  one: 'attendance',
  many: 'attendances',
  site: 'trust',
  list: 'Attendances',
  fields: {
    meeting: indexed(reference({ label: 'Meeting', to: 'meeting' })),
    academy: indexed(academy({ label: 'Academy' })),
    lead: person({ label: 'Who leads the meeting' }),
    represented: choice({ label: 'Represented', of: ['yes', 'no', 'by a deputy'] }),
    by: optional(person({ label: 'By whom' })),
    because: optional(text({ label: 'Why not', help: 'A few kind words; no health details.' })),
  },
  keep: { years: 3, because: 'shows that every academy was represented; a setting to confirm with the trust' },
  access: (by) => ({
    create: by.anyOf(by.role('TrustOffice'), by.is('lead')),
    read: by.everyone,
    update: by.anyOf(by.role('TrustOffice'), by.is('lead'), by.ofAcademy('academy', 'Principal')),
    remove: by.nobody,
  }),
  keyOf: (record) => `attendance-${record.meeting}-${record.academy}`,
  titleOf: ({ academy, represented }) => `${academy}: ${represented}`,
});

export type Attendance = RecordOf<typeof attendance>;
