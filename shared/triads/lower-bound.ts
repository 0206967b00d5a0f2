import { countPairs } from './pairs';
import { forbiddenPrice, type Table } from './table';

/** What the groups of all rounds ask of the pairs: how many meet, and how often each academy meets others. */
interface Demand {
  readonly pairs: number;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

const steps = 250;

/**
 * A proven lower bound without a solver: groups are forgotten, only how often everybody meets somebody is kept; what
 * that costs at least follows from Lagrange's multipliers, one an academy, improved step by step towards `goal`, the
 * cost of a known plan.
 */
export function lowerBound(table: Table, goal: number): number {
  const demand = demandOf(table);
  const worth = new Float64Array(table.n);
  const perPair = { worth: goal / Math.max(1, demand.pairs) };
  let best = Number.NEGATIVE_INFINITY;
  let pace = 1;
  let since = 0;
  for (let step = 0; step < steps && goal - best >= 1; step += 1) {
    const { value, degree, chosen } = relaxed(table, demand, worth, perPair.worth);
    since = value > best + 0.5 ? 0 : since + 1;
    best = Math.max(best, value);
    if (since >= 15) [pace, since] = [pace / 2, 0];
    const wrong = Float64Array.from(degree, (times, at) => missing(demand, worth, times, at));
    const wrongPairs = demand.pairs - chosen;
    const size = wrong.reduce((sum, by) => sum + by * by, wrongPairs * wrongPairs);
    if (size === 0) break;
    const stride = (pace * Math.max(1, goal - value)) / size;
    for (const [at, by] of wrong.entries()) worth[at] = (worth[at] ?? 0) + stride * by;
    perPair.worth += stride * wrongPairs;
  }
  return Math.max(0, Math.min(goal, Math.ceil(best - 0.001)));
}

/** By how much an academy meets too few or too many, as far as its multiplier can say so. */
function missing({ least, most }: Demand, worth: Float64Array, times: number, at: number): number {
  const few = (least[at] ?? 0) - times;
  const many = (most[at] ?? 0) - times;
  const now = worth[at] ?? 0;
  if (now > 0) return few;
  if (now < 0) return many;
  return few > 0 ? few : Math.min(0, many);
}

/** The cheapest choice of meetings at these multipliers, where no number of meetings has to be kept. */
function relaxed({ n, price, repeat, rounds }: Table, demand: Demand, worth: Float64Array, perPair: number) {
  const degree = new Int32Array(n);
  let value = perPair * demand.pairs;
  let chosen = 0;
  for (let one = 0; one < n; one += 1) {
    const own = worth[one] as number;
    value += own * ((own > 0 ? demand.least[one] : demand.most[one]) as number);
    for (let other = 0; other < one; other += 1) {
      const cost = price[one * n + other] as number;
      if (cost >= forbiddenPrice) continue;
      let reduced = cost - own - (worth[other] as number) - perPair;
      for (let times = 0; reduced < 0 && times < rounds.length; times += 1) {
        value += reduced;
        reduced += repeat;
        chosen += 1;
        degree[one] = (degree[one] as number) + 1;
        degree[other] = (degree[other] as number) + 1;
      }
    }
  }
  return { value, degree, chosen };
}

function demandOf({ n, rounds }: Table): Demand {
  const least = new Int32Array(n);
  const most = new Int32Array(n);
  let pairs = 0;
  const add = (members: readonly number[], sizes: readonly number[]) => {
    pairs += sizes.reduce((sum, size) => sum + countPairs(size), 0);
    for (const one of members) {
      least[one] = (least[one] ?? 0) + Math.min(...sizes) - 1;
      most[one] = (most[one] ?? 0) + Math.max(...sizes) - 1;
    }
  };
  for (const { locked, pools } of rounds) {
    for (const group of locked) add(group, [group.length]);
    for (const { members, sizes } of pools) add(members, sizes);
  }
  return { pairs, least, most };
}
