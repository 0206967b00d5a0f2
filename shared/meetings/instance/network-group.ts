import { daysOfWeek } from '../../time/calendar-date';
import type { NetworkProblem } from '../problem';
import { daysOf, isPreferredDay, timesFor } from '../rules/days-and-windows';
import { leadAddress } from '../rules/who-leads';
import { type Group, mostCandidates, type Options } from './group';
import { numberOf } from './people';
import type { Reading } from './reading';

/** A network as the search takes it. Options at which nobody of any academy can come are left out. */
export function networkGroup(read: Reading, network: NetworkProblem, number: number): Group {
  const inPerson = network.where !== 'in Teams';
  const reading = inPerson ? { ...read, busy: read.busyOnTheWay } : read;
  const lead = numberOf(reading.people.at, leadAddress(network));
  const places = placesOf(reading, network, lead);
  return {
    number,
    kind: 'network',
    key: network.key,
    name: network.name,
    inPerson,
    host: -1,
    ...places,
    duties: Int32Array.of(lead),
    options: optionsOf(reading, network, places, lead),
  };
}

type Places = Pick<Group, 'academies' | 'circles' | 'start' | 'candidates' | 'isDeputy'>;

/** The lead stands for her own academy, whoever else could; then members, then deputies, each in the order given. */
function placesOf({ people, academyAt }: Reading, { members }: NetworkProblem, lead: number): Places {
  const byAcademy = new Map<number, { person: number; isDeputy: number; rank: number }[]>();
  for (const { academy, email, part } of members) {
    if (academy === undefined) continue;
    const at = academyAt.get(academy) ?? 0;
    const person = numberOf(people.at, email);
    const known = byAcademy.get(at) ?? [];
    const isDeputy = part === 'deputy' && person !== lead ? 1 : 0;
    if (known.every((one) => one.person !== person))
      byAcademy.set(at, [...known, { person, isDeputy, rank: person === lead ? -1 : isDeputy }]);
  }
  const sorted = [...byAcademy].sort(([one], [other]) => one - other);
  const chosen = sorted.map(([, all]) => [...all].sort((a, b) => a.rank - b.rank).slice(0, mostCandidates));
  const academies = Int32Array.from(sorted, ([academy]) => academy);
  const start = new Int32Array(chosen.length + 1);
  for (const [place, all] of chosen.entries()) start[place + 1] = (start[place] as number) + all.length;
  return {
    academies,
    circles: academies.map((academy) => people.circleOf[academy] as number),
    start,
    candidates: Int32Array.from(chosen.flat(), ({ person }) => person),
    isDeputy: Uint8Array.from(chosen.flat(), ({ isDeputy }) => isDeputy),
  };
}

interface When {
  readonly day: number;
  readonly from: number;
  readonly until: number;
  readonly unwished: number;
}

function optionsOf(reading: Reading, network: NetworkProblem, places: Places, lead: number): Options {
  const { busy } = reading;
  const all = whensOf(reading, network);
  const count = places.academies.length;
  const able = new Uint32Array(all.length * count);
  const most = Uint16Array.from(all, (when, option) => fillAble(reading, places, when, lead, able, option * count));
  const kept = all.flatMap((_, option) => (count === 0 || (most[option] as number) > 0 ? [option] : []));
  const whens = kept.flatMap((option) => all[option] ?? []);
  const isAll = kept.length === all.length;
  return {
    count: whens.length,
    day: Int16Array.from(whens, ({ day }) => day),
    from: Int16Array.from(whens, ({ from }) => from),
    until: Int16Array.from(whens, ({ until }) => until),
    unwished: Uint8Array.from(whens, ({ unwished }) => unwished),
    dutyFree: Uint8Array.from(whens, ({ day, from, until }) => (busy.isFree(lead, day, from, until) ? 1 : 0)),
    able: isAll ? able : packed(able, kept, count),
    most: Uint16Array.from(kept, (option) => most[option] as number),
  };
}

function packed(able: Uint32Array, kept: readonly number[], count: number): Uint32Array {
  const result = new Uint32Array(kept.length * count);
  for (const [at, option] of kept.entries())
    result.set(able.subarray(option * count, (option + 1) * count), at * count);
  return result;
}

function whensOf(reading: Reading, network: NetworkProblem): readonly When[] {
  const times = timesFor(network);
  return daysFor(reading, network).flatMap(({ day, name }) => {
    const unwishedDay = isPreferredDay(network, name) ? 0 : 1;
    return times.map(({ from, until, isPreferred }) => ({
      day,
      from,
      until,
      unwished: unwishedDay + (isPreferred ? 0 : 1),
    }));
  });
}

/** Days of its spans on which it may meet: the trust is open, and none of its meetings that stand is too near. */
function daysFor({ days, closed, standsOf }: Reading, network: NetworkProblem) {
  if (network.members.length === 0) return [];
  const wanted = new Set(daysOf(network));
  const stands = standsOf.get(network.key) ?? [];
  return days.dates.flatMap((date, day) => {
    const name = daysOfWeek[days.weekday[day] as number];
    if (name === undefined || !wanted.has(name) || !closed.isTrustOpen(day)) return [];
    if (!network.spans.some(({ from, until }) => from <= date && date <= until)) return [];
    return stands.some((isTooNear) => isTooNear(date)) ? [] : [{ day, name }];
  });
}

/** Writes who can come at this time, place after place, and says at how many places anybody can. */
function fillAble(
  { busy, closed, hours }: Reading,
  { academies, start, candidates }: Places,
  { day, from, until }: When,
  lead: number,
  able: Uint32Array,
  at: number,
): number {
  let most = 0;
  for (let place = 0; place < academies.length; place += 1) {
    const academy = academies[place] as number;
    if (!closed.isOpen(academy, day) || !hours.allow(academy, from, until)) continue;
    const first = start[place] as number;
    const end = start[place + 1] as number;
    let mask = 0;
    for (let one = first; one < end; one += 1)
      if (busy.isFree(candidates[one] as number, day, from, until)) mask |= 1 << (one - first);
    if (mask === 0) continue;
    // Who leads the meeting is there, so stands for her academy.
    able[at + place] = (mask & 1) === 1 && candidates[first] === lead ? 1 : mask;
    most += 1;
  }
  return most;
}
