import { indexed, instant, optional, text } from '../../shared/field';
import { defineRecord, type RecordOf } from '../../shared/record';

/**
 * Where Graph tells us of changes, for each mailbox one item. It holds the secret that every notice must bear, so it
 * lies in the site that only the app can open, and is no kind of the registry: no request of the panel reaches it.
 */
export const subscriptionKind = defineRecord({
  name: 'subscription',
  one: 'subscription',
  many: 'subscriptions',
  site: 'confidential',
  list: 'Subscriptions',
  fields: {
    mailbox: indexed(text({ label: 'Mailbox' })),
    clientState: text({ label: 'What every notice bears', max: 128 }),
    subscription: optional(text({ label: 'Subscription' })),
    until: optional(instant({ label: 'Until' })),
  },
  keep: { days: 30, because: 'it is renewed every few days' },
  access: (by) => ({ create: by.nobody, read: by.nobody, update: by.nobody, remove: by.nobody }),
  titleOf: ({ until }) => (until === undefined ? 'Not yet subscribed' : `Until ${until}`),
});

export type KeptSubscription = RecordOf<typeof subscriptionKind>;
