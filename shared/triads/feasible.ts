import type { RoundGroups } from './table';

/** Which two may not be in one group. */
export type Forbids = (one: number, other: number) => boolean;

/**
 * Divides academies into groups of these sizes so that nobody meets whom they may not, by trying everything: 'none' is
 * proved. After `tries` groups it gives up with 'unknown'.
 */
export function divide(
  members: readonly number[],
  sizes: readonly number[],
  forbids: Forbids,
  tries: number,
): RoundGroups | 'none' | 'unknown' {
  const budget = { tries };
  const found = divideRest(members, [...sizes].sort(), forbids, budget);
  return found ?? (budget.tries > 0 ? 'none' : 'unknown');
}

function divideRest(
  left: readonly number[],
  sizes: readonly number[],
  forbids: Forbids,
  budget: { tries: number },
): RoundGroups | undefined {
  if (left.length === 0) return [];
  const [hardest, partners] = fewestPartners(left, forbids);
  for (const size of new Set(sizes)) {
    const at = sizes.indexOf(size);
    const fewer = sizes.filter((_, place) => place !== at);
    for (const others of choices(partners, size - 1, forbids)) {
      if (budget.tries <= 0) return undefined;
      budget.tries -= 1;
      const group = [hardest, ...others];
      const rest = divideRest(
        left.filter((one) => !group.includes(one)),
        fewer,
        forbids,
        budget,
      );
      if (rest !== undefined) return [group, ...rest];
    }
  }
  return undefined;
}

function fewestPartners(left: readonly number[], forbids: Forbids): readonly [number, readonly number[]] {
  let found: readonly [number, readonly number[]] | undefined;
  for (const one of left) {
    const partners = left.filter((other) => other !== one && !forbids(one, other));
    if (found === undefined || partners.length < found[1].length) found = [one, partners];
  }
  return found ?? [-1, []];
}

/** So many of them, none of whom forbids another. */
function* choices(from: readonly number[], count: number, forbids: Forbids): Generator<readonly number[]> {
  if (count === 0) yield [];
  else
    for (const [at, one] of from.entries()) {
      const after = from.slice(at + 1).filter((other) => !forbids(one, other));
      for (const others of choices(after, count - 1, forbids)) yield [one, ...others];
    }
}
