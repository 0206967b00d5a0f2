import * as z from 'zod/mini';
import type { GraphCall } from '../../../functions/graph/call';
import { succeeded } from '../../../functions/graph/call';
import { faultOf } from '../../../functions/graph/fault';
import { listAddress } from '../../../functions/graph/list-address';
import { provisionedKinds } from '../../../functions/graph/provision';
import type { Tenant } from '../connect';

const probeKey = 'our-academies-doctor-probe';
const found = z.object({ value: z.array(z.object({ id: z.string() })) });

/**
 * The lists that hide items: Graph's item requests obey the filter of a list's default view, and Graph has no views to
 * look at. So an item is put into each list, looked for, and removed. One that an earlier run left is found and removed.
 */
export async function probeLists({ graph, config }: Tenant): Promise<readonly string[]> {
  const sites = { trust: config.trustSiteId, confidential: config.confidentialSiteId };
  const lists = provisionedKinds.map((kind) => ({ name: kind.list, ...listAddress(sites, kind) }));
  const made = await graph.batch(
    lists.map(({ path, place }): GraphCall => {
      const body = { fields: { Title: 'Probe of our-academies doctor', Key: probeKey } };
      return { method: 'POST', path: `${path}/items`, needs: 'write lists', place, body };
    }),
  );
  // 400: the key is there already, as an earlier run was cut off.
  const failed = made.find((answer) => !succeeded(answer) && answer.status !== 400 && answer.status !== 409);
  const seen = await graph.batch(
    lists.map(({ path, place }): GraphCall => {
      const query = `$select=id&$filter=fields/Key eq '${probeKey}'`;
      return { method: 'GET', path: `${path}/items?${query}`, needs: 'read lists', place };
    }),
  );
  const ids = seen.map((answer) => (succeeded(answer) ? z.parse(found, answer.body).value.map(({ id }) => id) : []));
  const created = made.map((answer) => idOf(answer.body));
  const removals = lists.flatMap(({ path, place }, at): readonly GraphCall[] => {
    const all = new Set([...(ids[at] ?? []), ...(created[at] ?? [])]);
    return [...all].map((id) => ({
      method: 'DELETE',
      path: `${path}/items/${id}`,
      needs: 'write lists',
      place,
      repeatable: true,
    }));
  });
  const removed = await graph.batch(removals);
  const kept = removed.find((answer) => !succeeded(answer) && answer.status !== 404);
  const unread = seen.find((answer) => !succeeded(answer));
  for (const answer of [failed, unread, kept]) if (answer !== undefined) throw faultOf(answer, 'probe a list');
  return lists.filter((_list, at) => ids[at]?.length === 0).map(({ name }) => name);
}

function idOf(body: unknown): readonly string[] {
  const parsed = z.safeParse(z.object({ id: z.string() }), body);
  return parsed.success ? [parsed.data.id] : [];
}
