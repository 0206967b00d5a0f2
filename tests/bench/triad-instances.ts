import type { GroupingProblem } from '../../functions/triads/grouping';
import { groupSizes } from '../../shared/triads/group-sizes';

/** Mulberry: a small generator, so that the instances are the same everywhere. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const kilometresOfDegree = 111.2;
const detour = 1.28;
const kilometresAnHour = 58;

interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly strength: number;
  readonly need: number;
}

/**
 * A trust of n schools in about n/8 hubs: centres uniform over a county or two, schools normal around them; a whole
 * cost for each pair, minutes driven and less where a strength meets a need; a few pairs that are kept apart.
 */
export function instance(n: number, seed: number): GroupingProblem {
  const random = chanceFrom(1000 * n + seed);
  const hubs = Array.from({ length: Math.max(2, Math.round(n / 8)) }, () => ({
    latitude: 52.3 + 0.9 * random(),
    longitude: -2.2 + 1.3 * random(),
  }));
  const places = Array.from({ length: n }, () =>
    placeNear(hubs[Math.floor(random() * hubs.length)] ?? { latitude: 52.7, longitude: -1.5 }, random),
  );
  const costs = new Int32Array(n * n);
  const forbidden = new Uint8Array(n * n);
  for (let one = 0; one < n; one += 1)
    for (let other = 0; other < one; other += 1) {
      const cost = costOf(places[one] as Place, places[other] as Place);
      costs[one * n + other] = cost;
      costs[other * n + one] = cost;
    }
  for (let times = 0; times < n / 10; times += 1) {
    const one = Math.floor(random() * n);
    const other = Math.floor(random() * n);
    if (one === other) continue;
    forbidden[one * n + other] = 1;
    forbidden[other * n + one] = 1;
  }
  return { n, costs, forbidden, sizes: groupSizes(n, false) ?? [] };
}

function placeNear(hub: { readonly latitude: number; readonly longitude: number }, random: () => number): Place {
  const away = 5 * Math.sqrt(-2 * Math.log(1 - random()));
  const towards = 2 * Math.PI * random();
  const latitude = hub.latitude + (away * Math.cos(towards)) / kilometresOfDegree;
  const longitude =
    hub.longitude + (away * Math.sin(towards)) / (kilometresOfDegree * Math.cos((latitude * Math.PI) / 180));
  return { latitude, longitude, strength: Math.floor(6 * random()), need: Math.floor(6 * random()) };
}

function costOf(one: Place, other: Place): number {
  const across = Math.cos((((one.latitude + other.latitude) / 2) * Math.PI) / 180) * (one.longitude - other.longitude);
  const kilometres = kilometresOfDegree * Math.hypot(one.latitude - other.latitude, across);
  const minutes = Math.round((60 * detour * kilometres) / kilometresAnHour);
  const met = (one.strength === other.need ? 1 : 0) + (other.strength === one.need ? 1 : 0);
  return minutes + 8 - 4 * met;
}
