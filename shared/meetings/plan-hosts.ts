import type { Item } from './instance/group';
import type { Instance } from './instance/instance';
import type { Held } from './plan-of';
import type { PlanCost } from './plan-schema';
import { aboveAverage, evenTravel, travelOf } from './search/even-travel';
import {
  chooseHosts,
  type FairShare,
  fairShare,
  hostsInTurn,
  pairOf,
  type ToHost,
  type Turns,
  unfairTurns,
  wayOf,
} from './search/hosts';

/** Who hosts what, and how fair and how far that is. */
export interface Hosting {
  /** By meeting: the academy that hosts it, -1 where none does. */
  readonly hosts: readonly number[];
  readonly costs: HostingCosts;
  /** By academy that takes turns, with what stands: how often it hosts, and its minutes of travel in the year. */
  readonly turns: readonly { readonly academy: number; readonly hosted: number; readonly minutes: number }[];
}

export interface HostingCosts {
  readonly unfair: number;
  readonly minutes: number;
  readonly above: number;
}

/** A host for each meeting of networks that go round, -1 for the others; the best that there are where that is asked. */
export function hostsOf(
  instance: Instance,
  meetings: readonly Held[],
  { exact }: { readonly exact: boolean },
): Hosting {
  const goesRound = goesRoundIn(instance);
  const wanted = meetings.flatMap(({ item }, at) => (goesRound[item.group] === true ? [at] : []));
  const turns = turnsOf(instance, goesRound);
  const toHost = wanted.map((at) => toHostOf(instance, meetings[at] as Held));
  const chosen = exact ? evenTravel(toHost, chooseHosts(toHost, turns), turns) : hostsInTurn(toHost, turns);
  const hosts = meetings.map(() => -1);
  for (const [index, at] of wanted.entries()) hosts[at] = chosen[index] ?? -1;
  const travelled = travelOf(toHost, chosen, turns);
  return {
    hosts,
    costs: costsOf(toHost, chosen, turns),
    turns: turns.academies.map((academy, at) => ({
      academy,
      hosted: turns.hostedBefore(academy) + chosen.filter((host) => host === academy).length,
      minutes: travelled[at] ?? 0,
    })),
  };
}

function goesRoundIn({ problem }: Instance): readonly boolean[] {
  return problem.networks.map(({ where }) => where === 'at a host academy in turn');
}

function toHostOf(instance: Instance, { item, seated }: Held): ToHost {
  const present = seated.map(({ at }) => instance.groups[item.group]?.academies[at] as number);
  const earlier = earlierHost(instance, item);
  const stays = earlier !== undefined && present.includes(earlier) ? earlier : undefined;
  return { network: item.group, present, stays };
}

/** Who hosts a meeting in the plan that should stay: with another host everybody would get another place by mail. */
function earlierHost({ problem, groups, days, academyAt }: Instance, item: Item): number | undefined {
  const group = groups[item.group];
  if (group === undefined || item.stays < 0) return undefined;
  const date = days.dates[group.options.day[item.stays] as number];
  const earlier = problem.stay?.meetings.find((one) => one.network === group.key && one.date === date);
  return academyAt.get(earlier?.host ?? '');
}

function costsOf(
  meetings: readonly ToHost[],
  hosts: readonly number[],
  turns: Turns,
  share: FairShare = fairShare(meetings, turns),
): HostingCosts {
  const minutes = meetings.reduce((sum, { present }, at) => {
    const host = hosts[at] ?? -1;
    return sum + (host < 0 ? 0 : wayOf(present, host, turns));
  }, 0);
  const above = Math.round(aboveAverage(travelOf(meetings, hosts, turns)));
  return { unfair: unfairTurns(meetings, hosts, turns, share), minutes, above };
}

/** Those who take turns: every academy with a place in a network that goes round. Standing meetings count. */
function turnsOf(instance: Instance, goesRound: readonly boolean[]): Turns {
  const { groups, academyAt, travel } = instance;
  const round = groups.filter(({ number }) => goesRound[number]);
  const academies = [...new Set(round.flatMap((group) => [...group.academies]))].sort((one, other) => one - other);
  const minutes = (one: number, other: number) => travel[one * academyAt.size + other] as number;
  const { hosted, travelled } = standingTurns(instance, minutes);
  return {
    academies,
    academiesOf: (network) => groups[network]?.academies.length ?? 0,
    hostedBefore: (academy, network = inAll) => hosted.get(pairOf(network, academy)) ?? 0,
    travelledBefore: (academy) => travelled.get(academy) ?? 0,
    minutes,
  };
}

/** In place of the number of a network. */
const inAll = 1000;

/** Who hosted and travelled how far for what stands. */
function standingTurns({ problem, groups, academyAt }: Instance, minutes: Turns['minutes']) {
  const hosted = new Map<number, number>();
  const travelled = new Map<number, number>();
  const add = <K>(counts: Map<K, number>, key: K, by: number) => void counts.set(key, (counts.get(key) ?? 0) + by);
  for (const { network, host: urn, representatives = [] } of problem.standing) {
    const host = academyAt.get(urn ?? '');
    if (host === undefined) continue;
    add(hosted, pairOf(inAll, host), 1);
    const group = groups.findIndex(({ key }) => key === network);
    if (group >= 0) add(hosted, pairOf(group, host), 1);
    for (const { academy } of representatives) {
      const from = academyAt.get(academy);
      if (from !== undefined) add(travelled, from, minutes(from, host));
    }
  }
  return { hosted, travelled };
}

/** What the goals of hosting change by when other academies are at an item; all other hosts stay. */
export type Rehost = (
  item: number,
  present: readonly number[],
) => ReadonlyMap<PlanCost['parts'][number]['goal'], number>;

/** A meeting keeps its host where that can be there; else the nearest takes it whose turn it may be. */
export function rehostingOf(instance: Instance, meetings: readonly Held[], hosts: readonly number[]): Rehost {
  const goesRound = goesRoundIn(instance);
  const wanted = meetings.flatMap((held, at) => (goesRound[held.item.group] === true ? [{ held, at }] : []));
  const turns = turnsOf(instance, goesRound);
  const toHost = wanted.map(({ held }) => toHostOf(instance, held));
  const chosen = wanted.map(({ at }) => hosts[at] ?? -1);
  const share = fairShare(toHost, turns);
  const before = costsOf(toHost, chosen, turns, share);
  const indexOf = new Map(wanted.map(({ held }, index) => [held.item.number, index]));
  return (item, present) => {
    const index = indexOf.get(item);
    if (index === undefined) return new Map();
    const here = { network: toHost[index]?.network ?? 0, present };
    const others = toHost.with(index, here);
    const host = chosen[index] ?? -1;
    const next = present.includes(host) ? host : nextHost(others, chosen, index, [turns, share]);
    const after = costsOf(others, chosen.with(index, next), turns, share);
    return new Map<PlanCost['parts'][number]['goal'], number>([
      ['unfair turns of hosting', after.unfair - before.unfair],
      ['minutes of travel', after.minutes - before.minutes],
      ['minutes of travel above the average', after.above - before.above],
    ]);
  };
}

function nextHost(
  meetings: readonly ToHost[],
  hosts: readonly number[],
  index: number,
  [turns, share]: readonly [Turns, FairShare],
): number {
  const { present = [] } = meetings[index] ?? {};
  const unfairWith = (host: number) => unfairTurns(meetings, hosts.with(index, host), turns, share);
  const all = present.map((host) => ({ host, unfair: unfairWith(host), way: wayOf(present, host, turns) }));
  return all.sort((one, other) => one.unfair - other.unfair || one.way - other.way)[0]?.host ?? -1;
}
