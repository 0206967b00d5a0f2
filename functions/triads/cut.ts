/**
 * A set of academies whose number is no multiple of three cannot be grouped within itself: some group crosses its
 * border. What a group is worth depends on how many of it lie inside, modulo three: nothing where three do, one where
 * as many do as the set has left over, one half otherwise. All groups together are worth at least one. (Gomory's
 * cyclic group of order three; holds for groups of every size.) Without these the linear bound is weak where hubs are
 * no multiples of three.
 */
export interface Cut {
  /** 1 for each academy inside. */
  readonly inside: Uint8Array;
  /** Worth of a group by the number of its members inside, 0 to 4. */
  readonly worth: readonly number[];
}

export function cutAround(inside: Uint8Array): Cut | undefined {
  const left = inside.reduce((sum, one) => sum + one, 0) % 3;
  if (left === 0) return undefined;
  const byRest = [0, left === 1 ? 1 : 0.5, left === 2 ? 1 : 0.5];
  return { inside, worth: [0, 1, 2, 3, 4].map((members) => byRest[members % 3] ?? 0) };
}

export function worthOf({ inside, worth }: Cut, members: readonly number[]): number {
  let within = 0;
  for (const one of members) within += inside[one] ?? 0;
  return worth[within] ?? 0;
}
