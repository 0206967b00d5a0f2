import { minutesOf } from '../time/time-of-day';
import type { Instance } from './instance/instance';
import type { Held } from './plan-of';
import { type Diaries, diariesOf, type Taken, whyNot } from './why-not';

/** What takes everybody's time, looked up for each absence. */
export function reasonsOf({ problem, groups, people, standing, longestWay }: Instance, held: readonly Held[]): Diaries {
  const taken = new Map<string, Taken[]>();
  const take = (email: string, one: Taken) => {
    const known = taken.get(email);
    if (known === undefined) taken.set(email, [one]);
    else known.push(one);
  };
  for (const one of standing) for (const email of one.people) take(email, one);
  for (const { item, option, seated, date, from, until } of held) {
    const group = groups[item.group];
    if (group === undefined) continue;
    const sitting = seated.map(
      ({ at, candidate }) => group.candidates[(group.start[at] as number) + candidate] as number,
    );
    const there = new Set([...sitting, ...(group.options.dutyFree[option] === 1 ? group.duties : [])]);
    const { name, inPerson } = group;
    for (const person of there) take(people.emails[person] ?? '', { name, date, from, until, inPerson });
  }
  return diariesOf(problem, taken, longestWay);
}

const mostNamed = 6;

/** Why nobody stands for the academy of a place. */
export function absenceOf(instance: Instance, reasons: Diaries, held: Held, at: number): string {
  const group = instance.groups[held.item.group] as Instance['groups'][number];
  const academy = group.academies[at] as number;
  const closed = instance.closed.ofAcademy(academy, group.options.day[held.option] as number);
  if (closed !== undefined) return `It is closed: ${closed}.`;
  if (!instance.hours.allow(academy, minutesOf(held.from), minutesOf(held.until)))
    return 'It is outside the hours at which its staff can be asked.';
  const { date, from, until } = held;
  const meeting = { date, from, until, inPerson: group.inPerson };
  const people = [...group.candidates.subarray(group.start[at] as number, group.start[at + 1] as number)];
  const told = people.slice(0, mostNamed).map((person) => {
    const email = instance.people.emails[person] ?? '';
    return `${reasons.names.get(email) ?? email} ${whyNot(reasons, email, meeting) ?? 'could not be there in time'}`;
  });
  const more = people.length > mostNamed ? `; so have ${people.length - mostNamed} more` : '';
  return `${told.join('; ')}${more}.`;
}
