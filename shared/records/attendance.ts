import { academy, choice, indexed, kept, optional, person, reference, text } from '../field';
import { defineRecord, type RecordOf } from '../record';

export const representedAs = ['yes', 'no', 'by a deputy'] as const;
export type RepresentedAs = (typeof representedAs)[number];

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
    /** A year of a large trust is more than SharePoint finds by one indexed value (5,000); a term is not. */
    term: kept(indexed(text({ label: 'Term', max: 20 }))),
    lead: person({ label: 'Who leads the meeting' }),
    represented: choice({ label: 'Represented', of: representedAs }),
    by: optional(person({ label: 'By whom' })),
    because: optional(text({ label: 'Why not', help: 'A few kind words; no health details.' })),
  },
  keep: { years: 3, because: 'shows that every academy was represented; a setting to confirm with the trust' },
  access: (by) => ({
    create: by.anyOf(by.role('TrustOffice'), by.is('lead')),
    read: by.everyone,
    update: by.anyOf(by.role('TrustOffice'), by.is('lead'), by.ofAcademy('academy', 'Principal')),
    // Undo of the first tap in the register.
    remove: by.anyOf(by.role('TrustOffice'), by.is('lead')),
  }),
  keyOf: (record) => `attendance-${record.meeting}-${record.academy}`,
  titleOf: ({ academy, represented }) => `${academy}: ${represented}`,
});

export type Attendance = RecordOf<typeof attendance>;
