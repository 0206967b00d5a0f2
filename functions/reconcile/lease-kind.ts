import { date, entries, indexed, instant, note, number, optional, text } from '../../shared/field';
import { defineRecord, type RecordOf } from '../../shared/record';

/**
 * Who reconciles a mailbox until when, what has left in its minute, and before when nobody calls it: the one exception to "lists are no place for
 * job state". It is no kind of the registry, so no request of the panel reaches it.
 */
export const leaseKind = defineRecord({
  name: 'lease',
  one: 'lease',
  many: 'leases',
  site: 'trust',
  list: 'Leases',
  fields: {
    holder: indexed(text({ label: 'Who reconciles' })),
    until: instant({ label: 'Until' }),
    notBefore: optional(instant({ label: 'Nobody calls the mailbox before' })),
    sendings: optional(
      entries({
        label: 'Mails that left, or may have left, in the last minute',
        max: 60,
        entry: { at: instant({ label: 'No later than' }), count: number({ label: 'How many', to: 1000 }) },
      }),
    ),
    deltaLink: optional(note({ label: 'Where the delta query goes on' })),
    followedFrom: optional(date({ label: 'The delta query was begun on' })),
  },
  keep: { days: 30, because: 'it is written anew at every run' },
  access: (by) => ({ create: by.nobody, read: by.nobody, update: by.nobody, remove: by.nobody }),
  titleOf: ({ until }) => `Until ${until}`,
});

export type Lease = RecordOf<typeof leaseKind>;
