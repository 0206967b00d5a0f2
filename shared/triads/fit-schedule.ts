import { shuffled } from '../meetings/chance';
import { knownSchedule, type Schedule } from './known-schedules';
import { pairsOf } from './pairs';
import type { Grouping, Table } from './table';

const { floor, log } = Math;

/**
 * Known schedules, hub by hub, with the academies set into their places so that the rounds cost little; `undefined`
 * where none is long enough, or where triads are locked. So many exchanges are tried.
 */
export function fitSchedules(
  table: Table,
  pairsAllowed: boolean,
  moves: number,
  random: () => number,
): Grouping | undefined {
  const { rounds } = table;
  const pools = rounds[0]?.pools ?? [];
  if (rounds.some(({ locked }) => locked.length > 0)) return undefined;
  const schedules = pools.flatMap(({ members }) => {
    const known = knownSchedule(members.length, pairsAllowed);
    return known === undefined || known.length < rounds.length ? [] : [{ members, known }];
  });
  if (schedules.length < pools.length) return undefined;
  const fitted = schedules.map(({ members, known }) =>
    setIn(table, shuffled(known, random).slice(0, rounds.length), members, moves / pools.length, random),
  );
  return rounds.map((_, round) => fitted.flatMap((schedule) => schedule[round] ?? []));
}

function setIn(
  table: Table,
  schedule: Schedule,
  members: readonly number[],
  moves: number,
  random: () => number,
): Schedule {
  const seated = Int32Array.from(shuffled(members, random));
  const meets = meetings(schedule, members.length);
  const first = meanPrice(table, members);
  for (let move = 0; move < moves; move += 1) {
    const one = floor(random() * seated.length);
    const other = floor(random() * seated.length);
    const change = exchangeCost(table, meets, seated, one, other);
    const temperature = first * (1 - move / moves) ** 2;
    if (change > 0 && change > -temperature * log(random())) continue;
    const moved = seated[one] as number;
    seated[one] = seated[other] as number;
    seated[other] = moved;
  }
  return schedule.map((groups) => groups.map((group) => group.map((place) => seated[place] as number)));
}

function meetings(schedule: Schedule, n: number): Int8Array {
  const meets = new Int8Array(n * n);
  for (const [one, other] of schedule.flatMap((groups) => groups.flatMap(pairsOf))) {
    meets[one * n + other] = 1;
    meets[other * n + one] = 1;
  }
  return meets;
}

function exchangeCost(table: Table, meets: Int8Array, seated: Int32Array, one: number, other: number): number {
  const { n, price } = table;
  const places = seated.length;
  const academy = seated[one] as number;
  const another = seated[other] as number;
  let change = 0;
  for (let place = 0; place < places; place += 1) {
    if (place === one || place === other) continue;
    const times = (meets[one * places + place] as number) - (meets[other * places + place] as number);
    if (times === 0) continue;
    const met = seated[place] as number;
    change += times * ((price[another * n + met] as number) - (price[academy * n + met] as number));
  }
  return change;
}

/** The scale on which exchanges cost: half of what two of them cost on average, where they may meet. */
function meanPrice({ n, price }: Table, members: readonly number[]): number {
  const prices = pairsOf(members)
    .map(([one, other]) => price[one * n + other] ?? 0)
    .filter((cost) => cost < 1_000_000_000);
  return prices.reduce((sum, cost) => sum + cost, 0) / Math.max(1, 2 * prices.length);
}
