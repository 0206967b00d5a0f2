import * as z from 'zod/mini';
import { type Closure, closure } from '../records/closure';
import { ok, type Result, refuse } from '../result';
import { type BankHoliday, bankHolidaysBetween, bankHolidaysKnownUntil } from '../time/bank-holidays';
import { britishDate } from '../time/british-date';
import { schoolYearOf } from '../time/school-year';
import { keyOfClosure } from './closure-key';
import { decode } from './decode';
import type { Imported } from './table';

const published = z.object({
  'england-and-wales': z.object({
    events: z
      .array(z.object({ title: closure.fields.label.schema, date: closure.fields.from.schema }))
      .check(z.maxLength(2000)),
  }),
});

const notThat = 'The file is not bank-holidays.json of GOV.UK. Download it from www.gov.uk/bank-holidays.json.';

/** GOV.UK's bank holidays as closed days of the trust, without those that are built in. */
export function bankHolidaysOf(
  bytes: Uint8Array,
): Result<Imported<{ readonly key: string; readonly record: Closure }>> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const parsed = published.safeParse(jsonOf(decoded.value.text.replace(/^\ufeff/, '')));
  if (!parsed.success) return refuse('invalid', notThat);
  const { events } = parsed.data['england-and-wales'];
  const [first] = bankHolidaysBetween('2000-01-01', bankHolidaysKnownUntil);
  const builtIn = bankHolidaysBetween(first?.date ?? '', bankHolidaysKnownUntil);
  const found = events.flatMap(({ title, date }, at) =>
    date < (first?.date ?? '') || builtIn.some((one) => one.date === date) ? [] : [toClosure(title, date, at + 1)],
  );
  return ok({ found, refused: noMore(builtIn, events) });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function toClosure(label: string, date: string, line: number) {
  const record: Closure = {
    year: schoolYearOf(date),
    scope: 'trust',
    from: date,
    until: date,
    what: 'bank holiday',
    label,
  };
  return { line, key: keyOfClosure(record), record };
}

/** A bank holiday that was moved stays closed: it is built in, and nobody is invited to a doubtful day. */
function noMore(builtIn: readonly BankHoliday[], events: readonly { readonly date: string }[]) {
  const [first] = events.map(({ date }) => date).sort();
  const last = events
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return builtIn
    .filter(({ date }) => first !== undefined && last !== undefined && first <= date && date <= last)
    .filter(({ date }) => !events.some((event) => event.date === date))
    .map(({ date, name }) => ({
      line: 1,
      sentence: `${name}, ${britishDate(date)}, is built in but not in this file. It stays closed.`,
    }));
}
