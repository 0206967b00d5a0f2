import type { Store } from '../../store';
import { invalid, ok } from '../answer';
import { nextLink } from '../links';
import { parseFilter } from '../odata/filter';
import { preference } from '../prefer';
import type { GraphRequest, Handle, Tenant } from '../request';
import { cellValue } from './cells';
import type { Column } from './column';
import { columnsOf } from './columns';
import { askedItem, type ItemRow, itemsContext } from './item-body';
import { columnAt, filterItems, notIndexed, threshold } from './item-filter';
import { listOf } from './items';
import type { ListRow } from './tables';

export const usualPage = 200;
export const largestPage = 5000;

const honor = 'HonorNonIndexedQueriesWarningMayFailRandomly';

function refuseOwnPaging({ query }: GraphRequest): void {
  for (const name of ['count', 'skip'])
    if (query.get(name) !== undefined)
      throw invalid(`$${name} is not supported on this API. Only URLs returned by the API can be used to page.`);
  query.only('expand', 'select', 'filter', 'top', 'orderby', 'skiptoken');
}

interface Page {
  readonly rows: readonly ItemRow[];
  /** The skiptoken of the next page. */
  readonly next?: string;
}

function readSkipToken(text: string | undefined): URLSearchParams | undefined {
  if (text === undefined) return undefined;
  const token = new URLSearchParams(text);
  if (token.get('Paged') !== 'TRUE' || !/^\d+$/.test(token.get('p_ID') ?? '')) throw invalid('Invalid skip token.');
  return token;
}

const rowOf = (store: Store, list: string, id: number): ItemRow | undefined =>
  store.get<ItemRow>('select * from item where list = ? and id = ?', list, id);

function byId(store: Store, list: ListRow, ids: readonly number[] | undefined, top: number, after: number): Page {
  const rows = ids
    ? ids
        .filter((id) => id > after)
        .slice(0, top + 1)
        .flatMap((id) => rowOf(store, list.id, id) ?? [])
    : store.all<ItemRow>('select * from item where list = ? and id > ? order by id limit ?', list.id, after, top + 1);
  if (rows.length <= top) return { rows };
  const page = rows.slice(0, top);
  return { rows: page, next: `Paged=TRUE&p_ID=${page.at(-1)?.id}` };
}

interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** Sorted by one column, then by id; the token holds both, so that a row put in meanwhile shifts nothing. */
function byColumn(
  store: Store,
  list: ListRow,
  ids: readonly number[] | undefined,
  { column, descending }: Order,
  top: number,
  token: URLSearchParams | undefined,
): Page {
  const rows = ids
    ? ids.flatMap((id) => rowOf(store, list.id, id) ?? [])
    : store.all<ItemRow>('select * from item where list = ? order by id', list.id);
  const keyed = rows.map((row) => ({
    row,
    key: cellValue((JSON.parse(row.fields) as Record<string, unknown>)[column.name]),
  }));
  const turn = descending ? -1 : 1;
  const order = (one: unknown, other: unknown): number => {
    if (one === other) return 0;
    if (one === null || other === null) return one === null ? -turn : turn;
    return (one as string) < (other as string) ? -turn : turn;
  };
  keyed.sort((one, other) => order(one.key, other.key) || one.row.id - other.row.id);
  const after = token
    ? keyed.filter(({ row, key }) => {
        const compared = order(key, JSON.parse(token.get('p_Value') ?? 'null'));
        return compared > 0 || (compared === 0 && row.id > Number(token.get('p_ID')));
      })
    : keyed;
  const page = after.slice(0, top);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    ...(last && after.length > top
      ? { next: `Paged=TRUE&p_Value=${encodeURIComponent(JSON.stringify(last.key))}&p_ID=${last.row.id}` }
      : {}),
  };
}

function readOrder(text: string, columns: readonly Column[], lenient: boolean, size: number): Order | undefined {
  const [path = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || !['asc', 'desc'].includes(direction)) throw invalid(`Invalid orderby clause: '${text}'.`);
  if (path === 'id' && direction === 'asc') return undefined;
  const column = columnAt(columns, path);
  if (!column.indexed && (!lenient || size > threshold)) throw notIndexed(column.name);
  return { column, descending: direction === 'desc' };
}

function pageOf(request: GraphRequest, { store }: Tenant, list: ListRow): Page {
  const { query } = request;
  const top = query.number('top') ?? usualPage;
  if (top < 1 || top > largestPage) throw invalid(`Invalid value '${top}' for $top query option: 1 to ${largestPage}.`);
  const lenient = preference(request.headers, honor) !== undefined;
  const columns = columnsOf(store, list.id);
  const filter = query.get('filter');
  const ids =
    filter === undefined
      ? undefined
      : filterItems(store, list.id, columns, { expression: parseFilter(filter), lenient });
  const token = readSkipToken(query.get('skiptoken'));
  const orderText = query.get('orderby');
  const size =
    orderText === undefined
      ? 0
      : (store.get<{ n: number }>('select count(*) as n from item where list = ?', list.id)?.n ?? 0);
  const order = orderText === undefined ? undefined : readOrder(orderText, columns, lenient, size);
  if (order) return byColumn(store, list, ids, order, top, token);
  return byId(store, list, ids, top, Number(token?.get('p_ID') ?? 0));
}

export const getItems: Handle = (request, tenant) => {
  refuseOwnPaging(request);
  const list = listOf(request, tenant);
  const { rows, next } = pageOf(request, tenant, list);
  return ok({
    '@odata.context': itemsContext(list),
    ...(next === undefined ? {} : { '@odata.nextLink': nextLink(request.url, { $skiptoken: next }) }),
    value: rows.map((row) => askedItem(request, list, row)),
  });
};
