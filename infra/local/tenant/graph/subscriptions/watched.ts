import { Refusal, unknownHere } from '../answer';
import { findList, findSite } from '../lists/tables';
import { findUser } from '../people/users-table';
import { mailbox, onSite } from '../permissions';
import type { GraphRequest, Tenant } from '../request';

/** What can be subscribed to, and on which terms. */
export interface Watched {
  /** The key under which `change` knows it. */
  readonly key: string;
  readonly longestMinutes: number;
  readonly changeTypes: readonly string[];
}

const events: Omit<Watched, 'key'> = { longestMinutes: 10_080, changeTypes: ['created', 'updated', 'deleted'] };
const items: Omit<Watched, 'key'> = { longestMinutes: 42_300, changeTypes: ['updated'] };

const parts = (resource: string) => ({
  ofMailbox: /^\/?users\/([^/]+)\/(?:calendar\/)?events$/i.exec(resource)?.[1],
  ofList: /^\/?sites\/([^/]+)\/lists\/([^/]+)$/i.exec(resource),
});

export function watchedOf(resource: unknown, { store }: Tenant): Watched {
  if (typeof resource !== 'string') throw new Refusal(400, 'InvalidRequest', 'A subscription needs a resource.');
  const { ofMailbox, ofList } = parts(resource);
  const user = ofMailbox === undefined ? undefined : findUser(store, decodeURIComponent(ofMailbox));
  if (user) return { ...events, key: `mailbox ${user.id}` };
  if (!ofList) throw unknownHere(`subscriptions to ${resource}`);
  const [, site = '', list = ''] = ofList;
  const found = findSite(store, decodeURIComponent(site));
  if (!found) throw new Refusal(404, 'itemNotFound', 'The site of the resource was not found.');
  return { ...items, key: `list ${findList(store, found, decodeURIComponent(list)).id}` };
}

const readEvents = mailbox('Calendars.Read', 'Calendars.ReadWrite');
/** As documented for lists: reading does not do. */
const writeSite = onSite('write');

/** Whoever subscribes needs the permission on the resource itself; it stands in the body. */
export function mayWatch(request: GraphRequest, tenant: Tenant): void {
  const resource = (request.body as { resource?: unknown } | undefined)?.resource;
  const { ofMailbox, ofList } = parts(String(resource));
  const as = (parameters: Record<string, string>) => ({ ...request, parameters });
  if (ofMailbox !== undefined) readEvents(as({ user: decodeURIComponent(ofMailbox) }), tenant);
  if (ofList) writeSite(as({ site: decodeURIComponent(ofList[1] ?? '') }), tenant);
}
