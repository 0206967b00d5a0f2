import { randomUUID } from 'node:crypto';
import type { Store } from '../../store';
import { created, invalid, itemNotFound, metadata, nameTaken, noContent, ok, unknownHere } from '../answer';
import { select } from '../odata/select';
import { type GraphRequest, type Handle, objectBody, parameter, type Tenant } from '../request';
import { forgetCells, indexColumn } from './cells';
import { type Column, isMultiChoice } from './column';
import { findList, findSite, type ListRow } from './tables';

const kinds = ['text', 'choice', 'number', 'boolean', 'dateTime'] as const;
const kindsElsewhere = [
  'calculated',
  'contentApprovalStatus',
  'currency',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'personOrGroup',
  'term',
  'thumbnail',
  'validation',
  'sourceContentType',
];
const plain = [
  'name',
  'displayName',
  'description',
  'indexed',
  'enforceUniqueValues',
  'required',
  'hidden',
  'readOnly',
  'columnGroup',
  'defaultValue',
  'isDeletable',
  'isReorderable',
  'isSealed',
  'propagateChanges',
  'type',
  'id',
];
const mostIndexes = 20;

export function columnsOf(store: Store, list: string): Column[] {
  return store
    .all<{ body: string }>('select body from list_column where list = ? order by position', list)
    .map((row) => JSON.parse(row.body) as Column);
}

function facets(body: Record<string, unknown>): Partial<Column> {
  for (const name of Object.keys(body)) {
    if (name.startsWith('@') || plain.includes(name) || (kinds as readonly string[]).includes(name)) continue;
    if (kindsElsewhere.includes(name)) throw unknownHere(`columns with '${name}'`);
    throw invalid(`Property '${name}' does not exist on type 'microsoft.graph.columnDefinition'.`);
  }
  const given = kinds.filter((kind) => body[kind] !== undefined && body[kind] !== null);
  if (given.length > 1) throw invalid('A column has exactly one type.');
  return Object.fromEntries(given.map((kind) => [kind, body[kind]])) as Partial<Column>;
}

/** SharePoint's rules about what can be indexed and unique. */
function check(column: Column, others: readonly Column[]): void {
  if (column.indexed && (column.text?.allowMultipleLines || isMultiChoice(column)))
    throw invalid(`The column '${column.name}' cannot be indexed: its type does not allow it.`);
  if (column.enforceUniqueValues && !column.indexed)
    throw invalid(`The column '${column.name}' must be indexed to enforce unique values.`);
  if (column.indexed && others.filter((other) => other.indexed).length >= mostIndexes)
    throw invalid(`The list has the most indexes that a list can have (${mostIndexes}).`);
  if (
    column.choice &&
    !(Array.isArray(column.choice.choices) && column.choice.choices.every((one) => typeof one === 'string'))
  )
    throw invalid('A choice column needs its choices.');
}

const flag = (value: unknown, otherwise: boolean): boolean => {
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  throw invalid(`Cannot convert the literal '${String(value)}' to the expected type 'Edm.Boolean'.`);
};

/** The internal name: blanks and the like become `_x0020_`, as SharePoint writes them. */
const internalName = (name: string): string =>
  name.replace(/[^A-Za-z0-9_]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`).slice(0, 32 * 8);

export function readColumn(body: Record<string, unknown>, others: readonly Column[]): Column {
  const name = body['name'];
  if (typeof name !== 'string' || name === '') throw invalid('A column needs a name.');
  const type = facets(body);
  if (Object.keys(type).length === 0) throw invalid(`The column '${name}' has no type.`);
  const column: Column = {
    id: randomUUID(),
    name: internalName(name),
    displayName: typeof body['displayName'] === 'string' ? body['displayName'] : name,
    description: typeof body['description'] === 'string' ? body['description'] : '',
    indexed: flag(body['indexed'], false),
    enforceUniqueValues: flag(body['enforceUniqueValues'], false),
    required: flag(body['required'], false),
    hidden: flag(body['hidden'], false),
    readOnly: false,
    columnGroup: 'Custom Columns',
    ...(body['defaultValue'] ? { defaultValue: body['defaultValue'] as { value?: string } } : {}),
    ...type,
  };
  if (others.some((other) => other.name.toLowerCase() === column.name.toLowerCase())) throw nameTaken('column name');
  check(column, others);
  return column;
}

export function addColumn(store: Store, list: string, column: Column, position: number): void {
  store.run(
    'insert into list_column (id, list, name, position, body) values (?, ?, ?, ?, ?)',
    column.id,
    list,
    column.name,
    position,
    JSON.stringify(column),
  );
}

export const columnBody = (column: Column): Record<string, unknown> => ({
  isDeletable: !column.readOnly && column.name !== 'Title',
  isReorderable: true,
  isSealed: false,
  ...column,
});

function listOf(request: GraphRequest, tenant: Tenant): ListRow {
  const site = findSite(tenant.store, parameter(request, 'site'));
  if (!site) throw itemNotFound();
  return findList(tenant.store, site, parameter(request, 'list'));
}

function columnOf(request: GraphRequest, tenant: Tenant, list: ListRow): Column {
  const wanted = parameter(request, 'column');
  const column = columnsOf(tenant.store, list.id).find(({ id, name }) => id === wanted || name === wanted);
  if (!column) throw itemNotFound();
  return column;
}

const context = (list: ListRow): string => metadata(`sites('${list.site}')/lists('${list.id}')/columns`);

export const getColumns: Handle = (request, tenant) => {
  request.query.only('select');
  const list = listOf(request, tenant);
  const value = columnsOf(tenant.store, list.id).map((column) =>
    select(columnBody(column), request.query.get('select')),
  );
  return ok({ '@odata.context': context(list), value });
};

export const getColumn: Handle = (request, tenant) => {
  request.query.only('select');
  const list = listOf(request, tenant);
  const body = { '@odata.context': `${context(list)}/$entity`, ...columnBody(columnOf(request, tenant, list)) };
  return ok(select(body, request.query.get('select')));
};

export const postColumn: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const others = columnsOf(tenant.store, list.id);
  const column = readColumn(objectBody(request), others);
  addColumn(tenant.store, list.id, column, others.length);
  indexColumn(tenant.store, list.id, column);
  return created({ '@odata.context': `${context(list)}/$entity`, ...columnBody(column) });
};

export const patchColumn: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const before = columnOf(request, tenant, list);
  if (before.readOnly) throw invalid(`The column '${before.name}' is read only.`);
  const body = objectBody(request);
  const type = facets(body);
  const kind = Object.keys(type)[0] as keyof Column | undefined;
  if (kind && before[kind] === undefined) throw invalid(`The type of the column '${before.name}' cannot be changed.`);
  if (body['name'] !== undefined && body['name'] !== before.name)
    throw invalid('The name of a column cannot be changed.');
  const after: Column = {
    ...before,
    ...(typeof body['displayName'] === 'string' ? { displayName: body['displayName'] } : {}),
    ...(typeof body['description'] === 'string' ? { description: body['description'] } : {}),
    indexed: flag(body['indexed'], before.indexed),
    enforceUniqueValues: flag(body['enforceUniqueValues'], before.enforceUniqueValues),
    required: flag(body['required'], before.required),
    hidden: flag(body['hidden'], before.hidden),
    ...(kind ? { [kind]: { ...(before[kind] as object), ...(type[kind] as object) } } : {}),
  };
  check(
    after,
    columnsOf(tenant.store, list.id).filter(({ id }) => id !== before.id),
  );
  tenant.store.run('update list_column set body = ? where id = ?', JSON.stringify(after), before.id);
  forgetCells(tenant.store, list.id, after.name);
  indexColumn(tenant.store, list.id, after);
  return ok({ '@odata.context': `${context(list)}/$entity`, ...columnBody(after) });
};

export const deleteColumn: Handle = (request, tenant) => {
  const list = listOf(request, tenant);
  const column = columnOf(request, tenant, list);
  if (!columnBody(column)['isDeletable']) throw invalid(`The column '${column.name}' cannot be deleted.`);
  tenant.store.run('delete from list_column where id = ?', column.id);
  forgetCells(tenant.store, list.id, column.name);
  return noContent;
};
