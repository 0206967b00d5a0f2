import { counted } from './counted';
import { heldIn } from './plan-of';
import type { Suggestion } from './plan-schema';
import type { NetworkProblem } from './problem';
import type { Placing } from './search/placing';
import { widerTimes } from './wider-times';

/**
 * What would help most: one more deputy of any network and academy, one more weekday or window of any network. Each is
 * computed by itself; the numbers are not to be added up.
 */
export function suggest(placing: Placing, most: number): readonly Suggestion[] {
  const { networks } = placing.instance.problem;
  const absent = absentByNetwork(placing);
  const found = [
    ...networks.flatMap((network) => deputies(placing, network, absent.get(network.key) ?? new Map())),
    ...widerTimes(placing, new Set(absent.keys())),
  ];
  return found
    .sort((one, other) => other.places - one.places || (one.sentence < other.sentence ? -1 : 1))
    .slice(0, most);
}

/** How often an open academy is absent, by network and academy: somebody free could have come. */
function absentByNetwork({ instance, table }: Placing): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const absent = new Map<string, Map<number, number>>();
  for (const { item, option, seated } of heldIn(instance, table)) {
    const group = instance.groups[item.group];
    if (group === undefined) continue;
    const there = new Set(seated.map(({ at }) => at));
    const { day, from, until } = group.options;
    for (const [at, academy] of group.academies.entries()) {
      const isAsked = instance.hours.allow(academy, from[option] as number, until[option] as number);
      if (there.has(at) || !isAsked || !instance.closed.isOpen(academy, day[option] as number)) continue;
      const counts = absent.get(group.key) ?? new Map<number, number>();
      absent.set(group.key, counts.set(academy, (counts.get(academy) ?? 0) + 1));
    }
  }
  return absent;
}

/** Somebody who is free whenever the others are not takes every place that is empty on an open day. */
function deputies(
  { instance }: Placing,
  { key, name }: NetworkProblem,
  absent: ReadonlyMap<number, number>,
): readonly Suggestion[] {
  const urns = [...instance.academyAt.keys()];
  const names = new Map(instance.problem.academies.map((academy) => [academy.urn, academy.name]));
  return [...absent].map(([academy, places]) => {
    const urn = urns[academy] ?? '';
    const sentence = `One more deputy for ${name} at ${names.get(urn) ?? urn}, free when the others are not, would bring ${counted(places, 'place')} at the dates of this plan.`;
    return { sentence, network: key, academy: urn, places, how: 'dates as they are' };
  });
}
