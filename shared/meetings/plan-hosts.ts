import type { Instance } from './instance/instance';
import type { Held } from './plan-of';
import { aboveAverage, evenTravel, travelOf } from './search/even-travel';
import { chooseHosts, type ToHost, type Turns, unfairTurns, wayOf } from './search/hosts';

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

/** A host for each meeting of networks that go round, -1 for the others. */
export function hostsOf(instance: Instance, meetings: readonly Held[]): Hosting {
  const goesRound = goesRoundIn(instance);
  const wanted = meetings.flatMap(({ item }, at) => (goesRound[item.group] === true ? [at] : []));
  const turns = turnsOf(instance, goesRound);
  const toHost = wanted.map((at) => toHostOf(instance, meetings[at] as Held));
  const chosen = evenTravel(toHost, chooseHosts(toHost, turns), turns);
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

function toHostOf({ groups }: Instance, { item, seated }: Held): ToHost {
  return { network: item.group, present: seated.map(({ at }) => groups[item.group]?.academies[at] as number) };
}

function costsOf(meetings: readonly ToHost[], hosts: readonly number[], turns: Turns): HostingCosts {
  const minutes = meetings.reduce((sum, { present }, at) => {
    const host = hosts[at] ?? -1;
    return sum + (host < 0 ? 0 : wayOf(present, host, turns));
  }, 0);
  const above = Math.round(aboveAverage(travelOf(meetings, hosts, turns)));
  return { unfair: unfairTurns(meetings, hosts, turns), minutes, above };
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
    hostedBefore: (academy, network) => hosted.get(network === undefined ? `${academy}` : `${academy} ${network}`) ?? 0,
    travelledBefore: (academy) => travelled.get(academy) ?? 0,
    minutes,
  };
}

/** Who hosted and travelled how far for what stands. */
function standingTurns({ problem, groups, academyAt }: Instance, minutes: Turns['minutes']) {
  const hosted = new Map<string, number>();
  const travelled = new Map<number, number>();
  const add = <K>(counts: Map<K, number>, key: K, by: number) => void counts.set(key, (counts.get(key) ?? 0) + by);
  for (const { network, host: urn, representatives = [] } of problem.standing) {
    const host = academyAt.get(urn ?? '');
    if (host === undefined) continue;
    add(hosted, `${host}`, 1);
    add(hosted, `${host} ${groups.findIndex(({ key }) => key === network)}`, 1);
    for (const { academy } of representatives) {
      const from = academyAt.get(academy);
      if (from !== undefined) add(travelled, from, minutes(from, host));
    }
  }
  return { hosted, travelled };
}
