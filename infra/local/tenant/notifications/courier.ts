import { performance } from 'node:perf_hooks';
import type { Tenant } from '../graph/request';
import { type LifecycleEvent, type Mailbag, openMailbag, type Waiting } from './mailbag';
import type { NotificationOrders } from './orders';
import { head, type Notice } from './outbox';

export interface Courier {
  /** Something was written, or the clock was moved: what there is to tell goes out in a moment. */
  wake(): void;
  /** Answers whether there is a subscription with an address for such notices. */
  lifecycle(subscription: string, event: LifecycleEvent): boolean;
  /** A notification that no change has caused; answers the status it got. */
  forge(subscription: string, changes: Notice): Promise<number | undefined>;
  counted(): Readonly<Record<string, number>>;
  /** Whether there is nothing to tell just now; what is to be tried again later does not count. */
  idle(): boolean;
  stop(): Promise<void>;
}

const answerMilliseconds = 3_000;
const momentMilliseconds = 20;
const longestSleep = 60_000;
const mostAtOnce = 50;

async function post(url: string, value: readonly unknown[]): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ value }),
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMilliseconds),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    // Nobody there, or too slow: nought is no success, so it is counted as refused and tried again.
    return 0;
  }
}

const accepted = (status: number): boolean => status >= 200 && status < 300;

interface Parcel {
  readonly url: string;
  readonly notices: readonly Waiting[];
}

/** What is due, together for each address; one by one and shuffled where disorder was ordered. */
function parcels(mailbag: Mailbag, orders: NotificationOrders): Parcel[] {
  const byAddress = new Map<string, Waiting[]>();
  for (const one of mailbag.due(mostAtOnce)) {
    const url = one.lifecycle === 1 ? one.subscription : mailbag.subscriptionOf(one.subscription)?.url;
    if (url === undefined) mailbag.done(one);
    else byAddress.set(url, [...(byAddress.get(url) ?? []), one]);
  }
  const all = [...byAddress].map(([url, notices]) => ({ url, notices }));
  if (orders.current().disorder !== true) return all;
  return orders.shuffled(all.flatMap(({ url, notices }) => notices.map((one) => ({ url, notices: [one] }))));
}

/** Brings notifications to those who subscribed, one round after the other. */
export function startCourier(tenant: Tenant, orders: NotificationOrders): Courier {
  const mailbag = openMailbag(tenant, orders);
  const counted = { delivered: 0, refused: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wakesAt = 0;
  let rounds = 0;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const deliver = async ({ url, notices }: Parcel): Promise<void> => {
    const bodies = notices.map(({ body }) => JSON.parse(body) as unknown);
    const isAccepted = accepted(await post(url, bodies));
    counted[isAccepted ? 'delivered' : 'refused'] += notices.length;
    tenant.store.atOnce(() => notices.forEach(isAccepted ? mailbag.done : mailbag.again));
  };

  const round = async (): Promise<void> => {
    mailbag.collect();
    for (const parcel of parcels(mailbag, orders)) if (!stopped) await deliver(parcel);
    const next = mailbag.next();
    if (next !== undefined) schedule(Math.max(next - tenant.now().getTime(), momentMilliseconds));
  };

  function schedule(wait: number): void {
    const at = performance.now() + Math.min(wait, longestSleep);
    if (stopped || (timer !== undefined && wakesAt <= at)) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(() => {
      timer = undefined;
      rounds += 1;
      running = running
        .then(() => (stopped ? undefined : round()))
        .finally(() => {
          rounds -= 1;
        });
    }, at - performance.now());
  }

  schedule(momentMilliseconds);
  return {
    wake: () => schedule(momentMilliseconds),
    lifecycle: (id, event) => {
      const known = mailbag.lifecycle(id, event);
      if (known) schedule(momentMilliseconds);
      return known;
    },
    forge: async (id, changes) => {
      const row = mailbag.subscriptionOf(id);
      if (!row) return undefined;
      return post(row.url, [{ ...head(row, tenant), changeType: 'updated', resource: row.resource, ...changes }]);
    },
    counted: () => ({ ...counted, ...mailbag.counted() }),
    idle: () => {
      const soon = timer !== undefined && wakesAt <= performance.now() + momentMilliseconds;
      return !soon && rounds === 0 && mailbag.due(1).length === 0;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
