import type { Tenant } from '../graph/request';
import type { SubscriptionRow } from '../graph/subscriptions/subscription';
import type { NotificationOrders } from './orders';
import { gather, head, type Notice } from './outbox';

export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

export interface Waiting {
  readonly id: number;
  /** Its id; of a lifecycle notice the address, since the subscription may be gone. */
  readonly subscription: string;
  readonly lifecycle: number;
  readonly body: string;
  readonly since: number;
  readonly tries: number;
}

/** What waits to be told. It lies in the store, so that a restart loses nothing. */
export interface Mailbag {
  subscriptionOf(id: string): SubscriptionRow | undefined;
  /** Puts in what has changed since it was last called. */
  collect(): void;
  /** Answers whether there is a subscription with an address for such notices. */
  lifecycle(id: string, event: LifecycleEvent): boolean;
  due(most: number): Waiting[];
  /** When the next is due. */
  next(): number | undefined;
  done(one: Waiting): void;
  again(one: Waiting): void;
  counted(): Readonly<Record<string, number>>;
}

/** As documented: tried again for four hours, less and less often. */
const giveUpMilliseconds = 4 * 3_600_000;
const longestWait = 600_000;
const usualRetry = 1_000;

export function openMailbag(tenant: Tenant, orders: NotificationOrders): Mailbag {
  const { store } = tenant;
  const counted = { lost: 0, doubled: 0, givenUp: 0 };
  store.run(
    'insert into notified (one, seq) values (1, (select coalesce(max(seq), 0) from change)) on conflict (one) do nothing',
  );
  const now = (): number => tenant.now().getTime();
  const subscriptionOf = (id: string): SubscriptionRow | undefined =>
    store.get<SubscriptionRow>('select * from subscription where id = ?', id);

  const put = (subscription: string, lifecycle: 0 | 1, notice: Notice): void => {
    store.run(
      'insert into notification (subscription, lifecycle, body, since, due, tries) values (?, ?, ?, ?, ?, 0)',
      subscription,
      lifecycle,
      JSON.stringify(notice),
      now(),
      now() + (orders.current().delayMilliseconds ?? 0),
    );
  };

  const done = ({ id }: Waiting): void => {
    store.run('delete from notification where id = ?', id);
  };

  const lifecycle = (id: string, event: LifecycleEvent): boolean => {
    const row = subscriptionOf(id);
    if (!row || row.lifecycle_url === null) return false;
    put(row.lifecycle_url, 1, { ...head(row, tenant), lifecycleEvent: event });
    if (event === 'reauthorizationRequired') store.run('update subscription set held = 1 where id = ?', id);
    if (event === 'subscriptionRemoved') store.run('delete from subscription where id = ?', id);
    return true;
  };

  return {
    subscriptionOf,
    lifecycle,
    done,
    collect: () =>
      store.atOnce(() => {
        for (const { row, notice } of gather(tenant)) {
          const copies = orders.copies();
          if (copies === 0) counted.lost += 1;
          if (copies === 2) counted.doubled += 1;
          for (let copy = 0; copy < copies; copy += 1) put(row.id, 0, notice);
        }
      }),
    due: (most) => store.all<Waiting>('select * from notification where due <= ? order by id limit ?', now(), most),
    next: () => store.get<{ due: number | null }>('select min(due) as due from notification')?.due ?? undefined,
    again: (one) => {
      if (now() - one.since >= giveUpMilliseconds) {
        counted.givenUp += 1;
        done(one);
        if (one.lifecycle === 0) lifecycle(one.subscription, 'missed');
        return;
      }
      const wait = Math.min((orders.current().retryMilliseconds ?? usualRetry) * 2 ** one.tries, longestWait);
      store.run('update notification set tries = tries + 1, due = ? where id = ?', now() + wait, one.id);
    },
    counted: () => ({
      ...counted,
      waiting: store.get<{ n: number }>('select count(*) as n from notification')?.n ?? 0,
    }),
  };
}
