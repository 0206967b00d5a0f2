import { ok, type Result } from '../../result';
import { daysOfSchoolYear } from '../../time/school-year';
import { bindColumns, type Reader, type RefusedLine, type Row, type Table } from '../table';
import { type DateOrder, orderOfDates, readInOrder } from './date-order';
import { type CalendarEntry, type CalendarQuestion, type CalendarReading, outsideOf } from './entry';
import { kindOf } from './guess-kind';
import { londonDateOf } from './wall-time';

const columns = {
  start: { names: ['start', 'from', 'first day', 'date', 'start date'], needed: true },
  end: { names: ['end', 'until', 'last day', 'end date'], needed: false },
  kind: { names: ['kind', 'what', 'type'], needed: false },
  label: { names: ['label', 'name', 'title', 'summary', 'description', 'subject'], needed: false },
  scope: { names: ['scope'], needed: false },
} as const;

type Read = Reader<typeof columns>;

export interface CalendarRead {
  readonly entries: readonly CalendarEntry[];
  readonly refused: readonly RefusedLine[];
  /** While there are any, nothing could be read. */
  readonly questions: readonly CalendarQuestion[];
}

/** A school's calendar from a table with the columns start, end, kind and label. */
export function calendarOfRows(table: Table, { year, answers }: CalendarReading): Result<CalendarRead> {
  const bound = bindColumns(table, columns, 'CSV file');
  if (!bound.ok) return bound;
  const read = bound.value;
  const dates = table.rows.flatMap((row) =>
    [read(row, 'start'), read(row, 'end')].map((text) => ({ line: row.line, text })),
  );
  const order = orderOfDates(dates, answers['order']);
  if (typeof order !== 'string') return ok({ entries: [], refused: [], questions: [order] });
  const rows = table.rows.map((row) => readRow(row, read, order, year));
  return ok({
    entries: rows.flatMap((one) => ('sentence' in one ? [] : [one])),
    refused: rows.flatMap((one) => ('sentence' in one ? [one] : [])),
    questions: [],
  });
}

function readRow(row: Row, read: Read, order: DateOrder, year: string): CalendarEntry | RefusedLine {
  const { line } = row;
  const start = readDay(read(row, 'start'), order);
  const end = read(row, 'end') === '' ? start : readDay(read(row, 'end'), order);
  if (start === undefined) return { line, sentence: notADay(read(row, 'start'), order) };
  if (end === undefined) return { line, sentence: notADay(read(row, 'end'), order) };
  if (end.date < start.date) return { line, sentence: 'The last day is before the first. Correct the line.' };
  const kind = read(row, 'kind');
  const label = (read(row, 'label') === '' ? kind : read(row, 'label')).slice(0, 120);
  const scope = read(row, 'scope');
  const ask = start.ask ?? end.ask;
  return entryOf({ line, from: start.date, until: end.date, label, scope, ask }, kind, year);
}

/** A day, and what is doubtful about the time that stands behind it. */
function readDay(text: string, order: DateOrder): { readonly date: string; readonly ask?: string } | undefined {
  const [, day = '', hour, minute] = /^(\S+?)(?:[T ]\s*(\d{1,2}):(\d{2})(?::\d{2})?)?$/.exec(text.trim()) ?? [];
  const date = readInOrder(day, order);
  if (date === undefined) return undefined;
  if (hour === undefined || minute === undefined) return { date };
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const there = londonDateOf(date, `${hour.padStart(2, '0')}:${minute}`, 'Europe/London');
  return there.ok ? { date } : { date, ask: there.problem.sentence };
}

function notADay(text: string, order: DateOrder): string {
  return `"${text}" is not a date. Write it as year-month-day or ${order}/year.`;
}

interface ReadEntry {
  readonly line: number;
  readonly from: string;
  readonly until: string;
  readonly label: string;
  readonly scope?: string;
  readonly ask?: string | undefined;
}

/** What was read, with its kind, if it lies in the school year. */
export function entryOf(
  { line, from, until, label, scope = '', ask }: ReadEntry,
  kind: string,
  year: string,
): CalendarEntry | RefusedLine {
  const { first, last } = daysOfSchoolYear(year);
  if (until < first || from > last) return { line, sentence: outsideOf(year) };
  const title = label === '' ? 'Without a title' : label;
  return {
    line,
    from,
    until,
    label: title,
    ...(scope === '' ? {} : { scope: /^(the\s+)?(whole\s+)?trust$/i.test(scope) ? 'trust' : scope }),
    // What is doubtful has no kind: somebody looks at its day and chooses one.
    ...(ask === undefined
      ? { what: kindOf(kind, title, from, until) }
      : { ask: `${ask} Look at the day, then say what it is.` }),
  };
}
