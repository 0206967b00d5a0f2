import type { GroupingProblem, Groups } from '../../../functions/triads/grouping';

/** Costs and forbidden pairs given for each pair once, in the order 1-0, 2-0, 2-1, 3-0 … */
export function groupingFrom(
  n: number,
  pairs: readonly { readonly cost: number; readonly forbidden?: boolean }[],
  sizes: readonly number[],
): GroupingProblem {
  const costs = new Int32Array(n * n);
  const forbidden = new Uint8Array(n * n);
  let next = 0;
  for (let one = 0; one < n; one += 1)
    for (let other = 0; other < one; other += 1) {
      const pair = pairs[next];
      next += 1;
      for (const cell of [one * n + other, other * n + one]) {
        costs[cell] = pair?.cost ?? 0;
        forbidden[cell] = pair?.forbidden === true ? 1 : 0;
      }
    }
  return { n, costs, forbidden, sizes };
}

/** Every way to divide academies into groups of these sizes, forbidden pairs or not. */
export function allGroupings(n: number, sizes: readonly number[]): readonly Groups[] {
  return divide(
    Array.from({ length: n }, (_, at) => at),
    sizes,
  );
}

function divide(left: readonly number[], sizes: readonly number[]): readonly Groups[] {
  const [first, ...others] = left;
  if (first === undefined) return [[]];
  return [...new Set(sizes)].flatMap((size) => {
    const rest = [...sizes];
    rest.splice(rest.indexOf(size), 1);
    return choose(others, size - 1).flatMap((chosen) => {
      const remaining = others.filter((one) => !chosen.includes(one));
      return divide(remaining, rest).map((groups) => [[first, ...chosen], ...groups]);
    });
  });
}

function choose(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((one, at) => choose(from.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
}

export function isAllowed({ n, forbidden }: GroupingProblem, groups: Groups): boolean {
  return groups.every((group) => group.every((one) => group.every((other) => forbidden[one * n + other] !== 1)));
}

export function costOfGroups({ n, costs }: GroupingProblem, groups: Groups): number {
  let cost = 0;
  for (const group of groups)
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) cost += costs[one * n + other] ?? 0;
  return cost;
}
