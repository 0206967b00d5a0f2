import { britishDay } from '../time/british-date';
import { daysBetween, mondayOf, weekdayOf } from '../time/calendar-date';
import { minutesOf } from '../time/time-of-day';
import type { Instance } from './instance/instance';
import type { Held } from './plan-of';
import type { MeetingProblem } from './problem';

/** Something that takes a person's time: another meeting or visit of ours. */
interface Taken {
  readonly name: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

export interface Reasons {
  readonly busy: ReadonlyMap<string, MeetingProblem['busy']>;
  readonly weekly: ReadonlyMap<string, NonNullable<MeetingProblem['weekly']>>;
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  /** Names by address. */
  readonly names: ReadonlyMap<string, string>;
}

/** What takes everybody's time, looked up for each absence. */
export function reasonsOf({ problem, groups, people, standing }: Instance, held: readonly Held[]): Reasons {
  const taken = new Map<string, Taken[]>();
  const take = (email: string, one: Taken) => taken.set(email, [...(taken.get(email) ?? []), one]);
  for (const one of standing) for (const email of one.people) take(email, one);
  for (const { item, option, seated, ...when } of held) {
    const group = groups[item.group];
    if (group === undefined) continue;
    const sitting = seated.map(
      ({ at, candidate }) => group.candidates[(group.start[at] as number) + candidate] as number,
    );
    const there = new Set([...sitting, ...(group.options.dutyFree[option] === 1 ? group.duties : [])]);
    for (const person of there) take(people.emails[person] ?? '', { name: group.name, ...when });
  }
  const members = problem.networks.flatMap((network) => network.members);
  return {
    busy: byEmail(problem.busy),
    weekly: byEmail(problem.weekly ?? []),
    taken,
    names: new Map(members.map(({ email, who }) => [email.toLowerCase(), who.name])),
  };
}

function byEmail<T extends { readonly email: string }>(all: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const email = one.email.toLowerCase();
    const known = found.get(email);
    if (known === undefined) found.set(email, [one]);
    else known.push(one);
  }
  return found;
}

const mostNamed = 6;

/** Why nobody stands for the academy of a place. */
export function absenceOf(instance: Instance, reasons: Reasons, held: Held, at: number): string {
  const group = instance.groups[held.item.group] as Instance['groups'][number];
  const academy = group.academies[at] as number;
  const closed = instance.closed.ofAcademy(academy, group.options.day[held.option] as number);
  if (closed !== undefined) return `It is closed: ${closed}.`;
  if (!instance.hours.allow(academy, minutesOf(held.from), minutesOf(held.until)))
    return 'It is outside the hours at which its staff can be asked.';
  const people = [...group.candidates.subarray(group.start[at] as number, group.start[at + 1] as number)];
  const told = people.slice(0, mostNamed).map((person) => {
    const email = instance.people.emails[person] ?? '';
    return `${reasons.names.get(email) ?? email} ${whyNot(instance, reasons, held, email)}`;
  });
  const more = people.length > mostNamed ? `; so have ${people.length - mostNamed} more` : '';
  return `${told.join('; ')}${more}.`;
}

function whyNot({ problem }: Instance, reasons: Reasons, held: Held, email: string): string {
  const { date, from, until } = held;
  const [start, end] = [`${date}T${from}`, `${date}T${until}`];
  const busy = reasons.busy.get(email)?.find((one) => one.from < end && start < one.until);
  if (busy !== undefined) return `has another appointment, ${hoursOf(busy, date)}`;
  const taught = reasons.weekly
    .get(email)
    ?.find((one) => one.day === weekdayOf(date) && one.from < until && from < one.until);
  if (taught !== undefined) return `cannot be released, ${taught.from} to ${taught.until}`;
  const taken = reasons.taken.get(email) ?? [];
  const meanwhile = taken.find((one) => one.date === date && one.from < until && from < one.until);
  if (meanwhile !== undefined) return `is then at ${meanwhile.name}, ${meanwhile.from} to ${meanwhile.until}`;
  const monday = mondayOf(date);
  const inWeek = taken.filter(
    (one) => Math.abs(daysBetween(monday, one.date) - 3) <= 3 && mondayOf(one.date) === monday,
  );
  const times = problem.releasesInWeek === 1 ? 'once' : `${Math.floor(problem.releasesInWeek)} times`;
  if (inWeek.length > 0)
    return `is released that week for ${inWeek.map((one) => `${one.name} on ${britishDay(one.date)}`).join(' and ')}, and nobody more than ${times}`;
  return problem.releasesInWeek < 1 ? 'may not be released at all' : 'could not be there in time';
}

/** The hours of an appointment on this day, without its title. */
function hoursOf(busy: { readonly from: string; readonly until: string }, date: string): string {
  const from = busy.from.startsWith(date) ? busy.from.slice(11) : '00:00';
  const until = busy.until.startsWith(date) ? busy.until.slice(11) : '24:00';
  return from === '00:00' && until === '24:00' ? 'all day' : `${from} to ${until}`;
}
