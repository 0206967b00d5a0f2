import { chance, shuffled } from './chance';
import { type NetworkToPlace, placeNetwork, type Rules, worthOf } from './place-network';
import type { Placed } from './placed';
import { shareSomebody } from './rules/nobody-in-two-places';
import type { Slot } from './slots';

/** The slots of each network, by its key. */
export type Placement = ReadonlyMap<string, readonly Slot[]>;

export interface Search {
  readonly networks: readonly NetworkToPlace[];
  readonly standing: readonly Placed[];
  readonly rules: Rules;
  readonly seed: number;
}

/** How often the search begins again in another order, and how often it goes round to improve: a bound, not a clock. */
const starts = 6;
const rounds = 4;

/**
 * Places network after network, the one with the fewest days first, each as well as the others allow; then improves by
 * taking up one network, or one with all that share people with it, until nothing changes.
 */
export function searchPlacement(search: Search): Placement {
  const random = chance(search.seed);
  const alone = new Map(search.networks.map((network) => [network, bestAlone(search, network)]));
  const most = [...alone.values()].reduce((sum, best) => sum + best, 0);
  const fewestDaysFirst = [...search.networks].sort(
    (one, other) => daysOf(one) - daysOf(other) || (one.network.key < other.network.key ? -1 : 1),
  );
  let best: Placement = new Map();
  for (let start = 0; start < starts; start += 1) {
    const order = start === 0 ? fewestDaysFirst : shuffled(fewestDaysFirst, random);
    const placement = improved(search, alone, placeInOrder(search, order, new Map()), random);
    if (start === 0 || worth(placement) > worth(best)) best = placement;
    if (representedBy(best) >= most) break;
  }
  return best;
}

/** Academies represented if a network had all its people to itself: nothing can be better. */
export function bestAlone({ standing, rules }: Omit<Search, 'seed'>, network: NetworkToPlace): number {
  return placeNetwork(network, standing, rules).reduce((sum, { present }) => sum + present.length, 0);
}

export function representedBy(placement: Placement): number {
  return [...placement.values()].flat().reduce((sum, { present }) => sum + present.length, 0);
}

function daysOf({ slots, times }: NetworkToPlace): number {
  return new Set(slots.map(({ date }) => date)).size / Math.max(1, times);
}

function worth(placement: Placement): number {
  return worthOf([...placement.values()].flat());
}

/** Places these networks anew, one after the other, around all that is placed already. */
function placeInOrder({ standing, rules }: Search, order: readonly NetworkToPlace[], placed: Placement): Placement {
  const keys = new Set(order.map(({ network }) => network.key));
  const result = new Map([...placed].filter(([key]) => !keys.has(key)));
  for (const network of order) {
    const others = [...standing, ...[...result.values()].flat()];
    result.set(network.network.key, placeNetwork(network, others, rules));
  }
  return result;
}

function improved(
  search: Search,
  best: ReadonlyMap<NetworkToPlace, number>,
  first: Placement,
  random: () => number,
): Placement {
  let placement = first;
  for (let round = 0; round < rounds; round += 1) {
    const before = worth(placement);
    for (const network of shuffled(search.networks, random)) {
      const alone = placeInOrder(search, [network], placement);
      if (worth(alone) > worth(placement)) placement = alone;
      const missing = (best.get(network) ?? 0) - representedIn(placement, network);
      if (missing <= 0) continue;
      const sharing = search.networks.filter(
        (other) => other !== network && shareSomebody(other.people, network.people),
      );
      const together = placeInOrder(search, [network, ...shuffled(sharing, random)], placement);
      if (worth(together) > worth(placement)) placement = together;
    }
    if (worth(placement) <= before) break;
  }
  return placement;
}

function representedIn(placement: Placement, { network }: NetworkToPlace): number {
  return (placement.get(network.key) ?? []).reduce((sum, { present }) => sum + present.length, 0);
}
