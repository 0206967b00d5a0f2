import { ok, type Result, refuse } from '../result';

/** One line of a CSV file; cells that are not there are ''. */
export interface Row {
  /** As an editor counts: the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** A line that was left out, and why. */
export interface RefusedLine {
  readonly line: number;
  readonly sentence: string;
}

/** What an import found: things with their line, and lines that were left out. */
export interface Imported<T> {
  readonly found: readonly (T & { readonly line: number })[];
  readonly refused: readonly RefusedLine[];
}

/** A column by the names that it may have. The first is the one that people are told. */
export interface Column {
  readonly names: readonly [string, ...string[]];
  readonly needed: boolean;
}

export type Columns = Readonly<Record<string, Column>>;
export type Reader<C extends Columns> = (row: Row, column: keyof C) => string;

/**
 * Binds columns by their names, whatever their order and capitals, or names those that are missing.
 *
 * @example bindColumns(table, { urn: { names: ['URN'], needed: true } }, 'GIAS export')
 */
export function bindColumns<C extends Columns>(table: Table, columns: C, what: string): Result<Reader<C>> {
  const header = table.header.map(plain);
  const places = new Map<keyof C, number>();
  const missing: string[] = [];
  for (const [name, { names, needed }] of Object.entries(columns)) {
    const wanted = names.map(plain);
    const place = header.findIndex((cell) => wanted.includes(cell));
    if (place >= 0) places.set(name, place);
    else if (needed) missing.push(names[0]);
  }
  if (missing.length > 0) return refuseMissing(missing, what);
  return ok((row, column) => (row.cells[places.get(column) ?? -1] ?? '').trim());
}

function refuseMissing(missing: readonly string[], what: string) {
  const columns = missing.map((name) => `"${name}"`).join(', ');
  const fields = missing.map((name) => ({ path: name, sentence: `The column "${name}" is missing.` }));
  const [is, them] = missing.length === 1 ? ['column', 'it'] : ['columns', 'them'];
  return refuse('invalid', `The file has no ${is} ${columns}. Give a ${what} with ${them}.`, { fields });
}

/** `Year groups`, `year_groups` and `yearGroups` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '');
}
