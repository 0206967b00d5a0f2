import type { Store, Value } from '../../store';
import { invalid } from '../answer';
import { callText, compare } from '../odata/evaluate';
import type { Expression, Literal } from '../odata/expression';
import { cellValue } from './cells';
import type { Column } from './column';
import { type Fields, readInstant } from './fields';

/** The rows that one question may touch: not to be raised in SharePoint Online. */
export const threshold = 5000;

type Predicate = Extract<Expression, { kind: 'compare' | 'call' }>;
interface Asked {
  readonly column: Column;
  readonly predicate: Predicate;
}

export const notIndexed = (name: string): Error =>
  invalid(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );

const overThreshold = (): Error =>
  invalid('The attempted operation is prohibited because it exceeds the list view threshold.');

/** `fields/Status` → its column. */
export function columnAt(columns: readonly Column[], path: string): Column {
  const name = /^fields\/(\w+)$/i.exec(path)?.[1];
  const column = columns.find((one) => one.name === name);
  if (!column) throw invalid(`Field '${name ?? path}' is not recognized`);
  return column;
}

function conjuncts(expression: Expression): Predicate[] {
  if (expression.kind === 'and') return [...conjuncts(expression.left), ...conjuncts(expression.right)];
  if (expression.kind === 'compare') return [expression];
  if (expression.kind === 'call' && expression.name === 'startswith') return [expression];
  throw invalid('Invalid filter clause: items take eq, ne, lt, gt, le, ge and startswith, joined by and.');
}

/** The literal as the column holds it. */
function literalFor(column: Column, literal: Literal): Literal {
  if (literal === null) return null;
  if (column.number) return Number(literal);
  if (column.boolean) return literal === true || literal === 1 || literal === '1' || literal === 'true';
  if (column.dateTime) return readInstant(literal) ?? String(literal);
  return String(literal);
}

const signs = { eq: '=', ne: '<>', lt: '<', gt: '>', le: '<=', ge: '>=' } as const;

/** The ids that one predicate on an indexed column finds, by its index. */
function byIndex(store: Store, list: string, { column, predicate }: Asked): number[] {
  const find = (condition: string, ...values: Value[]): number[] =>
    store
      .all<{ item: number }>(
        `select item from cell where list = ? and name = ? and ${condition}`,
        list,
        column.name,
        ...values,
      )
      .map(({ item }) => item);
  const others = (found: readonly number[]): number[] => {
    const known = new Set(found);
    const all = store.all<{ id: number }>('select id from item where list = ?', list);
    return all.map(({ id }) => id).filter((id) => !known.has(id));
  };
  if (predicate.kind === 'call') {
    const start = predicate.value.toLowerCase();
    return find('value >= ? and value < ?', start, `${start}\u{10ffff}`);
  }
  const value = cellValue(literalFor(column, predicate.value));
  if (predicate.operator === 'ne') return value === null ? find('1 = 1') : others(find('value = ?', value));
  if (value === null) return predicate.operator === 'eq' ? others(find('1 = 1')) : [];
  return find(`value ${signs[predicate.operator]} ?`, value);
}

function fits({ column, predicate }: Asked, fields: Fields): boolean {
  const value = fields[column.name];
  return predicate.kind === 'call'
    ? callText('startswith', value, predicate.value)
    : compare(value, predicate.operator, literalFor(column, predicate.value));
}

function scan(store: Store, list: string, asked: readonly Asked[]): number[] {
  const rows = store.all<{ id: number; fields: string }>(
    'select id, fields from item where list = ? limit ?',
    list,
    threshold + 1,
  );
  if (rows.length > threshold) throw overThreshold();
  return rows.filter((row) => asked.every((one) => fits(one, JSON.parse(row.fields) as Fields))).map(({ id }) => id);
}

/**
 * The ids that a filter finds, in order. One indexed column a question; the first predicate alone decides about the
 * threshold. `lenient` is the Prefer header that allows columns without index, as long as the list is small.
 */
export function filterItems(
  store: Store,
  list: string,
  columns: readonly Column[],
  { expression, lenient }: { expression: Expression; lenient: boolean },
): number[] {
  const asked = conjuncts(expression).map((predicate) => ({ predicate, column: columnAt(columns, predicate.path) }));
  const first = asked[0];
  if (!first) return [];
  const without = asked.find(({ column }) => !column.indexed);
  if (without && !lenient) throw notIndexed(without.column.name);
  if (!lenient && asked.some(({ column }) => column.name !== first.column.name))
    throw invalid('When filtering on indexed fields, the service can only filter one indexed field at a time.');
  if (!first.column.indexed) return scan(store, list, asked);
  const found = byIndex(store, list, first);
  if (found.length > threshold) throw overThreshold();
  const rest = asked.slice(1);
  if (rest.length === 0) return found.sort((one, other) => one - other);
  return found
    .filter((id) => {
      const row = store.get<{ fields: string }>('select fields from item where list = ? and id = ?', list, id);
      return row !== undefined && rest.every((one) => fits(one, JSON.parse(row.fields) as Fields));
    })
    .sort((one, other) => one - other);
}
