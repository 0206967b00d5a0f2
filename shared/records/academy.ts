import { choices, date, indexed, number, optional, reference, text, time, urnSchema } from '../field';
import { defineRecord, type RecordOf } from '../record';

/** What an academy may offer others or ask of them: its own words, never what a peer review found. */
export const themes = [
  'Early years',
  'Phonics and early reading',
  'Reading',
  'Writing',
  'Mathematics',
  'Science',
  'Wider curriculum',
  'SEND',
  'Disadvantaged pupils',
  'Attendance',
  'Behaviour',
  'Personal development',
  'Assessment',
  'Developing staff',
] as const;

/** One of our academies, as in Get Information About Schools. Its key is `academy-{urn}`. */
export const academy = defineRecord({
  name: 'academy',
  one: 'academy',
  many: 'academies',
  site: 'trust',
  list: 'Academies',
  fields: {
    urn: indexed({ ...text({ label: 'URN', help: 'Six digits.' }), schema: urnSchema }),
    name: text({ label: 'Name' }),
    phase: optional(text({ label: 'Phase', max: 60 })),
    lowAge: optional(number({ label: 'Youngest age', to: 19 })),
    highAge: optional(number({ label: 'Oldest age', to: 19 })),
    localAuthority: text({ label: 'Local authority', max: 100 }),
    localAuthorityCode: optional(text({ label: 'Local authority code', max: 3 })),
    town: optional(text({ label: 'Town', max: 100 })),
    postcode: optional(text({ label: 'Postcode', max: 10 })),
    easting: optional(number({ label: 'Easting', help: 'Metres, British National Grid.', to: 800_000 })),
    northing: optional(number({ label: 'Northing', help: 'Metres, British National Grid.', to: 1_400_000 })),
    pupils: optional(number({ label: 'Pupils on roll', to: 10_000 })),
    hub: optional(reference({ label: 'Hub', to: 'hub' })),
    dayFrom: optional(time({ label: 'School day starts' })),
    dayUntil: optional(time({ label: 'School day ends' })),
    twilightUntil: optional(time({ label: 'Twilight meetings end by' })),
    strengths: optional(choices({ label: 'Can offer others', help: 'As the academy itself says it.', of: themes })),
    needs: optional(choices({ label: 'Would like help with', help: 'As the academy itself says it.', of: themes })),
    directedHours: optional(
      number({
        label: 'Directed time for the trust’s meetings, in hours',
        help: 'What your published calendar leaves for them after the school day, for a full-time teacher over the year. Say also when the school day ends.',
        to: 1265,
      }),
    ),
    joinedOn: optional(date({ label: 'Joined the trust on' })),
    leftOn: optional(date({ label: 'Left the trust on' })),
  },
  keep: { years: 10, because: 'reviews and meetings refer to academies, also to those that have left' },
  lasts: ({ leftOn }) => leftOn === undefined,
  access: (by) => ({
    create: by.role('TrustOffice'),
    read: by.everyone,
    update: by.role('TrustOffice'),
    remove: by.nobody,
  }),
  holds: ({ dayFrom, dayUntil, twilightUntil }) => {
    if (dayFrom !== undefined && dayUntil !== undefined && dayFrom >= dayUntil)
      return { path: 'dayUntil', sentence: 'The school day cannot end before it starts.' };
    if (dayUntil !== undefined && twilightUntil !== undefined && twilightUntil <= dayUntil)
      return { path: 'twilightUntil', sentence: 'Twilight meetings begin when the school day has ended.' };
    return true;
  },
  keyOf: ({ urn }) => `academy-${urn}`,
  titleOf: ({ name }) => name,
});

export type Academy = RecordOf<typeof academy>;
