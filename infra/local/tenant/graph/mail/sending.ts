import { Refusal } from '../answer';
import type { Tenant } from '../request';

const minute = 60_000;
const mostAMinute = 30;

/** One message leaves a mailbox: counted, and beyond thirty a minute refused where the settings say so. */
export function send({ store, now, sendingLimit, count }: Tenant, mailbox: string): void {
  const at = now().getTime();
  store.run('delete from sending where at <= ?', at - minute);
  const sent = store.get<{ n: number }>('select count(*) as n from sending where mailbox = ?', mailbox)?.n ?? 0;
  if (sent >= mostAMinute) {
    count('messagesOverLimit');
    if (sendingLimit() === 'refuse')
      throw new Refusal(
        429,
        'ErrorMessageSubmissionBlocked',
        'The mailbox has sent as many messages as it may in a minute.',
        { 'Retry-After': '20' },
      );
  }
  store.run('insert into sending (mailbox, at) values (?, ?)', mailbox, at);
  count('messages');
}
