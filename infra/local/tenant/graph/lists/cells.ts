import type { Store, Value } from '../../store';
import { invalid } from '../answer';
import type { Column } from './column';

/** How an indexed value is looked up: text without regard to case, yes and no as numbers. */
export function cellValue(value: unknown): Value {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'number') return value;
  return value === true ? 1 : value === false ? 0 : null;
}

const uniqueBroken = (): Error => invalid('One or more fields with unique constraints already has the provided value.');

function addCell(store: Store, list: string, column: Column, item: number, given: unknown): void {
  const value = cellValue(given);
  if (value === null) return;
  if (column.enforceUniqueValues) {
    const other = store.get(
      'select item from cell where list = ? and name = ? and value = ? and item <> ?',
      list,
      column.name,
      value,
      item,
    );
    if (other) throw uniqueBroken();
  }
  store.run('insert into cell (list, name, value, item) values (?, ?, ?, ?)', list, column.name, value, item);
}

/** Keeps the indexes of one item in step with its fields, and refuses values that must be unique and are not. */
export function indexItem(
  store: Store,
  list: string,
  columns: readonly Column[],
  item: number,
  fields: Readonly<Record<string, unknown>>,
): void {
  store.run('delete from cell where list = ? and item = ?', list, item);
  for (const column of columns) if (column.indexed) addCell(store, list, column, item, fields[column.name]);
}

/** Fills the index of a column that has just become indexed. */
export function indexColumn(store: Store, list: string, column: Column): void {
  if (!column.indexed) return;
  for (const row of store.all<{ id: number; fields: string }>('select id, fields from item where list = ?', list))
    addCell(store, list, column, row.id, (JSON.parse(row.fields) as Record<string, unknown>)[column.name]);
}

export const forgetCells = (store: Store, list: string, column: string): void => {
  store.run('delete from cell where list = ? and name = ?', list, column);
};
