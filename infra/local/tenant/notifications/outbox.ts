import { lastChange } from '../graph/delta/page';
import type { EventRow } from '../graph/events/event';
import { eventId, eventTag } from '../graph/events/mailbox';
import type { Tenant } from '../graph/request';
import { activeSubscriptions, instant, type SubscriptionRow } from '../graph/subscriptions/subscription';

interface Change {
  readonly item: string | number;
  readonly kind: 'created' | 'updated' | 'deleted';
}

export type Notice = Readonly<Record<string, unknown>>;

/** What every notification and every lifecycle notice says of its subscription. */
export const head = (row: SubscriptionRow, { settings }: Tenant): Notice => ({
  subscriptionId: row.id,
  subscriptionExpirationDateTime: instant(row.expires),
  clientState: row.client_state,
  tenantId: settings.tenantId,
});

/** An event by its id and etag, and nothing of its content. */
function ofEvent(row: SubscriptionRow, { item, kind }: Change, tenant: Tenant): Notice {
  const user = row.watched.replace('mailbox ', '');
  const id = eventId(String(item), row.immutable === 1);
  const path = `Users/${user}/Events/${id}`;
  const event = tenant.store.get<EventRow>('select * from event where id = ?', item);
  const tag = event ? { '@odata.etag': eventTag(event) } : {};
  return {
    ...head(row, tenant),
    changeType: kind,
    resource: path,
    resourceData: { '@odata.type': '#Microsoft.Graph.Event', '@odata.id': path, ...tag, id },
  };
}

/** Of a list only that something in it has changed. */
const ofList = (row: SubscriptionRow, tenant: Tenant): Notice => ({
  ...head(row, tenant),
  changeType: 'updated',
  resource: row.resource.replace(/^\//, ''),
  resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
});

function noticesOf(row: SubscriptionRow, changes: readonly Change[], tenant: Tenant): Notice[] {
  if (row.watched.startsWith('list ')) return changes.length === 0 ? [] : [ofList(row, tenant)];
  const types = row.change_types.split(',');
  return changes.filter(({ kind }) => types.includes(kind)).map((change) => ofEvent(row, change, tenant));
}

/** What has changed since it was last looked, as notices for those who are subscribed. */
export function gather(tenant: Tenant): { readonly row: SubscriptionRow; readonly notice: Notice }[] {
  const { store, now } = tenant;
  const seq = store.get<{ seq: number }>('select seq from notified')?.seq;
  const last = lastChange(store);
  store.run('insert into notified (one, seq) values (1, ?) on conflict (one) do update set seq = excluded.seq', last);
  store.run('delete from subscription where expires <= ?', now().getTime());
  if (seq === last) return [];
  return activeSubscriptions(store, now())
    .filter(({ held }) => held === 0)
    .flatMap((row) =>
      noticesOf(
        row,
        store.all<Change>(
          'select item, kind from change where resource = ? and seq > ? order by seq',
          row.watched,
          Math.max(seq ?? 0, row.told_from),
        ),
        tenant,
      ).map((notice) => ({ row, notice })),
    );
}
