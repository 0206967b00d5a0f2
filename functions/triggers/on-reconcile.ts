import * as z from 'zod/mini';
import type { Look, Ports, Reconcile } from '../ports';

const message = z.object({ mailbox: z.string() });
const lookMessage = z.object({ mailbox: z.string(), at: z.iso.datetime(), renew: z.optional(z.literal(true)) });

/** A hint that somebody may have changed something in Outlook; undefined for every other. */
export function lookIn(hint: unknown, mailbox: string): Look | undefined {
  const parsed = z.safeParse(lookMessage, hint);
  if (!parsed.success || parsed.data.mailbox.toLowerCase() !== mailbox) return undefined;
  const { at, renew } = parsed.data;
  return { mailbox, at, ...(renew === undefined ? {} : { renew }) };
}

/** Longest wait within one run; what must wait longer is left to the sweeper. */
const mostSecondsToWait = 60;

interface Settings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
}

/** A hint says that a mailbox may be behind. It is a hint only: a wrong or repeated one does no harm. */
export async function onReconcile(
  hint: unknown,
  ports: Ports,
  settings: Settings,
  reconcile: Reconcile,
): Promise<void> {
  const parsed = z.safeParse(message, hint);
  if (!parsed.success || parsed.data.mailbox.toLowerCase() !== settings.organiserMailbox) {
    ports.log.warn('A hint on the queue "reconcile" names no mailbox of ours. It is left alone.');
    return;
  }
  const { againAfterSeconds } = await reconcile(settings.organiserMailbox, ports, settings);
  if (againAfterSeconds === undefined || againAfterSeconds > mostSecondsToWait) return;
  await ports.clock.wait(againAfterSeconds * 1000);
  ports.hints.reconcile(settings.organiserMailbox);
}
