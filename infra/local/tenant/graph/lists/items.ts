import { randomUUID } from 'node:crypto';
import type { Store } from '../../store';
import { created, invalid, itemNotFound, noContent, ok, Refusal } from '../answer';
import { type GraphRequest, type Handle, objectBody, parameter, type Tenant } from '../request';
import { authorOf } from './author';
import { indexItem } from './cells';
import { columnsOf } from './columns';
import { defaults, type Fields, writeFields } from './fields';
import {
  askedItem,
  eTagOf,
  fieldsBody,
  fieldsContext,
  type ItemFacts,
  type ItemRow,
  itemBody,
  itemContext,
  withFields,
} from './item-body';
import { findList, findSite, type ListRow } from './tables';

export function listOf(request: GraphRequest, tenant: Tenant): ListRow {
  const site = findSite(tenant.store, parameter(request, 'site'));
  if (!site) throw itemNotFound();
  return findList(tenant.store, site, parameter(request, 'list'));
}

export function itemOf(request: GraphRequest, { store }: Tenant, list: ListRow): ItemRow {
  const id = parameter(request, 'item');
  const row = /^\d+$/.test(id)
    ? store.get<ItemRow>('select * from item where list = ? and id = ?', list.id, Number(id))
    : undefined;
  if (!row) throw itemNotFound();
  return row;
}

/** Refuses a write under a stale If-Match. */
export function checkMatch(headers: Headers, eTag: string): void {
  const given = headers.get('if-match');
  if (given === null || given === '*' || given === eTag) return;
  throw new Refusal(
    412,
    'resourceModified',
    `The resource has changed since the caller last read it; usually an eTag mismatch: The request ETag value '${given}' does not match the object's ETag value '${eTag}'`,
  );
}

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalid("The property 'fields' must be an object.");
}

function keepVersion(store: Store, list: string, { id, version, fields, body }: ItemRow): void {
  store.run(
    'insert into item_version (list, item, version, fields, body) values (?, ?, ?, ?, ?)',
    list,
    id,
    version,
    fields,
    body,
  );
}

export const postItem: Handle = (request, tenant) => {
  const { store } = tenant;
  const list = listOf(request, tenant);
  const { fields, contentType: _contentType, ...more } = objectBody(request);
  const unknown = Object.keys(more).filter((name) => !name.startsWith('@'));
  if (unknown.length > 0) throw invalid(`Property '${unknown[0]}' cannot be set on an item.`);
  const columns = columnsOf(store, list.id);
  const values = writeFields(columns, defaults(columns), fieldsOf(fields ?? {}));
  const now = `${tenant.now().toISOString().slice(0, 19)}Z`;
  const author = authorOf(request.caller);
  const facts: ItemFacts = {
    createdDateTime: now,
    lastModifiedDateTime: now,
    createdBy: author,
    lastModifiedBy: author,
  };
  const row: ItemRow = {
    id: list.next_item,
    guid: randomUUID(),
    version: 1,
    fields: JSON.stringify(values),
    body: JSON.stringify(facts),
  };
  store.run('update list set next_item = next_item + 1 where id = ?', list.id);
  store.run(
    'insert into item (list, id, guid, version, fields, body) values (?, ?, ?, 1, ?, ?)',
    list.id,
    row.id,
    row.guid,
    row.fields,
    row.body,
  );
  keepVersion(store, list.id, row);
  indexItem(store, list.id, columns, row.id, values);
  return created(
    { '@odata.context': itemContext(list), ...itemBody(list, row), ...withFields(list, row) },
    { ETag: eTagOf(row) },
  );
};

/** Writes fields as a new version; every PATCH makes one, there is no silent update. */
export function writeItem(
  request: GraphRequest,
  tenant: Tenant,
  list: ListRow,
  before: ItemRow,
  values: Fields,
): ItemRow {
  const { store } = tenant;
  const facts = JSON.parse(before.body) as ItemFacts;
  const after: ItemRow = {
    ...before,
    version: before.version + 1,
    fields: JSON.stringify(values),
    body: JSON.stringify({
      ...facts,
      lastModifiedDateTime: `${tenant.now().toISOString().slice(0, 19)}Z`,
      lastModifiedBy: authorOf(request.caller),
    }),
  };
  store.run(
    'update item set version = ?, fields = ?, body = ? where list = ? and id = ?',
    after.version,
    after.fields,
    after.body,
    list.id,
    after.id,
  );
  keepVersion(store, list.id, after);
  indexItem(store, list.id, columnsOf(store, list.id), after.id, values);
  return after;
}

function change(request: GraphRequest, tenant: Tenant, body: unknown): { list: ListRow; row: ItemRow } {
  const list = listOf(request, tenant);
  const before = itemOf(request, tenant, list);
  checkMatch(request.headers, eTagOf(before));
  const values = writeFields(columnsOf(tenant.store, list.id), JSON.parse(before.fields) as Fields, fieldsOf(body));
  return { list, row: writeItem(request, tenant, list, before, values) };
}

export const patchItem: Handle = (request, tenant) => {
  const { list, row } = change(request, tenant, objectBody(request)['fields']);
  return ok(
    { '@odata.context': itemContext(list), ...itemBody(list, row), ...withFields(list, row) },
    { ETag: eTagOf(row) },
  );
};

/** Answers the bare fieldValueSet, as Graph does: no dates, no webUrl. */
export const patchFields: Handle = (request, tenant) => {
  const { list, row } = change(request, tenant, objectBody(request));
  return ok({ '@odata.context': fieldsContext(list, row.id), ...fieldsBody(row) }, { ETag: eTagOf(row) });
};

export const getItem: Handle = (request, tenant) => {
  request.query.only('select', 'expand');
  const list = listOf(request, tenant);
  const row = itemOf(request, tenant, list);
  return ok({ '@odata.context': itemContext(list), ...askedItem(request, list, row) }, { ETag: eTagOf(row) });
};

export const getFields: Handle = (request, tenant) => {
  request.query.only('select');
  const list = listOf(request, tenant);
  const row = itemOf(request, tenant, list);
  const { fields } = withFields(list, row, request.query.get('select'));
  return ok({ '@odata.context': fieldsContext(list, row.id), ...(fields as Fields) }, { ETag: eTagOf(row) });
};

export const deleteItem: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const row = itemOf(request, tenant, list);
  checkMatch(request.headers, eTagOf(row));
  for (const table of ['cell', 'item_version'])
    tenant.store.run(`delete from ${table} where list = ? and item = ?`, list.id, row.id);
  tenant.store.run('delete from item where list = ? and id = ?', list.id, row.id);
  return noContent;
};
