import type { Highs } from 'highs';
import { ok, type Result, refuse } from '../../shared/result';
import { type Pool, roundShape } from '../../shared/triads/group-sizes';
import { type PairCosts, pairCosts, placesOf, unitsInKilometre } from '../../shared/triads/pair-costs';
import { firstRound, type TriadProblem, type TriadRound } from '../../shared/triads/problem';
import { boundTogether } from './bound-together';
import { columnOf, type GroupingProblem, type Groups } from './grouping';
import { type Proof, proveGrouping, type SecondsLeft } from './prove-grouping';

/** A round that is planned: its number, what came before it, and its groups by URN. */
export interface PlannedRound {
  readonly round: number;
  readonly history: TriadProblem['history'];
  readonly groups: readonly (readonly string[])[];
}

/** In the whole units of pair costs. */
export interface RoundProof {
  /** After what came before it no grouping of this round costs less. */
  readonly bound: number;
  readonly cost: number;
  readonly proved: boolean;
  /** The groups that were given, or better ones. */
  readonly groups: readonly (readonly string[])[];
}

/** How good one round of a plan is at best: hub by hub where triads keep within hubs, around locked triads. */
export function proveRound(
  highs: Highs,
  problem: TriadProblem,
  planned: PlannedRound,
  left: SecondsLeft,
): Result<RoundProof> {
  const places = placesOf(problem);
  const groups = planned.groups.map((group) => group.map((urn) => places.get(urn) ?? -1));
  const pairs = pairCosts({ ...problem, locked: [] }, planned.round, planned.history);
  const { locked, pools } = roundShape(problem, planned.round);
  const whole = groupingOf(pairs, [...places.values()], []);
  const fixed = locked.reduce((sum, group) => sum + columnOf(whole, group).cost, 0);
  const proofs: Proof[] = [];
  const standing: (readonly number[])[] = [...locked];
  for (const pool of pools) {
    const mine = groupsWithin(pool, pairs, groups);
    if (mine === undefined)
      return refuse('invalid', 'These triads do not keep the rules of the problem. Plan them again.');
    const proof = proveGrouping(highs, groupingOf(pairs, pool.members, pool.sizes ?? []), mine, left);
    proofs.push(proof);
    standing.push(...proof.groups.map((group) => group.map((at) => pool.members[at] ?? -1)));
  }
  const sum = (of: (proof: Proof) => number) => proofs.reduce((total, proof) => total + of(proof), fixed);
  return ok({
    bound: sum(({ bound }) => bound),
    cost: sum(({ cost }) => cost),
    proved: proofs.every(({ proved }) => proved),
    groups: standing.map((group) => group.map((at) => problem.academies[at]?.urn ?? '')),
  });
}

/** What all rounds cost at least together, in whole units, where no triad is locked. */
export function boundRounds(
  highs: Highs,
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  left: SecondsLeft,
): number {
  const places = placesOf(problem);
  const pairs = pairCosts(problem, firstRound(problem), problem.history);
  const repeat = Math.round(unitsInKilometre * problem.weights.repeats);
  const plan = rounds.map(({ triads }) => triads.map((triad) => triad.map((urn) => places.get(urn) ?? -1)));
  return roundShape(problem, firstRound(problem)).pools.reduce((sum, pool) => {
    const mine = plan.flatMap((groups) => [groupsWithin(pool, pairs, groups) ?? []]);
    if (mine.some((groups) => groups.length === 0)) return sum;
    const grouping = groupingOf(pairs, pool.members, pool.sizes ?? []);
    return sum + boundTogether(highs, grouping, { plan: mine, repeat }, left);
  }, 0);
}

/** The part of the table that these academies make up, numbered anew. */
function groupingOf(
  { n, costs, forbidden }: PairCosts,
  members: readonly number[],
  sizes: readonly number[],
): GroupingProblem {
  const cells = members.flatMap((one) => members.map((other) => one * n + other));
  return {
    n: members.length,
    costs: Int32Array.from(cells, (cell) => costs[cell] ?? 0),
    forbidden: Uint8Array.from(cells, (cell) => forbidden[cell] ?? 0),
    sizes,
  };
}

/** The groups of a pool by their places in it; `undefined` where they are no grouping that the rules allow. */
function groupsWithin({ members, sizes }: Pool, { n, forbidden }: PairCosts, groups: Groups): Groups | undefined {
  const mine = groups.filter((group) => group.some((one) => members.includes(one)));
  const lengths = (of: readonly number[]) => [...of].sort((one, other) => one - other).join(' ');
  const isWhole =
    sizes !== undefined &&
    lengths(mine.map((group) => group.length)) === lengths(sizes) &&
    lengths(mine.flat()) === lengths(members);
  const isAllowed = mine.every((group) =>
    group.every((one) => group.every((other) => forbidden[one * n + other] !== 1)),
  );
  return isWhole && isAllowed ? mine.map((group) => group.map((one) => members.indexOf(one))) : undefined;
}
