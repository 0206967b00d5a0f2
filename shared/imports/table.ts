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

/** A cell of a line, as the file names its column and writes it. */
export interface Cell {
  readonly column: string;
  readonly text: string;
}

/** A line that was left out, and why; with the cell that stands in its way where another text would help. */
export interface RefusedLine {
  readonly line: number;
  readonly sentence: string;
  readonly cell?: Cell | undefined;
}

/** What somebody wrote in place of a cell; the file itself stays as it is. */
export interface Correction {
  readonly line: number;
  /** As the file's header names it. */
  readonly column: string;
  readonly value: string;
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
export interface Reader<C extends Columns> {
  (row: Row, column: keyof C): string;
  /** To be corrected; absent where the file has no such column. */
  cellOf(row: Row, column: keyof C): Cell | undefined;
}

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
  const textAt = (row: Row, place: number) => (row.cells[place] ?? '').trim();
  const read = (row: Row, column: keyof C) => textAt(row, places.get(column) ?? -1);
  const cellOf = (row: Row, column: keyof C) => {
    const place = places.get(column);
    return place === undefined ? undefined : { column: table.header[place] ?? '', text: textAt(row, place) };
  };
  return ok(Object.assign(read, { cellOf }));
}

export function hasColumn({ header }: Table, { names }: Column): boolean {
  const wanted = names.map(plain);
  return header.some((cell) => wanted.includes(plain(cell)));
}

/** The table as it was corrected. What names a line or a column that is not there changes nothing. */
export function correctTable(table: Table, corrections: readonly Correction[]): Table {
  const rows = table.rows.map((row) => {
    const own = corrections.filter(({ line }) => line === row.line);
    if (own.length === 0) return row;
    const cells = table.header.map(
      (name, at) => own.find(({ column }) => column === name)?.value ?? row.cells[at] ?? '',
    );
    return { ...row, cells };
  });
  return { ...table, rows };
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
