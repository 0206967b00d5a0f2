import type { Academy } from '../../../shared/records/academy';
import type { Triad } from '../../../shared/records/triad';
import { principalOf, referenceTo } from './people';
import type { Entry } from './seeded';
import type { Staff } from './staff';

/** Threes, fours where the number demands it, and a pair only for two or five academies. */
export function groupSizes(count: number): readonly number[] {
  if (count < 2) return [];
  if (count === 2 || count === 5) return count === 2 ? [2] : [3, 2];
  const groups = Math.floor(count / 3);
  const fours = count % 3;
  return Array.from({ length: groups }, (_, index) => (index >= groups - fours ? 4 : 3));
}

/**
 * Round 1, near each other from west to east. Two groups take turns along the line, so that neighbours such as linked
 * infants and juniors come to lie in different ones.
 */
export function groupsOf(academies: readonly Academy[]): readonly (readonly Academy[])[] {
  const line = [...academies].sort((one, other) => (other.easting ?? 0) - (one.easting ?? 0));
  const sizes = groupSizes(line.length);
  const groups: Academy[][] = sizes.map(() => []);
  for (let first = 0; first < sizes.length; first += 2) {
    const pair = [first, first + 1].filter((index) => index < sizes.length);
    let turn = 0;
    while (pair.some((index) => (groups[index]?.length ?? 0) < (sizes[index] ?? 0))) {
      const index = pair[turn % pair.length] ?? first;
      turn += 1;
      const group = groups[index];
      if (group === undefined || group.length >= (sizes[index] ?? 0)) continue;
      const next = line.shift();
      if (next !== undefined) group.push(next);
    }
  }
  return groups;
}

export function triadsOf(
  year: string,
  academies: readonly Academy[],
  staff: readonly Staff[],
): readonly Entry<Triad>[] {
  return groupsOf(academies).map((group, index) => {
    const [first] = group;
    return {
      key: `triad-${year.slice(0, 4)}-1-${index + 1}`,
      record: {
        year,
        round: 1,
        name: `Triad ${index + 1}`,
        academies: group.map(({ urn }) => urn),
        ...(first === undefined ? {} : { lead: referenceTo(principalOf(staff, first.urn)) }),
      },
    };
  });
}
