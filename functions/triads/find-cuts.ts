import { pairsOf } from '../../shared/triads/pairs';
import { type Cut, cutAround, worthOf } from './cut';
import type { Column } from './grouping';

interface Standing {
  readonly column: Column;
  readonly used: number;
}

const least = 0.02;
const atOnce = 12;

/**
 * Sets of academies whose border too little crosses in this fractional answer: those that grow together when pairs are
 * joined from the closest on.
 */
export function findCuts(
  n: number,
  columns: readonly Column[],
  used: Float64Array,
  known: readonly Cut[],
): readonly Cut[] {
  const standing = columns.map((column, at) => ({ column, used: used[at] ?? 0 })).filter((one) => one.used > 1e-7);
  const seen = new Set(known.map(keyOf));
  return clusters(n, standing)
    .flatMap((inside) => cutAround(inside) ?? [])
    .filter((cut) => !seen.has(keyOf(cut)))
    .map((cut) => ({ cut, worth: standing.reduce((sum, one) => sum + one.used * worthOf(cut, one.column.members), 0) }))
    .filter(({ worth }) => worth < 1 - least)
    .sort((one, other) => one.worth - other.worth)
    .slice(0, atOnce)
    .map(({ cut }) => cut);
}

function keyOf({ inside }: Cut): string {
  return inside.join('');
}

/** Every set that comes to be when the pairs are joined one after the other, the most used ones first. */
function clusters(n: number, standing: readonly Standing[]): readonly Uint8Array[] {
  const clusterOf = Array.from({ length: n }, (_, one) => new Uint8Array(n).fill(1, one, one + 1));
  const sets: Uint8Array[] = [];
  for (const pair of pairsByUse(n, standing)) {
    const one = clusterOf[Math.floor(pair / n)];
    const other = clusterOf[pair % n];
    if (one === undefined || other === undefined || one === other) continue;
    const joined = one.map((is, at) => (is === 1 || other[at] === 1 ? 1 : 0));
    for (const [at, is] of joined.entries()) if (is === 1) clusterOf[at] = joined;
    sets.push(joined);
  }
  return sets;
}

function pairsByUse(n: number, standing: readonly Standing[]): readonly number[] {
  const shared = new Map<number, number>();
  for (const { column, used } of standing)
    for (const [one, other] of pairsOf(column.members))
      shared.set(one * n + other, (shared.get(one * n + other) ?? 0) + used);
  return [...shared].sort(([, one], [, other]) => other - one).map(([pair]) => pair);
}
