/** Academies that are grouped among themselves once, as numbers: each in exactly one group. */
export interface GroupingProblem {
  readonly n: number;
  /** Whole numbers, both halves: `costs[one * n + other]`. */
  readonly costs: ArrayLike<number>;
  /** 1 where two may not be together. */
  readonly forbidden: Uint8Array;
  /** How many each group holds. */
  readonly sizes: readonly number[];
}

/** One possible group. */
export interface Column {
  readonly members: readonly number[];
  readonly cost: number;
}

export type Groups = readonly (readonly number[])[];

export function columnOf({ n, costs }: GroupingProblem, members: readonly number[]): Column {
  let cost = 0;
  for (const [at, one] of members.entries())
    for (const other of members.slice(at + 1)) cost += costs[one * n + other] ?? 0;
  return { members: [...members].sort((one, other) => one - other), cost };
}

export function keyOf({ members }: Column): string {
  return members.join(' ');
}

/** How many groups there are of each size. */
export function timesOfSizes({ sizes }: Pick<GroupingProblem, 'sizes'>): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}
