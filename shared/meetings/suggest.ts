import { counted } from './counted';
import { openInstance } from './instance/instance';
import { heldIn } from './plan-of';
import type { Suggestion } from './plan-schema';
import type { MeetingProblem, NetworkProblem } from './problem';
import { placed } from './search/placed';
import type { Placing } from './search/placing';
import { Search } from './search/search';

/** So many networks are planned once more with another day or window. */
const mostNetworks = 3;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

/** What would help most: one more deputy, one more day, one more window. Each is computed, all else as it is. */
export function suggest(problem: MeetingProblem, placing: Placing, most: number): readonly Suggestion[] {
  const absent = absentByNetwork(placing);
  const networks = [...problem.networks]
    .map((network) => ({ network, absent: absent.get(network.key) ?? new Map<number, number>() }))
    .sort((one, other) => sumOf(other.absent) - sumOf(one.absent));
  const found = [
    ...networks.flatMap(({ network, absent: ofNetwork }) => deputies(problem, placing, network, ofNetwork)),
    ...networks
      .slice(0, mostNetworks)
      .filter((one) => sumOf(one.absent) > 0)
      .flatMap(({ network }) => wider(problem, placing, network)),
  ];
  return found
    .sort((one, other) => other.places - one.places || (one.sentence < other.sentence ? -1 : 1))
    .slice(0, most);
}

function sumOf(counts: ReadonlyMap<number, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** How often an open academy is absent, by network and academy: somebody free could have come. */
function absentByNetwork({ instance, table }: Placing): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const absent = new Map<string, Map<number, number>>();
  for (const { item, option, seated } of heldIn(instance, table)) {
    const group = instance.groups[item.group];
    if (group === undefined) continue;
    const there = new Set(seated.map(({ at }) => at));
    const counts = absent.get(group.key) ?? new Map<number, number>();
    absent.set(group.key, counts);
    const { day, from, until } = group.options;
    for (const [at, academy] of group.academies.entries()) {
      const isAsked = instance.hours.allow(academy, from[option] as number, until[option] as number);
      if (there.has(at) || !isAsked || !instance.closed.isOpen(academy, day[option] as number)) continue;
      counts.set(academy, (counts.get(academy) ?? 0) + 1);
    }
  }
  return absent;
}

/** Somebody who is free whenever the others are not takes every place that is empty on an open day. */
function deputies(
  { academies }: MeetingProblem,
  { instance }: Placing,
  { key, name }: NetworkProblem,
  absent: ReadonlyMap<number, number>,
): readonly Suggestion[] {
  const urns = [...instance.academyAt.keys()];
  const names = new Map(academies.map((academy) => [academy.urn, academy.name]));
  return [...absent].map(([academy, places]) => {
    const urn = urns[academy] ?? '';
    const sentence = `One more deputy for ${name} at ${names.get(urn) ?? urn}, free when the others are not, would bring ${counted(places, 'place')}.`;
    return { sentence, network: key, academy: urn, places };
  });
}

/** The network once more with another day, and with a window that other networks use; all others stay. */
function wider(problem: MeetingProblem, placing: Placing, network: NetworkProblem): readonly Suggestion[] {
  const others = weekdays.filter((day) => !network.days.includes(day));
  const more: { readonly what: string; readonly network: NetworkProblem }[] = [];
  if (network.days.length > 0 && others.length > 0)
    more.push({
      what: `${others.join(', ')} as well`,
      network: { ...network, days: [...weekdays] },
    });
  const windows = windowsOfOthers(problem, network);
  if (windows.length > 0)
    more.push({
      what: `the ${windows.length === 1 ? 'window' : 'windows'} ${windows.map(({ from, until }) => `${from} to ${until}`).join(', ')} as well`,
      network: { ...network, windows: [...network.windows, ...windows] },
    });
  return more.flatMap(({ what, network: changed }) => {
    const places = placesWith(problem, placing, changed);
    if (places <= 0) return [];
    const sentence = `${network.name} with ${what} would bring ${counted(places, 'place')}.`;
    return [{ sentence, network: network.key, places }];
  });
}

function windowsOfOthers({ networks }: MeetingProblem, { windows, minutes, key }: NetworkProblem) {
  if (windows.length === 0) return [];
  const own = new Set(windows.map(({ from, until }) => `${from} ${until}`));
  const found = new Map<string, { readonly from: string; readonly until: string }>();
  for (const other of networks)
    for (const { from, until } of other.windows)
      if (other.key !== key && other.minutes >= minutes && !own.has(`${from} ${until}`))
        found.set(`${from} ${until}`, { from, until });
  return [...found.values()].slice(0, 12 - windows.length);
}

/** How many places more, when only this network's meetings are put anew. */
function placesWith(problem: MeetingProblem, { instance, table }: Placing, changed: NetworkProblem): number {
  const networks = problem.networks.map((one) => (one.key === changed.key ? changed : one));
  const held = heldIn(instance, table).map(({ item, date, from, until }) => {
    const group = instance.groups[item.group];
    return { kind: group?.kind, key: group?.key ?? '', date, from, until };
  });
  const plan = {
    meetings: held
      .filter(({ kind, key }) => kind === 'network' && key !== changed.key)
      .map(({ key, date, from, until }, at) => ({
        network: key,
        number: at,
        date,
        from,
        until,
        present: [],
        absent: [],
      })),
    visits: held
      .filter(({ kind }) => kind === 'visit')
      .map(({ key, date, from, until }) => ({ key, date, from, until, host: '' })),
  };
  const wider = openInstance({ ...problem, networks });
  const search = new Search(wider, 1, plan);
  return placed(wider, search.best).table.seated - table.seated;
}
