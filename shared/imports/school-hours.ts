import { type Academy, academy } from '../records/academy';
import { ok, type Result } from '../result';
import { readTime } from './read-time';
import {
  bindColumns,
  type Cell,
  hasColumn,
  type Imported,
  type Reader,
  type RefusedLine,
  type Row,
  type Table,
} from './table';

const hours = {
  dayFrom: { names: ['school day starts', 'day starts', 'starts', 'opens'], needed: false },
  dayUntil: { names: ['school day ends', 'day ends', 'ends', 'closes'], needed: false },
  twilightUntil: { names: ['twilight meetings end by', 'twilight ends', 'twilight until', 'twilight'], needed: false },
} as const;
const columns = { urn: { names: ['URN', 'academy', 'academy URN'], needed: true }, ...hours } as const;
const times = ['dayFrom', 'dayUntil', 'twilightUntil'] as const;

type Read = Reader<typeof columns>;
type FoundHours = { readonly line: number; readonly record: Academy };

/** Whether a file is a list of school hours and no GIAS export. */
export function tellsSchoolHours(table: Table): boolean {
  return times.some((one) => hasColumn(table, hours[one]));
}

/** Known academies with the hours that a file gives them; what a cell leaves empty stays as it is. */
export function schoolHoursOf(table: Table, academies: readonly Academy[]): Result<Imported<{ record: Academy }>> {
  const bound = bindColumns(table, columns, 'CSV file');
  if (!bound.ok) return bound;
  const known = new Map(academies.map((one) => [one.urn, one]));
  const found: FoundHours[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const result = readRow(row, bound.value, known, seen);
    if ('sentence' in result) refused.push(result);
    else found.push(result);
  }
  return ok({ found, refused });
}

function readRow(
  row: Row,
  read: Read,
  known: ReadonlyMap<string, Academy>,
  seen: Map<string, number>,
): FoundHours | RefusedLine {
  const urn = read(row, 'urn');
  const wrong = (column: keyof typeof columns, sentence: string): RefusedLine =>
    refusal(row.line, read.cellOf(row, column), sentence);
  const before = known.get(urn);
  if (before === undefined)
    return wrong('urn', `"${urn}" is the URN of none of our academies. Correct it, or import the academies first.`);
  const first = seen.get(urn);
  if (first !== undefined) return wrong('urn', `${before.name} is on line ${first} already.`);
  seen.set(urn, row.line);
  const given: Record<string, string> = {};
  for (const column of times) {
    const text = read(row, column);
    if (text === '') continue;
    const told = readTime(text);
    if ('sentence' in told) return wrong(column, told.sentence);
    given[column] = told.time;
  }
  const parsed = academy.parse({ ...before, ...given });
  if (parsed.ok) return { line: row.line, record: parsed.value };
  const [field] = parsed.problem.fields ?? [];
  const column = times.find((one) => one === field?.path) ?? 'dayUntil';
  return wrong(column, field?.sentence ?? parsed.problem.sentence);
}

function refusal(line: number, cell: Cell | undefined, sentence: string): RefusedLine {
  return { line, sentence: cell === undefined ? sentence : `${cell.column}: ${sentence}`, cell };
}
