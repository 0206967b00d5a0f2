import type { Look, Ports } from '../ports';
import { followOutlook } from '../reconcile/follow-outlook';

interface Settings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
}

/**
 * Every night somebody looks, whatever notices came or were lost. Where the mailbox is being reconciled just then, or
 * Microsoft 365 is busy, the look is put on the queue, where it waits until it has been done.
 */
export async function lookNightly(ports: Ports, settings: Settings, later: (look: Look) => void): Promise<void> {
  const { organiserMailbox: mailbox } = settings;
  const { againAfterSeconds, waiting } = await followOutlook(mailbox, ports, settings);
  if (againAfterSeconds !== undefined) later({ mailbox, at: ports.clock.now().toISOString() });
  if (waiting > 0) ports.hints.reconcile(mailbox);
}
