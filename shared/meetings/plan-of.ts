import { timeOf } from '../time/time-of-day';
import { absenceOf, reasonsOf } from './absences';
import type { Item } from './instance/group';
import type { Instance } from './instance/instance';
import { costOf } from './plan-cost';
import { hostsOf } from './plan-hosts';
import type { MeetingPlan } from './plan-schema';
import type { Timetable } from './search/timetable';
import type { Diaries } from './why-not';

/** A planned meeting or visit beside what it is in the search. */
export interface Held {
  readonly item: Item;
  readonly option: number;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  /** Places, by their order in the group, with who takes them. */
  readonly seated: readonly { readonly at: number; readonly candidate: number }[];
}

export type PlanWithoutWords = Omit<MeetingPlan, 'explanation' | 'suggestions'>;

/** Meetings of networks among what has a date. */
export function meetingsIn({ groups }: Instance, held: readonly Held[]): readonly Held[] {
  return held.filter(({ item }) => groups[item.group]?.kind === 'network');
}

/** The timetable as a plan: numbers, hosts, who represents whom, why somebody is absent, and what it costs. */
export function planOf(
  instance: Instance,
  table: Timetable,
  bound: number,
  how: { readonly exact: boolean },
): PlanWithoutWords {
  const held = heldIn(instance, table);
  const meetings = meetingsIn(instance, held);
  const hosts = hostsOf(instance, meetings, how);
  const urns = [...instance.academyAt.keys()];
  const reasons = reasonsOf(instance, held);
  const numbers = numbersOf(instance, meetings);
  const planned = meetings.map((one, at) => meetingOf(instance, one, numbers[at] ?? 1, hosts.hosts[at] ?? -1, reasons));
  const represented = planned.reduce((sum, { present }) => sum + present.length, 0);
  const visits = held
    .filter(({ item }) => instance.groups[item.group]?.kind === 'visit')
    .map((one) => visitOf(instance, one));
  return {
    meetings: planned,
    visits,
    represented,
    places: instance.places,
    bound: Math.min(bound, instance.places),
    cost: costOf(instance, held, represented, hosts.costs).told(),
    ...(hosts.turns.length === 0
      ? {}
      : { turns: hosts.turns.map(({ academy, ...turn }) => ({ academy: urns[academy] ?? '', ...turn })) }),
  };
}

/** What has a date, by date. A meeting at which nobody would stand for any academy is not held. */
export function heldIn({ items, groups, days }: Instance, table: Timetable): readonly Held[] {
  const held = items.flatMap((item): readonly Held[] => {
    const option = table.optionOf(item.number);
    const group = groups[item.group];
    if (option < 0 || group === undefined) return [];
    const seated = [...group.academies.keys()].flatMap((at) => {
      const candidate = table.seatOf(item.number, at);
      return candidate < 0 ? [] : [{ at, candidate }];
    });
    if (group.academies.length > 0 && seated.length === 0) return [];
    const { day, from, until } = group.options;
    const date = days.dates[day[option] as number] as string;
    const [start, end] = [timeOf(from[option] as number), timeOf(until[option] as number)];
    return [{ item, option, date, from: start, until: end, seated }];
  });
  const key = ({ date, from, item }: Held) => `${date} ${from} ${String(item.group).padStart(4, '0')}`;
  return held.sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Numbers go on from the highest that stands for each network, in the order of the dates. */
export function numbersOf({ problem, groups }: Instance, meetings: readonly Held[]): readonly number[] {
  const last = new Map<string, number>();
  for (const { network, number } of problem.standing) last.set(network, Math.max(number, last.get(network) ?? 0));
  return meetings.map(({ item }) => {
    const key = groups[item.group]?.key ?? '';
    const number = (last.get(key) ?? 0) + 1;
    last.set(key, number);
    return number;
  });
}

function meetingOf(
  instance: Instance,
  held: Held,
  number: number,
  host: number,
  reasons: Diaries,
): MeetingPlan['meetings'][number] {
  const group = instance.groups[held.item.group] as Instance['groups'][number];
  const urns = [...instance.academyAt.keys()];
  const urnAt = (at: number) => urns[group.academies[at] as number] ?? '';
  const seats = new Map(held.seated.map(({ at, candidate }) => [at, candidate]));
  const places = [...group.academies.keys()];
  const { date, from, until } = held;
  return {
    network: group.key,
    number,
    date,
    from,
    until,
    ...(host < 0 ? {} : { host: urns[host] ?? '' }),
    representatives: held.seated.map(({ at, candidate }) => {
      const one = (group.start[at] as number) + candidate;
      const email = instance.people.emails[group.candidates[one] as number] ?? '';
      return { academy: urnAt(at), email, part: group.isDeputy[one] === 1 ? 'deputy' : 'member' };
    }),
    present: places.filter((at) => seats.has(at)).map(urnAt),
    absent: places
      .filter((at) => !seats.has(at))
      .map((at) => ({ academy: urnAt(at), because: absenceOf(instance, reasons, held, at) })),
    ...movedFrom(instance, held),
  };
}

function movedFrom({ groups, days }: Instance, { item, option }: Held) {
  if (item.stays < 0 || item.stays === option) return {};
  const { options } = groups[item.group] as Instance['groups'][number];
  const { stays } = item;
  const date = days.dates[options.day[stays] as number] as string;
  const [from, until] = [timeOf(options.from[stays] as number), timeOf(options.until[stays] as number)];
  return { moved: { date, from, until } };
}

function visitOf(instance: Instance, held: Held): NonNullable<MeetingPlan['visits']>[number] {
  const group = instance.groups[held.item.group] as Instance['groups'][number];
  const { date, from, until } = held;
  const host = [...instance.academyAt.keys()][group.host] ?? '';
  const { moved } = movedFrom(instance, held);
  return { key: group.key, date, from, until, host, ...(moved === undefined ? {} : { moved: moved.date }) };
}
