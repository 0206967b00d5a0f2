import { randomUUID } from 'node:crypto';
import { created, metadata, noContent, ok, Refusal } from '../answer';
import { lastChange } from '../delta/page';
import { wantsImmutable } from '../events/mailbox';
import { type GraphRequest, type Handle, objectBody, parameter, type Tenant } from '../request';
import { readNotificationUrl, shakeHands } from './handshake';
import {
  activeSubscriptions,
  readExpiry,
  readSubscription,
  type SubscriptionRow,
  subscriptionBody,
  type Wanted,
} from './subscription';
import { watchedOf } from './watched';

const context = metadata('subscriptions/$entity');
const shown = (row: SubscriptionRow) => ({ '@odata.context': context, ...subscriptionBody(row) });

const mine = ({ caller }: GraphRequest, { store, now }: Tenant): SubscriptionRow[] =>
  activeSubscriptions(store, now()).filter(({ app }) => app === caller.app.clientId);

function refuseDuplicate(request: GraphRequest, tenant: Tenant, { watched, change_types }: Wanted): void {
  const same = mine(request, tenant).find((row) => row.watched === watched && row.change_types === change_types);
  if (same)
    throw new Refusal(409, 'ExtensionError', `Subscription Id ${same.id} already exists for the requested combination`);
}

/** Before a subscription is made those who are to be notified are asked whether they want to be. */
export async function meetSubscriber(request: GraphRequest, tenant: Tenant): Promise<void> {
  const wanted = readSubscription(request, tenant);
  refuseDuplicate(request, tenant, wanted);
  await shakeHands(wanted.url);
  if (wanted.lifecycle_url !== null && wanted.lifecycle_url !== wanted.url) await shakeHands(wanted.lifecycle_url);
}

export const postSubscription: Handle = (request, tenant) => {
  const wanted = readSubscription(request, tenant);
  refuseDuplicate(request, tenant, wanted);
  const { caller } = request;
  const row: SubscriptionRow = {
    ...wanted,
    id: randomUUID(),
    app: caller.app.clientId,
    creator: caller.userId ?? caller.app.clientId,
    immutable: wantsImmutable(request.headers) ? 1 : 0,
    held: 0,
    told_from: lastChange(tenant.store),
  };
  tenant.store.run(
    `insert into subscription (id, app, creator, resource, watched, change_types, url, lifecycle_url, client_state,
     expires, immutable, held, told_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    row.id,
    row.app,
    row.creator,
    row.resource,
    row.watched,
    row.change_types,
    row.url,
    row.lifecycle_url,
    row.client_state,
    row.expires,
    row.immutable,
    row.told_from,
  );
  return created(shown(row));
};

function subscriptionOf(request: GraphRequest, tenant: Tenant): SubscriptionRow {
  const id = parameter(request, 'subscription');
  const row = mine(request, tenant).find((one) => one.id === id);
  if (!row) throw new Refusal(404, 'ResourceNotFound', 'The object was not found.');
  return row;
}

export const getSubscriptions: Handle = (request, tenant) => {
  request.query.only();
  return ok({ '@odata.context': metadata('subscriptions'), value: mine(request, tenant).map(subscriptionBody) });
};

export const getSubscription: Handle = (request, tenant) => {
  request.query.only();
  return ok(shown(subscriptionOf(request, tenant)));
};

function readChange(request: GraphRequest): { expires?: unknown; url?: string } {
  const { expirationDateTime, notificationUrl, ...more } = objectBody(request);
  const strange = Object.keys(more).find((name) => !name.startsWith('@odata.'));
  if (strange !== undefined)
    throw new Refusal(400, 'InvalidRequest', `The '${strange}' of a subscription cannot be changed.`);
  return {
    ...(expirationDateTime === undefined ? {} : { expires: expirationDateTime }),
    ...(notificationUrl === undefined ? {} : { url: readNotificationUrl(notificationUrl) }),
  };
}

/** Another address has to give back its token like the first. */
export async function meetAgain(request: GraphRequest): Promise<void> {
  const { url } = readChange(request);
  if (url !== undefined) await shakeHands(url);
}

/** What changed while it was held is lost: whoever needs it asks delta. */
function release({ id, held }: SubscriptionRow, { store }: Tenant): void {
  if (held === 1) store.run('update subscription set held = 0, told_from = ? where id = ?', lastChange(store), id);
}

/** Renewing also answers `reauthorizationRequired`. */
export const patchSubscription: Handle = (request, tenant) => {
  const row = subscriptionOf(request, tenant);
  const { expires: given, url = row.url } = readChange(request);
  const watched = watchedOf(row.resource, tenant);
  const expires = given === undefined ? row.expires : readExpiry(given, watched, tenant.now());
  tenant.store.run('update subscription set expires = ?, url = ? where id = ?', expires, url, row.id);
  release(row, tenant);
  return ok(shown({ ...row, expires, url }));
};

export const deleteSubscription: Handle = (request, tenant) => {
  tenant.store.run('delete from subscription where id = ?', subscriptionOf(request, tenant).id);
  return noContent;
};

export const reauthorize: Handle = (request, tenant) => {
  release(subscriptionOf(request, tenant), tenant);
  return noContent;
};
