import type { Clock, Ports } from '../../../functions/ports';
import { reconcileMailbox } from '../../../functions/reconcile/reconcile-mailbox';

const monthMilliseconds = 30 * 86_400_000;

/**
 * Brings the reviews that are under way into Outlook, by the product's own reconciler, as it was done a month ago:
 * nobody can be invited to last week's visit today.
 */
export async function publishEarlier(
  ports: Omit<Ports, 'hints' | 'files' | 'mail' | 'proofs'>,
  mailbox: string,
  publicOrigin: string,
): Promise<void> {
  const clock: Clock = { ...ports.clock, now: () => new Date(ports.clock.now().getTime() - monthMilliseconds) };
  for (let round = 0; round < 10; round += 1) {
    const { againAfterSeconds } = await reconcileMailbox(mailbox, { ...ports, clock }, { publicOrigin });
    if (againAfterSeconds === undefined) return;
    await ports.clock.wait(againAfterSeconds * 1000);
  }
  throw new Error('The reviews of the demonstration trust do not come into Outlook.');
}
