import * as z from 'zod/mini';
import { addDays, daysBetween, weekdayOf, weekdays } from '../time/calendar-date';
import { type Interval, merged } from '../time/interval';
import type { MeetingProblem } from './problem';

type Busy = MeetingProblem['busy'];

/**
 * Busy times of a year in few bytes. For each person the times of day, each with the days on which it stands, counted
 * from the problem's first: `15:30-16:45 5+7x30 201` is every Tuesday thirty times, and once more on day 201.
 */
export const compactBusySchema = z.array(z.strictObject({ email: z.string(), times: z.array(z.string()) }));
export type CompactBusy = z.infer<typeof compactBusySchema>;

/** Earlier and later nobody meets; what lies outside is nobody's business. */
const dayFrom = '07:00';
const dayUntil = '20:00';

/** Busy times from the first day on, cut to the hours and weekdays on which anybody meets, without their doubles. */
export function packBusy(busy: Readonly<Busy>, from: string, until: string): CompactBusy {
  const people = new Map<string, Map<string, Interval[]>>();
  for (const { email, ...span } of busy)
    for (const [day, hours] of byDay(span, from, until)) {
      const days = people.get(email) ?? new Map<string, Interval[]>();
      days.set(day, [...(days.get(day) ?? []), hours]);
      people.set(email, days);
    }
  return [...people]
    .map(([email, days]) => ({ email, times: timesOf(days, from) }))
    .sort((one, other) => (one.email < other.email ? -1 : 1));
}

/** The same busy times as the planner reads them. */
export function unpackBusy(compact: CompactBusy, from: string): Busy {
  return compact.flatMap(({ email, times }) =>
    times.flatMap((line) => {
      const [hours = '', ...runs] = line.split(' ');
      const [start = '', end = ''] = hours.split('-');
      return runs.flatMap(daysOfRun).map((day) => {
        const date = addDays(from, day);
        return { email, from: `${date}T${start}`, until: `${date}T${end}` };
      });
    }),
  );
}

/** What a span takes of each working day. */
function byDay(span: Interval, from: string, until: string): readonly (readonly [string, Interval])[] {
  const found: [string, Interval][] = [];
  for (let day = span.from.slice(0, 10); day <= span.until.slice(0, 10); day = addDays(day, 1)) {
    if (day < from || until < day) continue;
    if (!weekdays.some((one) => one === weekdayOf(day))) continue;
    const start = span.from > `${day}T${dayFrom}` ? span.from.slice(11) : dayFrom;
    const end = span.until < `${day}T${dayUntil}` ? span.until.slice(11) : dayUntil;
    if (start < end && span.until > `${day}T${dayFrom}` && span.from < `${day}T${dayUntil}`)
      found.push([day, { from: start, until: end }]);
  }
  return found;
}

function timesOf(days: ReadonlyMap<string, readonly Interval[]>, from: string): string[] {
  const byHours = new Map<string, number[]>();
  for (const [day, spans] of days)
    for (const { from: start, until: end } of merged(spans)) {
      const hours = `${start}-${end}`;
      byHours.set(hours, [...(byHours.get(hours) ?? []), daysBetween(from, day)]);
    }
  return [...byHours].sort().map(([hours, numbers]) => [hours, ...runsOf(numbers)].join(' '));
}

/** Days at one distance as a run, the longest first found: `5+7x3` is 5, 12 and 19. */
function runsOf(days: readonly number[]): readonly string[] {
  const left = new Set([...days].sort((one, other) => one - other));
  const runs: string[] = [];
  for (const first of left) {
    const [step, count] = [1, 7].map((one) => [one, lengthOf(left, first, one)] as const).reduce(longer);
    for (let index = 0; index < count; index += 1) left.delete(first + index * step);
    runs.push(count < 3 ? alone(first, step, count) : `${first}+${step}x${count}`);
  }
  return runs;
}

function alone(first: number, step: number, count: number): string {
  return Array.from({ length: count }, (_, index) => first + index * step).join(' ');
}

function longer(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return other[1] > one[1] ? other : one;
}

function lengthOf(days: ReadonlySet<number>, first: number, step: number): number {
  let count = 0;
  while (days.has(first + count * step)) count += 1;
  return count;
}

function daysOfRun(run: string): readonly number[] {
  const [, first, step, count] = /^(\d+)(?:\+(\d+)x(\d+))?$/.exec(run) ?? [];
  if (first === undefined) return [];
  return Array.from({ length: Number(count ?? 1) }, (_, index) => Number(first) + index * Number(step ?? 0));
}
