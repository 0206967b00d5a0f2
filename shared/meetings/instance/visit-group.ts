import { minutesOf } from '../../time/time-of-day';
import type { VisitProblem } from '../problem';
import type { Group } from './group';
import { numberOf } from './people';
import type { Reading } from './reading';

/** A visit as the search takes it: the days on which its host, and whoever else has to be, is open and all its people are free. */
export function visitGroup(reading: Reading, visit: VisitProblem, number: number): Group {
  const { days, closed, busyOnTheWay: busy, people, academyAt } = reading;
  const host = academyAt.get(visit.host) ?? 0;
  const open = [host, ...(visit.open ?? []).flatMap((urn) => academyAt.get(urn) ?? [])];
  const duties = Int32Array.from(new Set(visit.people.map((email) => numberOf(people.at, email))));
  const [from, until] = [minutesOf(visit.from), minutesOf(visit.until)];
  const possible: number[] = [];
  for (let day = 0; day < days.count; day += 1) {
    const date = days.dates[day] as string;
    if (date < visit.earliest || date > visit.latest || (days.weekday[day] as number) > 4) continue;
    if (!open.every((academy) => closed.isOpen(academy, day))) continue;
    if (duties.every((person) => busy.isFree(person, day, from, until))) possible.push(day);
  }
  const { length } = possible;
  const none = new Int32Array(0);
  return {
    number,
    kind: 'visit',
    key: visit.key,
    name: visit.name,
    inPerson: true,
    host,
    academies: none,
    circles: none,
    start: Int32Array.of(0),
    candidates: none,
    isDeputy: new Uint8Array(0),
    duties,
    options: {
      count: length,
      day: Int16Array.from(possible),
      from: new Int16Array(length).fill(from),
      until: new Int16Array(length).fill(until),
      unwished: new Uint8Array(length),
      dutyFree: new Uint8Array(length).fill(1),
      able: new Uint32Array(0),
      most: new Uint16Array(length),
    },
  };
}
