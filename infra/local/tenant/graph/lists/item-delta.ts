import { invalid, ok } from '../answer';
import { deltaPage, type Feed, lastChange, wholeRound } from '../delta/page';
import { type DeltaState, deltaLink, keepToken, readToken } from '../delta/tokens';
import { type GraphRequest, type Handle, readQuery, type Tenant } from '../request';
import { askedItem, type ItemRow, itemsContext } from './item-body';
import { largestPage, usualPage } from './item-list';
import { listOf } from './items';
import type { ListRow } from './tables';

const kept = ['expand', 'select', 'top'];

function givenOptions({ query }: GraphRequest): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = query.get(name);
      return value === undefined ? [] : [[`$${name}`, value]];
    }),
  );
}

/** The items as `$expand` and `$select` of the round's first call ask for them. */
function itemFeed(request: GraphRequest, { store }: Tenant, list: ListRow, options: DeltaState['options']): Feed {
  const asked = { ...request, query: readQuery(new URLSearchParams(options)) };
  return {
    listed: (after = 0, most) =>
      store
        .all<ItemRow>('select * from item where list = ? and id > ? order by id limit ?', list.id, after, most)
        .map((row) => ({ id: row.id, told: askedItem(asked, list, row) })),
    changed: (id) => {
      const row = store.get<ItemRow>('select * from item where list = ? and id = ?', list.id, id);
      if (row) return askedItem(asked, list, row);
      return {
        id: String(id),
        contentType: { id: '0x0100', name: 'Item' },
        parentReference: { siteId: list.site },
        deleted: { state: 'deleted' },
      };
    },
  };
}

function stateOf(request: GraphRequest, tenant: Tenant, resource: string): DeltaState {
  const token = request.query.get('token') ?? request.query.get('skiptoken');
  if (token === undefined || token === '') return wholeRound(tenant.store, resource, givenOptions(request));
  if (token !== 'latest')
    return readToken(request, tenant, { token, resource, tooOld: 'resyncChangesApplyDifferences' });
  const seq = lastChange(tenant.store);
  return { resource, base: seq, cursor: seq, options: givenOptions(request) };
}

/** `/items/delta`: each changed item once with its latest state, removed ones with the facet `deleted`. */
export const getItemDelta: Handle = (request, tenant) => {
  request.query.only('token', 'skiptoken', ...kept);
  const list = listOf(request, tenant);
  const state = stateOf(request, tenant, `list ${list.id}`);
  const top = readQuery(new URLSearchParams(state.options)).number('top') ?? usualPage;
  if (top < 1 || top > largestPage) throw invalid(`Invalid value '${top}' for $top query option: 1 to ${largestPage}.`);
  const page = deltaPage(tenant, state, itemFeed(request, tenant, list, state.options), top);
  const link = deltaLink(request, { token: keepToken(tenant, page.state) });
  return ok({
    '@odata.context': itemsContext(list),
    ...(page.done ? { '@odata.deltaLink': link } : { '@odata.nextLink': link }),
    value: page.told,
  });
};
