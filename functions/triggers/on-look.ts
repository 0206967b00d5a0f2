import type { Look, Ports } from '../ports';
import { followOutlook } from '../reconcile/follow-outlook';
import { keepSubscribed } from '../reconcile/subscription';

/** Notices come in swarms: a look waits a little, and answers all that came before it began. */
const gatherMilliseconds = 3000;
const mostSecondsToWait = 60;

interface Settings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
}

/** Looks at what changed in Outlook because somebody said so. Hints that are older than the last look say nothing new. */
export function looker(): (look: Look, ports: Ports, settings: Settings, again: (look: Look) => void) => Promise<void> {
  let lookedAt = 0;
  return async (look, ports, settings, again) => {
    const { clock, hints } = ports;
    const mailbox = settings.organiserMailbox;
    if (look.renew) await keepSubscribed(mailbox, ports, settings, true);
    const saidAt = Date.parse(look.at);
    if (saidAt < lookedAt) return;
    const wait = saidAt + gatherMilliseconds - clock.now().getTime();
    if (wait > 0) await clock.wait(Math.min(wait, gatherMilliseconds));
    const began = clock.now().getTime();
    const { againAfterSeconds, waiting } = await followOutlook(mailbox, ports, settings);
    if (waiting > 0) hints.reconcile(mailbox);
    if (againAfterSeconds === undefined) {
      lookedAt = began;
      return;
    }
    await clock.wait(Math.min(againAfterSeconds, mostSecondsToWait) * 1000);
    again({ mailbox, at: clock.now().toISOString() });
  };
}
