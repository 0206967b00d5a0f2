import type { TriadAcademy, TriadProblem } from '../problem';

/** A rule that is never broken: whether it forbids two academies to be in one triad of a round. */
type HardRule = (
  problem: TriadProblem,
  round: number,
) => { readonly name: string; readonly forbids: (one: TriadAcademy, other: TriadAcademy) => boolean };

/** Professional distance. */
const keepApart: HardRule = ({ apart }) => {
  const pairs = new Set(apart.flatMap(([one, other]) => [one + other, other + one]));
  return { name: 'apart', forbids: (one, other) => pairs.has(one.urn + other.urn) };
};

const keepWithinHubs: HardRule = ({ withinHubs }) => ({
  name: 'withinHubs',
  forbids: (one, other) => withinHubs && one.hub !== other.hub,
});

/** A locked triad is whole: nobody joins it, nobody leaves it. */
const keepLocked: HardRule = ({ locked = [] }, round) => {
  const lockOf = new Map(
    locked.flatMap((lock, at) => (lock.round === round ? lock.academies.map((urn) => [urn, at] as const) : [])),
  );
  return { name: 'locked', forbids: (one, other) => lockOf.get(one.urn) !== lockOf.get(other.urn) };
};

export const hardRules: readonly HardRule[] = [keepApart, keepWithinHubs, keepLocked];
