import { type Academy, academy } from '../records/academy';
import { ok, type Result, refuse } from '../result';
import { readDate } from './calendar-date';
import { bindColumns, type Imported, type Reader, type RefusedLine, type Row, type Table } from './table';

/**
 * The columns that are read of a GIAS export, which comes in two shapes: bound by name. Heads' names are personal data
 * and stale, Ofsted's words rank schools: neither is read.
 */
const columns = {
  urn: { names: ['URN'], needed: true },
  name: { names: ['EstablishmentName'], needed: true },
  status: { names: ['EstablishmentStatus (name)'], needed: true },
  trust: { names: ['Trusts (name)'], needed: true },
  localAuthority: { names: ['LA (name)'], needed: true },
  localAuthorityCode: { names: ['LA (code)'], needed: false },
  phase: { names: ['PhaseOfEducation (name)'], needed: false },
  lowAge: { names: ['StatutoryLowAge'], needed: true },
  highAge: { names: ['StatutoryHighAge'], needed: true },
  town: { names: ['Town'], needed: false },
  postcode: { names: ['Postcode'], needed: true },
  easting: { names: ['Easting'], needed: true },
  northing: { names: ['Northing'], needed: true },
  pupils: { names: ['NumberOfPupils'], needed: false },
  opened: { names: ['OpenDate'], needed: false },
} as const;

type Read = Reader<typeof columns>;

export interface FoundAcademies extends Imported<{ readonly record: Academy }> {
  /** The trust as the file writes it. */
  readonly trust: string;
}

/**
 * The open academies of one trust. The trust may be left out where the file holds only one.
 *
 * @example academiesOf(table, 'The Larkrise Learning Trust')
 */
export function academiesOf(table: Table, trust?: string): Result<FoundAcademies> {
  const bound = bindColumns(table, columns, 'GIAS export');
  if (!bound.ok) return bound;
  const read = bound.value;
  const chosen = chooseTrust(table, read, trust);
  if (!chosen.ok) return chosen;
  const rows = table.rows.filter((row) => sameTrust(read(row, 'trust'), chosen.value));
  return ok({ trust: chosen.value, ...readRows(rows, read) });
}

function sameTrust(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function chooseTrust(table: Table, read: Read, wanted: string | undefined): Result<string> {
  const trusts = [...new Set(table.rows.map((row) => read(row, 'trust')))].filter((name) => name !== '');
  const found = wanted === undefined ? undefined : trusts.find((name) => sameTrust(name, wanted));
  if (found !== undefined) return ok(found);
  const [only] = trusts;
  if (only === undefined) return refuse('invalid', 'The file holds no academy of any trust. Give a GIAS export.');
  if (wanted === undefined && trusts.length === 1) return ok(only);
  const named = trusts.length <= 8 ? trusts : nearestNames(trusts, wanted ?? '');
  const which = `${named.join('; ')}${named.length < trusts.length ? ` and ${trusts.length - named.length} more` : ''}`;
  return wanted === undefined
    ? refuse('invalid', `The file holds academies of ${trusts.length} trusts. Say which: ${which}.`)
    : refuse('invalid', `The file holds no academy of "${wanted}". It holds: ${which}.`);
}

/** Names that have most words in common with the wanted one. */
function nearestNames(names: readonly string[], wanted: string): readonly string[] {
  const words = new Set(
    wanted
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3),
  );
  const common = (name: string) =>
    name
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => words.has(word)).length;
  return [...names].sort((one, other) => common(other) - common(one)).slice(0, 5);
}

function readRows(rows: readonly Row[], read: Read): Imported<{ readonly record: Academy }> {
  const found: { line: number; record: Academy }[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const result = readRow(row, read, seen);
    if ('sentence' in result) refused.push(result);
    else found.push(result);
  }
  return { found, refused };
}

function readRow(
  row: Row,
  read: Read,
  seen: Map<string, number>,
): { readonly line: number; readonly record: Academy } | RefusedLine {
  const { line } = row;
  const name = read(row, 'name');
  const status = read(row, 'status');
  if (!/^open\b/i.test(status)) return { line, sentence: `${name} is left out: it is "${status}".` };
  const urn = read(row, 'urn');
  const before = seen.get(urn);
  if (before !== undefined)
    return { line, sentence: `${name}: the URN ${urn} is on line ${before} already.`, cell: read.cellOf(row, 'urn') };
  seen.set(urn, line);
  const opened = read(row, 'opened');
  if (opened !== '' && readDate(opened) === undefined)
    return {
      line,
      sentence: `${name}: "${opened}" is not a date (day-month-year).`,
      cell: read.cellOf(row, 'opened'),
    };
  const parsed = academy.parse(fieldsOf(row, read));
  if (parsed.ok) return { line, record: parsed.value };
  const [field] = parsed.problem.fields ?? [];
  const told = field === undefined ? parsed.problem.sentence : `${labelOf(field.path)}: ${field.sentence}`;
  const column = columnOf(field?.path ?? '');
  return {
    line,
    sentence: `${name === '' ? 'An academy' : name}: ${told}`,
    cell: column === undefined ? undefined : read.cellOf(row, column),
  };
}

function labelOf(path: string): string {
  const column = columnOf(path);
  return column === undefined ? path : columns[column].names[0];
}

function columnOf(path: string): keyof typeof columns | undefined {
  return Object.hasOwn(columns, path) ? (path as keyof typeof columns) : undefined;
}

function fieldsOf(row: Row, read: Read): Record<string, unknown> {
  const texts = ['phase', 'town', 'postcode', 'localAuthorityCode'] as const;
  const numbers = ['lowAge', 'highAge', 'easting', 'northing', 'pupils'] as const;
  const given = (column: keyof typeof columns) => read(row, column) !== '';
  return {
    urn: read(row, 'urn'),
    name: read(row, 'name'),
    localAuthority: read(row, 'localAuthority'),
    ...Object.fromEntries(texts.filter(given).map((column) => [column, read(row, column)])),
    ...Object.fromEntries(numbers.filter(given).map((column) => [column, Number(read(row, column))])),
    // The day on which it opened as an academy: one that came from another trust joined later, and is put right by hand.
    ...(given('opened') ? { joinedOn: readDate(read(row, 'opened')) } : {}),
  };
}

/** A known academy with what a newer export says; what the trust itself keeps of it stays. */
export function mergedAcademy(known: Academy, imported: Academy): Academy {
  return { ...known, ...imported, ...(known.joinedOn === undefined ? {} : { joinedOn: known.joinedOn }) };
}
