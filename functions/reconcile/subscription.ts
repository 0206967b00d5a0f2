import type { Stored } from '../../shared/record';
import { Busy, type Ports, product } from '../ports';
import { keyOf } from './lease';
import { type KeptSubscription, subscriptionKind } from './subscription-kind';

type SubscriptionPorts = Pick<Ports, 'records' | 'calendar' | 'clock' | 'ids' | 'log'>;

/** Outlook keeps a subscription for less than seven days. https://learn.microsoft.com/graph/api/resources/subscription */
const keptHours = 6 * 24;
const renewedBeforeHours = 3 * 24;
const hour = 3_600_000;

export const noticesPath = '/api/hooks/outlook';
export const lifecyclePath = `${noticesPath}/lifecycle`;

/**
 * Sees to it that Graph tells us of changes: asks where nobody has, renews what ends within three days, or at once
 * where Graph says that something is wrong with it. Safe to repeat: what was asked for and got lost is found again.
 *
 * @returns whether it stands; false while Microsoft 365 is busy
 */
export async function keepSubscribed(
  mailbox: string,
  ports: SubscriptionPorts,
  { publicOrigin }: { readonly publicOrigin: string },
  atOnce = false,
): Promise<boolean> {
  try {
    const kept = await readKept(mailbox, ports);
    const { subscription: id, until } = kept.record;
    const left = until === undefined ? 0 : Date.parse(until) - ports.clock.now().getTime();
    if (id !== undefined && left > renewedBeforeHours * hour && !atOnce) return true;
    const end = new Date(ports.clock.now().getTime() + keptHours * hour);
    const renewed = id === undefined ? undefined : await ports.calendar.renew(id, end);
    const listener = {
      address: `${publicOrigin}${noticesPath}`,
      lifecycleAddress: `${publicOrigin}${lifecyclePath}`,
      clientState: kept.record.clientState,
    };
    const standing = renewed ?? (await ports.calendar.subscribe(mailbox, listener, end));
    await ports.records.change(
      subscriptionKind,
      kept,
      { ...kept.record, subscription: standing.id, until: standing.until },
      product,
    );
    ports.log.info('Outlook tells us of changes.', { renewed: renewed !== undefined, until: standing.until });
    return true;
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    ports.log.warn('Microsoft 365 is busy; the subscription is renewed later.', { seconds: error.retryAfterSeconds });
    return false;
  }
}

/** The secret is kept before Graph hears of it: the first notice may come before the answer. */
async function readKept(mailbox: string, { records, ids }: SubscriptionPorts): Promise<Stored<KeptSubscription>> {
  const key = keyOf(mailbox);
  const present = await records.get(subscriptionKind, key);
  if (present !== undefined) return present;
  const clientState = `${ids.next()}${ids.next()}`.replaceAll('-', '');
  const made = await records.create(subscriptionKind, key, { mailbox, clientState }, product);
  if (made.ok) return made.value;
  // Somebody else was quicker: theirs is the secret.
  const theirs = await records.get(subscriptionKind, key);
  if (theirs === undefined) throw new Error('The secret of the subscription could not be kept.');
  return theirs;
}
