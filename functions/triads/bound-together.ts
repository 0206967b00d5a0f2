import type { Highs } from 'highs';
import { findCuts } from './find-cuts';
import { columnOf, type GroupingProblem, type Groups } from './grouping';
import { type LinearAnswer, Master, type Pair } from './master';
import { nearGroups } from './near-groups';
import { priceAll, rounding } from './price-all';
import type { SecondsLeft } from './prove-grouping';

export interface Together {
  /** The plan that is known, round by round. */
  readonly plan: readonly Groups[];
  /** What it costs when two meet once more. */
  readonly repeat: number;
}

/** So near to what the linear program itself can give that more is not worth its time. */
const near = 0.0005;

/**
 * No plan of several rounds costs less. All rounds are one linear program: everybody stands in as many groups as there
 * are rounds, and two who meet more than once cost more each time. Which group belongs to which round is left open.
 * Limits on pairs are added where they are crossed, groups by column generation as for one round.
 */
export function boundTogether(
  highs: Highs,
  problem: GroupingProblem,
  { plan, repeat }: Together,
  left: SecondsLeft,
): number {
  const rounds = plan.length;
  const known = plan.flat().map((members) => columnOf(problem, members));
  const master = new Master(highs, problem, [...known, ...nearGroups(problem)], rounds);
  let best = 0;
  try {
    while (left() > 0) {
      const answer = master.solve(left());
      if (answer === undefined) break;
      const priced = priceAll(withLimits(problem, master.limits, answer.limits), answer);
      const worth =
        rounds * priced.exact - answer.limits.reduce((sum, limit) => sum + worthOfLimit(limit, rounds, repeat), 0);
      best = Math.max(best, Math.ceil(worth - rounding));
      const wanted = best >= answer.cost * (1 - near) ? [] : priced.wanted;
      const crossed = crossedPairs(problem.n, master, answer);
      const cuts = wanted.length > 0 ? [] : cutsOf(problem, master, answer, rounds);
      if (wanted.length + crossed.length + cuts.length === 0) break;
      master.addLimits(crossed, repeat);
      master.addCuts(cuts);
      master.add(wanted.map(({ members }) => columnOf(problem, members)));
    }
  } finally {
    master.model.dispose();
  }
  return best;
}

/** What a limit takes off the bound: once is free, each time more is cheaper than this only where its price is lower. */
function worthOfLimit(limit: number, rounds: number, repeat: number): number {
  let value = limit;
  for (let again = 1; again < rounds; again += 1) value += Math.max(0, limit - again * repeat);
  return value;
}

/** Meeting in a group costs what one more meeting is worth too. */
function withLimits(problem: GroupingProblem, limited: readonly Pair[], worth: readonly number[]): GroupingProblem {
  const costs = Float64Array.from(problem.costs);
  for (const [at, [one, other]] of limited.entries())
    for (const cell of [one * problem.n + other, other * problem.n + one])
      costs[cell] = (costs[cell] ?? 0) + (worth[at] ?? 0);
  return { ...problem, costs };
}

/** Pairs that meet more than once in this fractional answer and have no limit yet. */
function crossedPairs(n: number, { columns, limits }: Master, { used }: LinearAnswer): readonly Pair[] {
  const times = new Map<number, number>();
  for (const [at, { members }] of columns.entries()) {
    const share = used[at] ?? 0;
    if (share < rounding) continue;
    for (const [place, one] of members.entries())
      for (const other of members.slice(place + 1))
        times.set(one * n + other, (times.get(one * n + other) ?? 0) + share);
  }
  const known = new Set(limits.map(([one, other]) => one * n + other));
  return [...times]
    .filter(([pair, share]) => share > 1 + rounding && !known.has(pair))
    .map(([pair]) => [Math.floor(pair / n), pair % n]);
}

function cutsOf({ n }: GroupingProblem, { columns, cuts }: Master, { used }: LinearAnswer, rounds: number) {
  return findCuts(
    n,
    columns,
    used.map((share) => share / rounds),
    cuts,
  );
}
