import { type Pool, roundShape } from './group-sizes';
import { pairCosts, roundNumbers } from './pair-costs';
import type { TriadProblem } from './problem';

/** Groups of one round, by the places of their academies in the problem; all rounds together are a `Grouping`. */
export type RoundGroups = readonly (readonly number[])[];
export type Grouping = readonly RoundGroups[];

/** The problem as numbers, for the search. */
export interface Table {
  readonly n: number;
  /** What two cost if they meet in a round, the history counted in; `forbiddenPrice` where they may not. */
  readonly price: Int32Array;
  /** What is added to the price with each further meeting. */
  readonly repeat: number;
  readonly rounds: readonly {
    readonly locked: RoundGroups;
    readonly pools: readonly (Pool & { readonly sizes: readonly number[] })[];
  }[];
}

/** More than any two can cost, and so little that a thousand of them are still a whole number. */
export const forbiddenPrice = 1_000_000_000;

/** For a problem that has passed `checkWishes`: every pool can be grouped. */
export function tableOf(problem: TriadProblem): Table {
  const free = { ...problem, locked: [] };
  const { n, costs, forbidden } = pairCosts(free, 0, problem.history);
  for (const [at, no] of forbidden.entries()) if (no === 1) costs[at] = forbiddenPrice;
  const rounds = roundNumbers(problem).map((round) => {
    const { locked, pools } = roundShape(problem, round);
    return { locked, pools: pools.map((pool) => ({ ...pool, sizes: pool.sizes ?? [] })) };
  });
  return { n, price: costs, repeat: Math.round(1000 * problem.weights.repeats), rounds };
}

/** What the rounds cost together: each pair its price, and more with each time that it met before. */
export function costOf({ n, price, repeat }: Table, grouping: Grouping): number {
  const met = new Int32Array(n * n);
  let cost = 0;
  for (const group of grouping.flat())
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const pair = Math.min(one, other) * n + Math.max(one, other);
        cost += (price[pair] ?? 0) + repeat * (met[pair] ?? 0);
        met[pair] = (met[pair] ?? 0) + 1;
      }
  return cost;
}
