import { type Column, type GroupingProblem, timesOfSizes } from './grouping';
import type { LinearAnswer } from './master';
import { near } from './near-groups';
import { type Priced, priceGroups } from './price-groups';

/** What is below a whole number by no more than this is that number. */
export const rounding = 1e-4;

export interface PricedRound {
  readonly exact: number;
  readonly least: ReadonlyMap<number, number>;
  readonly wanted: readonly Column[];
}

/**
 * Lagrange's bound for these prices, which holds whatever they are, and the groups that would make it cheaper. There
 * are so many fours that they are looked at only once threes and pairs have nothing more to give.
 */
export function priceAll(problem: GroupingProblem, { prices }: LinearAnswer): PricedRound {
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
