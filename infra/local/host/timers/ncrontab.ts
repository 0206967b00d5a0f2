/** A schedule in UTC. Days of the month and of the week must both fit, other than in Unix cron. */
export interface Schedule {
  /** The first fitting instant strictly after `after`, or undefined where there is none (30 February). */
  next(after: Date): Date | undefined;
}

export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly sentence: string };

interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
}

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const fields: readonly Field[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: months },
  { name: 'day of week', least: 0, most: 6, names: weekdays },
];

/** A leap day falls on a given weekday every 28 years, and over a year like 2100 every 40. */
const daysToLookAhead = 366 * 41;

/**
 * NCRONTAB: `second minute hour day month day-of-week`. Five fields mean second 0.
 * A field is a list of `*`, `n`, `a-b`, each with an optional `/step`; months and weekdays may be named by a prefix.
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
 * @example parseSchedule('0 30 2 * * Mon-Fri') // at half past two UTC on working days
 */
export function parseSchedule(expression: string): ParsedSchedule {
  const parts = expression.split(' ').filter((part) => part !== '');
  const all = parts.length === 5 ? ['0', ...parts] : parts;
  if (all.length !== fields.length)
    return { ok: false, sentence: `the schedule "${expression}" must have six fields, and has ${parts.length}` };
  try {
    const sets = fields.map((field, index) => parseField(all[index] ?? '', field));
    return { ok: true, schedule: { next: (after) => nextAfter(after, sets) } };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return { ok: false, sentence: `the schedule "${expression}" is not valid: ${error.message}` };
  }
}

class FieldError extends Error {}

function parseField(text: string, field: Field): readonly number[] {
  const values = text.split(',').flatMap((part) => parsePart(part, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

function parsePart(text: string, field: Field): number[] {
  const [range = '', step, ...more] = text.split('/');
  if (more.length > 0) throw new FieldError(`"${text}" has more than one step`);
  const every = step === undefined ? 1 : parseStep(step);
  const [first, last] = parseRange(range, step !== undefined, field);
  const values: number[] = [];
  for (let value = first; value <= last; value += every) values.push(value);
  return values;
}

function parseStep(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) < 1) throw new FieldError(`"/${text}" is no step`);
  return Number(text);
}

function parseRange(text: string, hasStep: boolean, field: Field): readonly [number, number] {
  if (text === '*') return [field.least, field.most];
  const [from = '', to, ...more] = text.split('-');
  if (more.length > 0) throw new FieldError(`"${text}" is no range`);
  const first = parseValue(from, field);
  if (to === undefined) return [first, hasStep ? field.most : first];
  const last = parseValue(to, field);
  return first <= last ? [first, last] : [last, first];
}

function parseValue(text: string, field: Field): number {
  const value = /^\d+$/.test(text) ? Number(text) : namedValue(text, field);
  if (value >= field.least && value <= field.most) return value;
  throw new FieldError(`"${text}" is no ${field.name}; it goes from ${field.least} to ${field.most}`);
}

function namedValue(text: string, field: Field): number {
  const index =
    text === '' ? -1 : (field.names ?? []).findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()));
  if (index < 0) throw new FieldError(`"${text}" is no ${field.name}`);
  return index + field.least;
}

function nextAfter(after: Date, sets: readonly (readonly number[])[]): Date | undefined {
  const [seconds = [], minutes = [], hours = [], days = [], monthNumbers = [], weekdayNumbers = []] = sets;
  const start = Math.floor(after.getTime() / 1000) * 1000 + 1000;
  for (let ahead = 0; ahead < daysToLookAhead; ahead += 1) {
    const day = new Date(start);
    day.setUTCHours(0, 0, 0, 0);
    day.setUTCDate(day.getUTCDate() + ahead);
    if (!monthNumbers.includes(day.getUTCMonth() + 1)) continue;
    if (!days.includes(day.getUTCDate()) || !weekdayNumbers.includes(day.getUTCDay())) continue;
    const found = firstInDay(day.getTime(), start, { hours, minutes, seconds });
    if (found !== undefined) return new Date(found);
  }
  return undefined;
}

interface TimesOfDay {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
}

function firstInDay(midnight: number, start: number, times: TimesOfDay): number | undefined {
  for (const hour of times.hours) {
    const hourAt = midnight + hour * 3_600_000;
    if (hourAt + 3_600_000 <= start) continue;
    for (const minute of times.minutes) {
      const minuteAt = hourAt + minute * 60_000;
      if (minuteAt + 60_000 <= start) continue;
      const second = times.seconds.find((candidate) => minuteAt + candidate * 1000 >= start);
      if (second !== undefined) return minuteAt + second * 1000;
    }
  }
  return undefined;
}
