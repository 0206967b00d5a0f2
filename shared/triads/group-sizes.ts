import { lockedIn, placesOf } from './pair-costs';
import type { TriadProblem } from './problem';

/**
 * How many academies each group of a round holds: threes, and where the number demands it one or two fours, or pairs
 * where they are allowed. Five are a triad and a pair. Nobody is ever alone; where that cannot be, `undefined`.
 *
 * @example groupSizes(16, false) // [4, 3, 3, 3, 3]
 */
export function groupSizes(n: number, pairsAllowed: boolean): readonly number[] | undefined {
  if (n === 5) return [3, 2];
  if (n < 2) return n === 0 ? [] : undefined;
  const over = n % 3;
  if (over === 0) return threes(n / 3);
  if (pairsAllowed) return over === 1 ? [...threes((n - 4) / 3), 2, 2] : [...threes((n - 2) / 3), 2];
  if (n === 2) return undefined;
  return over === 1 ? [4, ...threes((n - 4) / 3)] : [4, 4, ...threes((n - 8) / 3)];
}

function threes(times: number): readonly number[] {
  return Array.from({ length: times }, () => 3);
}

/** Academies that are grouped among themselves: a hub, or all; by their places in the problem. */
export interface Pool {
  readonly hub: string | undefined;
  readonly members: readonly number[];
  /** `undefined` where the number cannot be grouped. */
  readonly sizes: readonly number[] | undefined;
}

export interface RoundShape {
  readonly locked: readonly (readonly number[])[];
  readonly pools: readonly Pool[];
}

/** What is left to group in a round once the locked triads stand, hub by hub where triads keep within hubs. */
export function roundShape(problem: TriadProblem, round: number): RoundShape {
  const places = placesOf(problem);
  const locked = lockedIn(problem, round).map((triad) =>
    triad.flatMap((urn) => {
      const place = places.get(urn);
      return place === undefined ? [] : [place];
    }),
  );
  const standing = new Set(locked.flat());
  const byHub = new Map<string | undefined, number[]>();
  for (const [place, { hub }] of problem.academies.entries()) {
    if (standing.has(place)) continue;
    const key = problem.withinHubs ? hub : undefined;
    byHub.set(key, [...(byHub.get(key) ?? []), place]);
  }
  const pools = [...byHub].map(([hub, members]) => ({
    hub,
    members,
    sizes: groupSizes(members.length, problem.pairsAllowed),
  }));
  return { locked, pools };
}
