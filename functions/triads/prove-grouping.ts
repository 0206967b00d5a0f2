import type { Highs } from 'highs';
import { findCuts } from './find-cuts';
import { columnOf, type GroupingProblem, type Groups } from './grouping';
import { Master } from './master';
import { nearGroups } from './near-groups';
import { priceAll, rounding } from './price-all';
import type { Prices } from './price-groups';
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
