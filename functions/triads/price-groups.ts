import { type Cut, worthOf } from './cut';
import type { Column, GroupingProblem } from './grouping';

/** What the linear program says each rule of the model is worth. */
export interface Prices {
  readonly academies: Float64Array;
  /** Of one more group of a size; threes have none. */
  readonly sizes: ReadonlyMap<number, number>;
  readonly cuts: readonly { readonly cut: Cut; readonly price: number }[];
}

export interface Priced extends Column {
  /** Its cost less the prices of its academies and cuts. The price of its size is not taken off. */
  readonly reduced: number;
}

/** The least reduced cost of all groups of this size, and every group whose reduced cost is below `limit`. */
export function priceGroups(
  problem: GroupingProblem,
  size: number,
  { academies, cuts }: Pick<Prices, 'academies' | 'cuts'>,
  limit: number,
): { readonly least: number; readonly found: readonly Priced[] } {
  const { n } = problem;
  const ways = waysOf(problem);
  const chosen: number[] = Array.from({ length: size }, () => 0);
  const added = chosen.map(() => new Float64Array(n));
  (added[0] as Float64Array).set(academies.map((price) => -price));
  const costly = cuts.filter(({ price }) => price > 0);
  const most = costly.reduce((sum, { price }) => sum + price, 0);
  const found: Priced[] = [];
  let least = Number.POSITIVE_INFINITY;

  function finish(sum: number): void {
    const reduced = costly.reduce((left, { cut, price }) => left - price * worthOf(cut, chosen), sum);
    if (reduced < least) least = reduced;
    if (reduced >= limit) return;
    const cost = chosen.reduce((total, one) => total + (academies[one] as number), sum);
    found.push({ members: [...chosen], cost: Math.round(cost), reduced });
  }

  function extend(depth: number, total: number, from: number): void {
    const add = added[depth] as Float64Array;
    const next = added[depth + 1];
    for (let one = from; one < n; one += 1) {
      const sum = total + (add[one] as number);
      if (sum === Number.POSITIVE_INFINITY) continue;
      if (next === undefined) {
        if (sum - most >= limit && sum - most >= least) continue;
        chosen[depth] = one;
        finish(sum);
        continue;
      }
      chosen[depth] = one;
      for (let other = one + 1; other < n; other += 1)
        next[other] = (add[other] as number) + (ways[one * n + other] as number);
      extend(depth + 1, sum, one + 1);
    }
  }

  extend(0, 0, 0);
  return { least, found };
}

function waysOf({ costs, forbidden }: GroupingProblem): Float64Array {
  return Float64Array.from(costs, (cost, at) => (forbidden[at] === 1 ? Number.POSITIVE_INFINITY : cost));
}
