/** Every two of a group, once. */
export function pairsOf<T>(group: readonly T[]): readonly (readonly [T, T])[] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const));
}

/** All pairs of so many. */
export function countPairs(n: number): number {
  return (n * (n - 1)) / 2;
}
