import type { Highs } from 'highs';
import { findCuts } from './find-cuts';
import { type Column, columnOf, type GroupingProblem, type Groups, timesOfSizes } from './grouping';
import { type LinearAnswer, Master } from './master';
import { type Priced, type Prices, priceGroups } from './price-groups';
import { searchColumns } from './search-columns';

export interface Proof {
  /** No grouping costs less. */
  readonly bound: number;
  readonly proved: boolean;
  /** The best that is known: the plan that was given, or a better one. */
  readonly groups: Groups;
  readonly cost: number;
}

/** Tells how many seconds are left. */
export type SecondsLeft = () => number;

/** What is below a whole number by no more than this is that number. */
const rounding = 1e-4;
const near = 6;

/**
 * How good a grouping is at best. Column generation: a linear program over few groups, to which those are added that
 * could make it cheaper, until there are none; then the whole-number program over those groups that a better plan could
 * hold. Costs are whole numbers, so a bound may be rounded up.
 */
export function proveGrouping(highs: Highs, problem: GroupingProblem, plan: Groups, left: SecondsLeft): Proof {
  const columns = plan.map((members) => columnOf(problem, members));
  const cost = columns.reduce((sum, column) => sum + column.cost, 0);
  const asGiven = { groups: plan, cost };
  const master = new Master(highs, problem, [...columns, ...nearGroups(problem)]);
  try {
    const linear = boundByPrices(master, problem, cost, left);
    if (linear.bound >= cost) return { ...asGiven, bound: cost, proved: true };
    return searchColumns(highs, problem, { ...linear, columns, cuts: master.cuts }, asGiven, left);
  } finally {
    master.model.dispose();
  }
}

/** For each academy the groups with its nearest: where the linear program begins. */
function nearGroups(problem: GroupingProblem): readonly Column[] {
  const { n, costs, forbidden } = problem;
  const columns = new Map<string, Column>();
  const sizes = [...timesOfSizes(problem).keys()];
  for (let one = 0; one < n; one += 1) {
    const others = Array.from({ length: n }, (_, at) => at)
      .filter((at) => at !== one && forbidden[one * n + at] !== 1)
      .sort((a, b) => (costs[one * n + a] ?? 0) - (costs[one * n + b] ?? 0))
      .slice(0, near);
    for (const size of sizes)
      for (const rest of choose(others, size - 1)) {
        const members = [one, ...rest];
        if (rest.some((a) => rest.some((b) => forbidden[a * n + b] === 1))) continue;
        const column = columnOf(problem, members);
        columns.set(column.members.join(' '), column);
      }
  }
  return [...columns.values()];
}

function choose(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((one, at) => choose(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

export interface LinearBound {
  readonly bound: number;
  /** The unrounded bound and the prices behind it: a group whose price lies above by more than the gap is in no better plan. */
  readonly exact: number;
  readonly prices: Prices;
  /** The least reduced cost at these prices, for each size. */
  readonly least: ReadonlyMap<number, number>;
}

/** Prices rise and columns come until nothing gets better, or the plan is proved. */
function boundByPrices(master: Master, problem: GroupingProblem, cost: number, left: SecondsLeft): LinearBound {
  let best: LinearBound = { bound: 0, exact: Number.NEGATIVE_INFINITY, prices: noPrices(problem), least: new Map() };
  while (left() > 0) {
    const answer = master.solve(left());
    if (answer === undefined) break;
    const priced = priceAll(problem, answer);
    if (priced.exact > best.exact)
      best = { ...priced, bound: Math.ceil(priced.exact - rounding), prices: answer.prices };
    if (best.bound >= cost) break;
    if (priced.wanted.length > 0) {
      master.add(priced.wanted);
      continue;
    }
    const cuts = findCuts(problem.n, master.columns, answer.used, master.cuts);
    if (cuts.length === 0) break;
    master.addCuts(cuts);
  }
  return best;
}

function noPrices({ n }: GroupingProblem): Prices {
  return { academies: new Float64Array(n), sizes: new Map(), cuts: [] };
}

interface PricedRound {
  readonly exact: number;
  readonly least: ReadonlyMap<number, number>;
  readonly wanted: readonly Column[];
}

/**
 * Lagrange's bound for these prices, which holds whatever they are, and the groups that would make it cheaper. There
 * are so many fours that they are looked at only once threes and pairs have nothing more to give.
 */
function priceAll(problem: GroupingProblem, { prices }: LinearAnswer): PricedRound {
  let exact = prices.academies.reduce((sum, price) => sum + price, 0);
  exact += prices.cuts.reduce((sum, { price }) => sum + price, 0);
  const wanted: Priced[] = [];
  const leasts = new Map<number, number>();
  for (const [size, times] of [...timesOfSizes(problem)].sort(([one], [other]) => one - other)) {
    if (size > 3 && wanted.length > 0)
      return { exact: Number.NEGATIVE_INFINITY, least: leasts, wanted: cheapestForEach(wanted) };
    const limit = (prices.sizes.get(size) ?? 0) - rounding;
    const { least, found } = priceGroups(problem, size, prices, limit);
    exact += times * Math.min(least, Number.MAX_SAFE_INTEGER);
    leasts.set(size, least);
    for (const one of found) wanted.push({ ...one, reduced: one.reduced - limit });
  }
  return { exact, least: leasts, wanted: cheapestForEach(wanted) };
}

/** The best few of each academy: more at once would only slow the linear program down. */
function cheapestForEach(wanted: readonly Priced[]): readonly Column[] {
  const times = new Map<number, number>();
  return [...wanted]
    .sort((one, other) => one.reduced - other.reduced)
    .filter(({ members }) => {
      if (members.every((one) => (times.get(one) ?? 0) >= near)) return false;
      for (const one of members) times.set(one, (times.get(one) ?? 0) + 1);
      return true;
    });
}
