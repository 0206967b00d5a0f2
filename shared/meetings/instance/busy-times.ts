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

  constructor(problem: MeetingProblem, days: Days, people: People) {
    this.days = days.count;
    const found: number[] = [];
    const add = (cell: number, from: number, until: number) => {
      if (from < until) found.push(cell, from, until);
    };
    for (const { email, from, until } of problem.busy) {
      const person = numberOf(people.at, email);
      if (person >= 0) eachDayOf(days, from, until, (day, start, end) => add(person * days.count + day, start, end));
    }
    for (const { email, day, from, until } of problem.weekly ?? []) {
      const person = numberOf(people.at, email);
      if (person < 0) continue;
      const wanted = weekdayNumber[day];
      for (let at = 0; at < days.count; at += 1)
        if (days.weekday[at] === wanted) add(person * days.count + at, minutesOf(from), minutesOf(until));
    }
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

const weekdayNumber = { Monday: 0, Tuesday: 1, Wednesday: 2, Thursday: 3, Friday: 4 } as const;

/** The parts of a span on each of our days, in minutes since midnight. */
function eachDayOf(
  days: Days,
  from: string,
  until: string,
  tell: (day: number, start: number, end: number) => void,
): void {
  const [firstDate, lastDate] = [from.slice(0, 10), until.slice(0, 10)];
  const first = firstDate <= (days.dates[0] ?? '') ? 0 : (days.at.get(firstDate) ?? days.count);
  for (let day = first; day < days.count && (days.dates[day] as string) <= lastDate; day += 1) {
    const date = days.dates[day];
    const start = date === firstDate ? minutesOf(from.slice(11)) : 0;
    const end = date === lastDate ? minutesOf(until.slice(11)) : minutesInDay;
    tell(day, start, end);
  }
}
