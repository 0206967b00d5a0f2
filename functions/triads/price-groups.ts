import { type Cut, worthOf } from './cut';
import { type Column, columnOf, type GroupingProblem } from './grouping';

/** Held here, since a look at a global costs more than the comparison in the innermost loop. */
const infinity = Number.POSITIVE_INFINITY;

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

export interface PricedGroups {
  /** The least reduced cost of all groups of a size; infinite where there is no group. */
  readonly least: number;
  readonly found: readonly Priced[];
}

/** The least reduced cost of all groups of this size, and every group whose reduced cost is below `limit`. */
export function priceGroups(
  problem: GroupingProblem,
  size: number,
  prices: Pick<Prices, 'academies' | 'cuts'>,
  limit: number,
): PricedGroups {
  const costly = prices.cuts.filter(({ price }) => price > 0);
  const found: Priced[] = [];
  let least = infinity;
  eachGroup(problem, size, highestPrices(prices.academies, costly), (lowest, members) => {
    if (lowest >= limit && lowest >= least) return;
    const column = columnOf(problem, members);
    let reduced = column.cost;
    for (const one of members) reduced -= prices.academies[one] as number;
    for (const { cut, price } of costly) reduced -= price * worthOf(cut, members);
    if (reduced < least) least = reduced;
    if (reduced < limit) found.push({ ...column, reduced });
  });
  return { least, found };
}

/**
 * A group is worth no more to a cut than its members are alone (the worth is subadditive), so that nearly all groups
 * can be passed by without a look at the cuts.
 */
function highestPrices(academies: Float64Array, cuts: Prices['cuts']): Float64Array {
  const highest = Float64Array.from(academies);
  for (const { cut, price } of cuts)
    for (const [at, inside] of cut.inside.entries())
      if (inside === 1) highest[at] = (highest[at] as number) + price * (cut.worth[1] as number);
  return highest;
}

/** Every allowed group of a size, with its cost less these prices. The members are only lent. */
function eachGroup(
  { n, costs, forbidden }: GroupingProblem,
  size: number,
  prices: Float64Array,
  visit: (reduced: number, members: readonly number[]) => void,
): void {
  const ways = Float64Array.from(costs, (cost, at) => (forbidden[at] === 1 ? infinity : cost));
  const members: number[] = Array.from({ length: size }, () => 0);
  /** What an academy would add to those that are chosen already, for each depth. */
  const adds = members.map(() => Float64Array.from(prices, (price) => -price));

  function extend(depth: number, total: number, from: number): void {
    const add = adds[depth] as Float64Array;
    const next = adds[depth + 1];
    for (let one = from; one < n; one += 1) {
      const sum = total + (add[one] as number);
      if (sum === infinity) continue;
      members[depth] = one;
      if (next === undefined) visit(sum, members);
      else {
        addWays(next, add, ways, one * n, one + 1);
        extend(depth + 1, sum, one + 1);
      }
    }
  }
  extend(0, 0, 0);
}

function addWays(next: Float64Array, add: Float64Array, ways: Float64Array, row: number, from: number): void {
  for (let other = from; other < add.length; other += 1)
    next[other] = (add[other] as number) + (ways[row + other] as number);
}
