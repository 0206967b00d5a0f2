import { timeOf } from '../time/time-of-day';
import { pointsOf } from './goals';
import type { Group } from './instance/group';
import type { Instance } from './instance/instance';
import type { Rehost } from './plan-hosts';
import type { PlanCost, PlanSlot } from './plan-schema';
import type { Placing } from './search/placing';

type Goal = PlanCost['parts'][number]['goal'];

/** What one meeting comes to on an option: who sits where, and what its places are worth. */
interface Seating {
  readonly option: number;
  /** Candidate by place, -1 for nobody. */
  readonly seats: readonly number[];
  readonly worth: number;
}

/**
 * Every date and time that the rules allow for one meeting and that is none of its own minutes, while every other meeting
 * keeps its date and its people: the cheapest first, of equals the nearest. It serves the explanation of a plan and moving by hand.
 * The timetable is as before when it returns.
 */
export function slotsOf(placing: Placing, item: number, rehost: Rehost, most: number): readonly PlanSlot[] {
  const { instance, table } = placing;
  const now: Seating = { option: table.optionOf(item), seats: seatsOf(placing, item), worth: 0 };
  const [worthNow, { options }] = [table.worth, table.groupOf(item)];
  clear(placing, item);
  const base = table.worth;
  const { first, end } = instance.items[item] as Instance['items'][number];
  const costNow = placing.dateCost(item, now.option) - (worthNow - base);
  const found: { readonly seating: Seating; readonly more: number; readonly away: number }[] = [];
  for (let option = first; option < end; option += 1) {
    if (meanwhile(options, option, now.option)) continue;
    const seating = seatingAt(placing, item, option);
    if (seating === undefined) continue;
    const more = placing.dateCost(item, option) - seating.worth - costNow;
    found.push({
      seating,
      more,
      away: Math.abs((options.day[option] as number) - (options.day[now.option] as number)),
    });
  }
  restore(placing, item, now);
  const before = { ...now, worth: worthNow - base };
  return found
    .sort((one, other) => one.more - other.more || one.away - other.away || one.seating.option - other.seating.option)
    .slice(0, most)
    .map(({ seating }) => slotOf(placing, item, [before, seating], rehost))
    .sort((one, other) => one.price - other.price);
}

function meanwhile({ day, from, until }: Group['options'], one: number, other: number): boolean {
  return (
    day[one] === day[other] &&
    (from[one] as number) < (until[other] as number) &&
    (from[other] as number) < (until[one] as number)
  );
}

function seatsOf({ table }: Placing, item: number): readonly number[] {
  return Array.from(table.groupOf(item).academies, (_, at) => table.seatOf(item, at));
}

function clear({ table }: Placing, item: number): void {
  for (const at of table.groupOf(item).academies.keys()) table.unseat(item, at);
  table.take(item);
}

function restore({ table }: Placing, item: number, { option, seats }: Seating): void {
  table.put(item, option);
  for (const [at, candidate] of seats.entries()) table.seat(item, at, candidate);
}

/** The meeting on an option with whoever is free; undefined where the rules or its people stand against it. */
function seatingAt(placing: Placing, item: number, option: number): Seating | undefined {
  const { table } = placing;
  const { options, duties, academies } = table.groupOf(item);
  if (!table.mayPut(item, option)) return undefined;
  const week = table.weekOf(item, option);
  const leads = options.dutyFree[option] === 1;
  if (leads && !duties.every((person) => table.canJoin(person, item, option, week))) return undefined;
  const before = table.worth;
  table.put(item, option);
  for (const at of academies.keys()) seatBest(placing, item, at, week);
  const seating = { option, seats: seatsOf(placing, item), worth: table.worth - before };
  clear(placing, item);
  return academies.length > 0 && seating.seats.every((candidate) => candidate < 0) ? undefined : seating;
}

function seatBest({ table }: Placing, item: number, at: number, week: number): void {
  const { options, academies } = table.groupOf(item);
  let [best, most] = [-1, 0];
  const able = options.able[table.optionOf(item) * academies.length + at] as number;
  for (let mask = able; mask !== 0; mask &= mask - 1) {
    const candidate = 31 - Math.clz32(mask & -mask);
    const value = table.valueOf(item, at, candidate);
    if (value <= most || !table.isFree(item, at, candidate, week)) continue;
    [best, most] = [candidate, value];
  }
  table.seat(item, at, best);
}

function slotOf(
  { instance, table }: Placing,
  item: number,
  [before, after]: readonly [Seating, Seating],
  rehost: Rehost,
): PlanSlot {
  const { options, academies } = table.groupOf(item);
  const urns = [...instance.academyAt.keys()];
  const placesWhere = (holds: (at: number) => boolean) => [...academies.keys()].filter(holds);
  const isThere = ({ seats }: Seating, at: number) => (seats[at] as number) >= 0;
  const urnsOf = (places: readonly number[]) => places.map((at) => urns[academies[at] as number] ?? '');
  const present = placesWhere((at) => isThere(after, at)).map((at) => academies[at] as number);
  const one = amountsOf(instance, item, before);
  const other = amountsOf(instance, item, after);
  const hosting: ReadonlyMap<Goal, number> = rehost(item, present);
  const changes = [...new Set([...one.keys(), ...other.keys(), ...hosting.keys()])].flatMap((goal) => {
    const amount = (other.get(goal) ?? 0) - (one.get(goal) ?? 0) + (hosting.get(goal) ?? 0);
    return amount === 0 ? [] : [{ goal, amount, points: amount * pointsFor(instance, goal) }];
  });
  const { option } = after;
  return {
    date: instance.days.dates[options.day[option] as number] as string,
    from: timeOf(options.from[option] as number),
    until: timeOf(options.until[option] as number),
    gains: urnsOf(placesWhere((at) => isThere(after, at) && !isThere(before, at))),
    loses: urnsOf(placesWhere((at) => isThere(before, at) && !isThere(after, at))),
    changes: changes.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
    price: changes.reduce((sum, { points }) => sum + points, 0),
  };
}

function pointsFor({ placesForAMove }: Instance, goal: Goal): number {
  return goal === 'meetings and visits moved' ? placesForAMove * pointsOf['places not represented'] : pointsOf[goal];
}

/** What one meeting adds to each goal but those of hosting. */
function amountsOf(instance: Instance, item: number, { option, seats, worth }: Seating): Map<Goal, number> {
  const { group: number, stays, evenly } = instance.items[item] as Instance['items'][number];
  const { options, start, isDeputy, kind } = instance.groups[number] as Instance['groups'][number];
  const deputies = seats.filter((one, at) => one >= 0 && isDeputy[(start[at] as number) + one] === 1).length;
  const seated = seats.filter((one) => one >= 0).length;
  const [forPlace, forDeputy] = [pointsOf['places not represented'], pointsOf['deputies instead of members']];
  return new Map<Goal, number>([
    ['places not represented', -seated],
    ['deputies instead of members', deputies],
    // What the places are worth is less by these minutes alone.
    [
      'minutes above directed time',
      (forPlace * seated - forDeputy * deputies - worth) / pointsOf['minutes above directed time'],
    ],
    ['meetings and visits moved', stays >= 0 && stays !== option ? 1 : 0],
    ['meetings without their lead', kind === 'network' && options.dutyFree[option] === 0 ? 1 : 0],
    ['days and windows not preferred', options.unwished[option] as number],
    ['days off an even spread', evenly < 0 ? 0 : Math.abs((options.day[option] as number) - evenly)],
  ]);
}
