import { type Closure, closure } from '../records/closure';
import { ok, type Result, refuse } from '../result';
import { daysOfSchoolYear, isSchoolYear } from '../time/school-year';
import { orderOfDates } from './calendar/date-order';
import { readDate } from './calendar-date';
import { oneOf } from './choices';
import { bindColumns, type Imported, type Reader, type RefusedLine, type Row, type Table } from './table';

const columns = {
  scope: { names: ['scope'], needed: true },
  from: { names: ['from', 'start', 'first day'], needed: true },
  until: { names: ['until', 'end', 'last day'], needed: true },
  what: { names: ['what', 'kind'], needed: true },
  label: { names: ['label', 'name'], needed: false },
} as const;

type Read = Reader<typeof columns>;
type FoundClosure = { readonly key: string; readonly record: Closure };

/** Closed days of a school year; a line that cannot be used is told with its number. */
export function closuresOf(table: Table, year: string): Result<Imported<FoundClosure>> {
  if (!isSchoolYear(year))
    return refuse('invalid', `"${year}" is no school year. Give one such as 2026/27.`, {
      fields: [{ path: 'year', sentence: 'Give a school year such as 2026/27.' }],
    });
  const bound = bindColumns(table, columns, 'CSV file');
  if (!bound.ok) return bound;
  const asked = askAboutOrder(table, bound.value);
  if (asked !== undefined) return asked;
  const found: (FoundClosure & { line: number })[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const result = readRow(row, bound.value, year);
    const before = 'key' in result ? seen.get(result.key) : undefined;
    if ('sentence' in result) refused.push(result);
    else if (before === undefined) found.push(result);
    else refused.push({ line: row.line, sentence: `This closed day is on line ${before} already.` });
    if ('key' in result) seen.set(result.key, before ?? row.line);
  }
  return ok({ found, refused });
}

/** What shows the order of no date, or an American one, makes all of the file doubtful. Nobody guesses. */
function askAboutOrder(table: Table, read: Read) {
  const dates = table.rows.flatMap((row) =>
    [read(row, 'from'), read(row, 'until')].map((text) => ({ line: row.line, text })),
  );
  const order = orderOfDates(dates, undefined);
  if (typeof order === 'string') return undefined;
  const sentence = `${order.sentence} Write the dates as year-month-day, or import the file as the calendar of a school, where you can answer.`;
  return refuse('invalid', sentence, { fields: [{ path: 'from', sentence }] });
}

function readRow(row: Row, read: Read, year: string): (FoundClosure & { readonly line: number }) | RefusedLine {
  const { line } = row;
  const kinds = closure.fields.what.of ?? [];
  const what = oneOf(read(row, 'what'), kinds);
  if (what === undefined)
    return { line, sentence: `"${read(row, 'what')}" is not known. Choose one of: ${kinds.join(', ')}.` };
  const from = readDate(read(row, 'from'));
  if (from === undefined) return { line, sentence: notADate(read(row, 'from')) };
  const until = read(row, 'until') === '' ? from : readDate(read(row, 'until'));
  if (until === undefined) return { line, sentence: notADate(read(row, 'until')) };
  const { first, last } = daysOfSchoolYear(year);
  if (until < first || from > last) return { line, sentence: `It lies outside the school year ${year}.` };
  const scope = scopeOf(read(row, 'scope'));
  const label = read(row, 'label') === '' ? what : read(row, 'label');
  const parsed = closure.parse({ year, scope, from, until, what, label });
  if (!parsed.ok) return { line, sentence: parsed.problem.sentence };
  return { line, key: keyOfClosure(parsed.value), record: parsed.value };
}

function scopeOf(text: string): string {
  return /^(the\s+)?(whole\s+)?trust$/i.test(text) ? 'trust' : text;
}

function notADate(text: string): string {
  return `"${text}" is not a date. Write it as year-month-day or day/month/year.`;
}

/** The key of a closed day follows from what it says, so that the same file again changes nothing. */
export function keyOfClosure({ scope, from, what }: Closure): string {
  const words = `${scope} ${what}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `closure-${from}-${words}`.slice(0, 100).replace(/-+$/, '');
}
