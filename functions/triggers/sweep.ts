import type { Kind } from '../../shared/record';
import { kinds } from '../../shared/records';
import type { Ports } from '../ports';

/** Kinds that have an event in Outlook. */
const withEvent: readonly Kind[] = [kinds.meeting, kinds.review, kinds.stage, kinds.action].map((kind) => kind as Kind);

/** Finds work whose hint was lost: whatever still waits for Outlook. The lists are the truth, the queue is not. */
export async function sweep(
  { records, hints, log }: Pick<Ports, 'records' | 'hints' | 'log'>,
  organiserMailbox: string,
): Promise<void> {
  const pages = await Promise.all(
    withEvent.map((kind) => records.page(kind, { by: 'outlook', is: 'waiting' }, { top: 1 })),
  );
  if (!pages.some((page) => page.ok && page.value.records.length > 0)) return;
  log.info('Something still waits for Outlook.');
  hints.reconcile(organiserMailbox);
}
