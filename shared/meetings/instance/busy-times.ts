import { minutesOf } from '../../time/time-of-day';
import type { MeetingProblem } from '../problem';
import type { Days } from './days';
import { numberOf, type People } from './people';

const minutesInDay = 1440;

/** Busy times of everybody, by person and day, in plain arrays. */
export class BusyTimes {
  private readonly days: number;
  private readonly start: Int32Array;
  private readonly from: Int16Array;
  private readonly until: Int16Array;

  /** @param more what takes people's time beside the diaries of the problem */
  constructor(problem: MeetingProblem, more: MeetingProblem['busy'], days: Days, people: People) {
    this.days = days.count;
    const found = spansOf(problem, more, days, people);
    const cells = days.count * people.emails.length;
    const entries = found.length / 3;
    this.start = new Int32Array(cells + 1);
    for (let at = 0; at < found.length; at += 3) {
      const next = (found[at] as number) + 1;
      this.start[next] = (this.start[next] as number) + 1;
    }
    for (let cell = 0; cell < cells; cell += 1)
      this.start[cell + 1] = (this.start[cell + 1] as number) + (this.start[cell] as number);
    const next = this.start.slice();
    this.from = new Int16Array(entries);
    this.until = new Int16Array(entries);
    for (let at = 0; at < found.length; at += 3) {
      const cell = found[at] as number;
      const place = next[cell] as number;
      next[cell] = place + 1;
      this.from[place] = found[at + 1] as number;
      this.until[place] = found[at + 2] as number;
    }
  }

  isFree(person: number, day: number, from: number, until: number): boolean {
    const cell = person * this.days + day;
    const end = this.start[cell + 1] as number;
    for (let at = this.start[cell] as number; at < end; at += 1)
      if ((this.from[at] as number) < until && from < (this.until[at] as number)) return false;
    return true;
  }
}

/** Cell of a person and a day, start and end, one after the other. */
function spansOf(problem: MeetingProblem, more: MeetingProblem['busy'], days: Days, people: People): Int32Array {
  const found = new Triples(problem.busy.length + more.length);
  for (const all of [problem.busy, more]) {
    // Diaries come person by person: nobody is looked up for each appointment.
    let [known, person] = ['', -1];
    const tell = (day: number, from: number, until: number) => found.add(person * days.count + day, from, until);
    for (const { email, from, until } of all) {
      if (email !== known) [known, person] = [email, numberOf(people.at, email)];
      if (person >= 0) eachDayOf(days, from, until, tell);
    }
  }
  for (const { email, day, from, until } of problem.weekly ?? []) {
    const person = numberOf(people.at, email);
    if (person < 0) continue;
    for (const at of daysOn(days, weekdayNumber[day]))
      found.add(person * days.count + at, minutesOf(from), minutesOf(until));
  }
  return found.all();
}

function daysOn({ weekday }: Days, wanted: number): readonly number[] {
  return [...weekday.entries()].flatMap(([at, one]) => (one === wanted ? [at] : []));
}

/** Plain numbers for some hundred thousand appointments: lists of objects would be collected as garbage. */
class Triples {
  private numbers: Int32Array;
  private length = 0;

  constructor(expected: number) {
    this.numbers = new Int32Array(3 * Math.max(1, expected));
  }

  add(cell: number, from: number, until: number): void {
    if (from >= until) return;
    if (this.length === this.numbers.length) {
      const more = new Int32Array(2 * this.length);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length] = cell;
    this.numbers[this.length + 1] = from;
    this.numbers[this.length + 2] = until;
    this.length += 3;
  }

  all(): Int32Array {
    return this.numbers.subarray(0, this.length);
  }
}

const weekdayNumber = { Monday: 0, Tuesday: 1, Wednesday: 2, Thursday: 3, Friday: 4 } as const;

/** The parts of a span on each of our days, in minutes since midnight. */
function eachDayOf(
  days: Days,
  from: string,
  until: string,
  tell: (day: number, start: number, end: number) => void,
): void {
  const firstDate = from.slice(0, 10);
  if (until.startsWith(firstDate)) {
    const day = days.at.get(firstDate);
    if (day !== undefined) tell(day, minutesWithin(from), minutesWithin(until));
    return;
  }
  const lastDate = until.slice(0, 10);
  const first = firstDate <= (days.dates[0] ?? '') ? 0 : (days.at.get(firstDate) ?? days.count);
  for (let day = first; day < days.count && (days.dates[day] as string) <= lastDate; day += 1) {
    const date = days.dates[day];
    const start = date === firstDate ? minutesWithin(from) : 0;
    const end = date === lastDate ? minutesWithin(until) : minutesInDay;
    tell(day, start, end);
  }
}

/** Minutes since midnight of `2026-11-03T15:45`, without a string for each of some hundred thousand. */
function minutesWithin(local: string): number {
  const digit = (at: number) => local.charCodeAt(at) - 48;
  return 60 * (10 * digit(11) + digit(12)) + 10 * digit(14) + digit(15);
}
