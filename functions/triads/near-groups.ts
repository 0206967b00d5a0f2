import { type Column, columnOf, type GroupingProblem, timesOfSizes } from './grouping';

export const near = 6;

/** For each academy the groups with its nearest: where the linear program begins. */
export function nearGroups(problem: GroupingProblem): readonly Column[] {
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
