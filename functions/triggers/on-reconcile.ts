import * as z from 'zod/mini';
import type { Look, Ports, Reconcile } from '../ports';
import { keepSubscribed } from '../reconcile/subscription';
import { factsOfError } from '../request';

const message = z.object({ mailbox: z.string() });
const lookMessage = z.object({ mailbox: z.string(), at: z.iso.datetime(), renew: z.optional(z.literal(true)) });

/** A hint that somebody may have changed something in Outlook; undefined for every other. */
export function lookIn(hint: unknown, mailbox: string): Look | undefined {
  const parsed = z.safeParse(lookMessage, hint);
  if (!parsed.success || parsed.data.mailbox.toLowerCase() !== mailbox) return undefined;
  const { at, renew } = parsed.data;
  return { mailbox, at, ...(renew === undefined ? {} : { renew }) };
}

/** Longest wait within one run, as long as somebody else's lease; what must wait longer is left to the sweeper. */
const mostSecondsToWait = 90;

interface Settings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
  readonly notices: boolean;
}

type OnReconcile = (hint: unknown, ports: Ports, settings: Settings, reconcile: Reconcile) => Promise<void>;

/**
 * A hint says that a mailbox may be behind. It is a hint only: a wrong or repeated one does no harm. Before the first
 * invitation leaves a process, Graph is asked to tell of the answers.
 */
export function reconciler(): OnReconcile {
  let isSubscribed = false;
  return async (hint, ports, settings, reconcile) => {
    const { organiserMailbox: mailbox } = settings;
    const parsed = z.safeParse(message, hint);
    if (!parsed.success || parsed.data.mailbox.toLowerCase() !== mailbox) {
      ports.log.warn('A hint on the queue "reconcile" names no mailbox of ours. It is left alone.');
      return;
    }
    if (settings.notices && !isSubscribed) isSubscribed = await subscribed(mailbox, ports, settings);
    const { againAfterSeconds } = await reconcile(mailbox, ports, settings);
    if (againAfterSeconds === undefined || againAfterSeconds > mostSecondsToWait) return;
    await ports.clock.wait(againAfterSeconds * 1000);
    ports.hints.reconcile(mailbox);
  };
}

/** Whatever becomes of it does not keep invitations from leaving: the timer asks again within the hour. */
async function subscribed(mailbox: string, ports: Ports, settings: Settings): Promise<boolean> {
  try {
    return await keepSubscribed(mailbox, ports, settings);
  } catch (error) {
    ports.log.error('Outlook could not be asked to tell of changes. The timer asks again.', factsOfError(error));
    return false;
  }
}
