import type { Store } from '../../store';
import { Refusal } from '../answer';
import { type GraphRequest, objectBody, type Tenant } from '../request';
import { readNotificationUrl } from './handshake';
import { type Watched, watchedOf } from './watched';

export interface SubscriptionRow {
  readonly id: string;
  /** The client id of the app that made it; others do not see it. */
  readonly app: string;
  readonly creator: string;
  readonly resource: string;
  /** `mailbox {id}` or `list {id}`. */
  readonly watched: string;
  readonly change_types: string;
  readonly url: string;
  readonly lifecycle_url: string | null;
  readonly client_state: string | null;
  readonly expires: number;
  readonly immutable: number;
  /** From `reauthorizationRequired` until it is answered nothing is told. */
  readonly held: number;
  /** Changes up to this one are not told: they came before it was made, or while it was held. */
  readonly told_from: number;
}

export const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 23)}0000Z`;

export function subscriptionBody(row: SubscriptionRow): Record<string, unknown> {
  return {
    id: row.id,
    resource: row.resource,
    applicationId: row.app,
    changeType: row.change_types,
    clientState: row.client_state,
    notificationUrl: row.url,
    notificationQueryOptions: null,
    lifecycleNotificationUrl: row.lifecycle_url,
    expirationDateTime: instant(row.expires),
    creatorId: row.creator,
    includeResourceData: null,
    latestSupportedTlsVersion: 'v1_2',
    encryptionCertificate: null,
    encryptionCertificateId: null,
    notificationUrlAppId: null,
  };
}

export const activeSubscriptions = (store: Store, now: Date): SubscriptionRow[] =>
  store.all<SubscriptionRow>('select * from subscription where expires > ?', now.getTime());

const invalidRequest = (message: string): Refusal => new Refusal(400, 'InvalidRequest', message);

const minute = 60_000;
const leastMinutes = 45;
const longestClientState = 128;

/** Less than 45 minutes become 45; more than the resource allows is refused. */
export function readExpiry(given: unknown, { longestMinutes }: Watched, now: Date): number {
  const at = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(at)) throw invalidRequest('The expirationDateTime of a subscription is missing or not a date.');
  if (at <= now.getTime()) throw invalidRequest('The expirationDateTime of a subscription lies in the past.');
  if (at > now.getTime() + longestMinutes * minute)
    throw new Refusal(
      400,
      'ExtensionError',
      `Operation: Create; Exception: [Status Code: BadRequest; Reason: Subscription expiration can only be ${longestMinutes} minutes in the future.]`,
    );
  return Math.max(at, now.getTime() + leastMinutes * minute);
}

function readChangeTypes(given: unknown, { changeTypes }: Watched): string {
  const types = typeof given === 'string' ? given.split(',').map((one) => one.trim().toLowerCase()) : [];
  if (types.length === 0 || !types.every((one) => changeTypes.includes(one)))
    throw invalidRequest(`The changeType of this resource is one or more of ${changeTypes.join(', ')}.`);
  return [...new Set(types)].sort().join(',');
}

function readClientState(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  if (typeof given !== 'string' || given.length > longestClientState)
    throw invalidRequest(`The clientState has at most ${longestClientState} characters.`);
  return given;
}

const known = [
  'changeType',
  'notificationUrl',
  'lifecycleNotificationUrl',
  'resource',
  'expirationDateTime',
  'clientState',
  'latestSupportedTlsVersion',
];

export type Wanted = Pick<
  SubscriptionRow,
  'resource' | 'watched' | 'change_types' | 'url' | 'lifecycle_url' | 'client_state' | 'expires'
>;

export function readSubscription(request: GraphRequest, tenant: Tenant): Wanted {
  const body = objectBody(request);
  const strange = Object.keys(body).find((name) => !known.includes(name) && !name.startsWith('@odata.'));
  if (strange !== undefined)
    throw new Refusal(501, 'notImplemented', `The embedded tenant does not know '${strange}' of a subscription.`);
  const watched = watchedOf(body['resource'], tenant);
  const lifecycle = body['lifecycleNotificationUrl'];
  return {
    resource: String(body['resource']),
    watched: watched.key,
    change_types: readChangeTypes(body['changeType'], watched),
    url: readNotificationUrl(body['notificationUrl']),
    lifecycle_url: lifecycle === undefined || lifecycle === null ? null : readNotificationUrl(lifecycle),
    client_state: readClientState(body['clientState']),
    expires: readExpiry(body['expirationDateTime'], watched, tenant.now()),
  };
}
