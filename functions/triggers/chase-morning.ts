import type { Ports } from '../ports';
import { takeLease } from '../reconcile/lease';
import { chaseMeetings } from './chase-meetings';
import { chaseStages } from './chase-stages';

/**
 * Every school morning, by one instance alone: two that wrote the same reminder would both take it for their own, since
 * a change that is already stored counts as done. What fails does not keep the other from being asked.
 */
export async function chaseMorning(
  ports: Pick<Ports, 'records' | 'people' | 'mail' | 'clock' | 'ids' | 'log'>,
  settings: Parameters<typeof chaseStages>[1],
): Promise<void> {
  const taken = await takeLease('morning', ports);
  if (!taken.ok) {
    ports.log.info('Another instance asks this morning.');
    return;
  }
  const { lease } = taken;
  try {
    await chaseStages(ports, settings);
  } finally {
    await chaseMeetings(ports, settings, () => lease.renew());
    await lease.release();
  }
}
