import { randomUUID } from 'node:crypto';
import { created, invalid, itemNotFound, metadata, nameTaken, noContent, ok, unknownHere } from '../answer';
import { holds } from '../odata/evaluate';
import { parseFilter } from '../odata/filter';
import { parseExpand, select } from '../odata/select';
import { type GraphRequest, type Handle, objectBody, parameter, type Tenant } from '../request';
import { authorOf } from './author';
import type { Column } from './column';
import { addColumn, columnBody, columnsOf, readColumn } from './columns';
import { findList, findSite, type ListRow, type SiteRow } from './tables';

function siteOf(request: GraphRequest, tenant: Tenant): SiteRow {
  const site = findSite(tenant.store, parameter(request, 'site'));
  if (!site) throw itemNotFound();
  return site;
}

function listBody(request: GraphRequest, tenant: Tenant, list: ListRow): Record<string, unknown> {
  const body = JSON.parse(list.body) as Record<string, unknown>;
  for (const { name, options } of parseExpand(request.query.get('expand'))) {
    if (name !== 'columns') throw unknownHere(`$expand=${name} of a list`);
    const columns = columnsOf(tenant.store, list.id).map((column) => select(columnBody(column), options['select']));
    body['columns'] = columns;
  }
  const wanted = request.query.get('select');
  return select(body, wanted === undefined ? undefined : `${wanted},columns`);
}

const context = (site: SiteRow): string => metadata(`sites('${site.id}')/lists`);

export const getLists: Handle = (request, tenant) => {
  request.query.only('select', 'expand', 'filter');
  const site = siteOf(request, tenant);
  const text = request.query.get('filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const value = tenant.store
    .all<ListRow>('select * from list where site = ? order by title', site.id)
    .filter((list) => !filter || holds(filter, JSON.parse(list.body)))
    .map((list) => listBody(request, tenant, list));
  return ok({ '@odata.context': context(site), value });
};

export const getList: Handle = (request, tenant) => {
  request.query.only('select', 'expand');
  const site = siteOf(request, tenant);
  const list = findList(tenant.store, site, parameter(request, 'list'));
  return ok({ '@odata.context': `${context(site)}/$entity`, ...listBody(request, tenant, list) });
};

const builtIn = (name: string, more: Partial<Column>): Column => ({
  id: randomUUID(),
  name,
  displayName: name,
  description: '',
  indexed: false,
  enforceUniqueValues: false,
  required: false,
  hidden: false,
  readOnly: true,
  columnGroup: 'Custom Columns',
  ...more,
});

const builtInColumns = (): Column[] => [
  builtIn('Title', {
    readOnly: false,
    required: true,
    text: { allowMultipleLines: false, maxLength: 255, textType: 'plain' },
  }),
  builtIn('ID', { number: {} }),
  builtIn('Created', { dateTime: { format: 'dateTime' } }),
  builtIn('Modified', { dateTime: { format: 'dateTime' } }),
];

function addColumns(tenant: Tenant, list: string, given: unknown): void {
  if (given !== undefined && !Array.isArray(given)) throw invalid('columns must be a collection.');
  const columns = builtInColumns();
  for (const body of (given ?? []) as Record<string, unknown>[]) columns.push(readColumn(body, columns));
  for (const [position, column] of columns.entries()) addColumn(tenant.store, list, column, position);
}

export const postList: Handle = (request, tenant) => {
  const site = siteOf(request, tenant);
  const body = objectBody(request) as {
    displayName?: unknown;
    description?: unknown;
    columns?: unknown;
    list?: { template?: unknown };
  };
  const title = body.displayName;
  if (typeof title !== 'string' || title === '') throw invalid('A list needs a displayName.');
  if (body.list?.template !== 'genericList') throw unknownHere('lists of another template than genericList');
  const name = title.replace(/[^A-Za-z0-9_-]/g, '');
  const taken = tenant.store.get(
    'select id from list where site = ? and (title = ? or name = ?)',
    site.id,
    title,
    name,
  );
  if (taken) throw nameTaken('list title');
  const id = randomUUID();
  const now = tenant.now().toISOString();
  const { webUrl } = JSON.parse(site.body) as { webUrl: string };
  const stored = {
    '@odata.etag': `"${id},1"`,
    createdDateTime: now,
    description: typeof body.description === 'string' ? body.description : '',
    eTag: `"${id},1"`,
    id,
    lastModifiedDateTime: now,
    name,
    webUrl: `${webUrl}/Lists/${name}`,
    displayName: title,
    createdBy: authorOf(request.caller),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
  };
  tenant.store.run(
    'insert into list (id, site, name, title, version, next_item, body) values (?, ?, ?, ?, 1, 1, ?)',
    id,
    site.id,
    name,
    title,
    JSON.stringify(stored),
  );
  addColumns(tenant, id, body.columns);
  return created({ '@odata.context': `${context(site)}/$entity`, ...stored });
};

export const patchList: Handle = (request, tenant) => {
  const site = siteOf(request, tenant);
  const list = findList(tenant.store, site, parameter(request, 'list'));
  const { displayName, description, ...more } = objectBody(request);
  if (Object.keys(more).length > 0) throw unknownHere(`changing ${Object.keys(more).join(', ')} of a list`);
  const title = typeof displayName === 'string' ? displayName : list.title;
  const body = {
    ...(JSON.parse(list.body) as object),
    displayName: title,
    ...(typeof description === 'string' ? { description } : {}),
  };
  tenant.store.run('update list set title = ?, body = ? where id = ?', title, JSON.stringify(body), list.id);
  return ok({ '@odata.context': `${context(site)}/$entity`, ...body });
};

export const deleteList: Handle = (request, tenant) => {
  const { store } = tenant;
  const list = findList(store, siteOf(request, tenant), parameter(request, 'list'));
  for (const table of ['cell', 'item_version', 'item', 'list_column'])
    store.run(`delete from ${table} where list = ?`, list.id);
  store.run('delete from list where id = ?', list.id);
  return noContent;
};
