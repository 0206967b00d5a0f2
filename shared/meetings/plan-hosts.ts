import type { Item } from './instance/group';
import type { Instance } from './instance/instance';
import type { Held } from './plan-of';
import { chooseHosts, type Turns, unfairTurns, wayOf } from './search/hosts';

/** A host for each meeting of networks that go round, -1 for the others; and how fair and how far that is. */
export function hostsOf(instance: Instance, meetings: readonly Held[]) {
  const { problem, groups } = instance;
  const goesRound = problem.networks.map(({ where }) => where === 'at a host academy in turn');
  const presentAt = meetings.map(({ item, seated }) =>
    seated.map(({ at }) => groups[item.group]?.academies[at] as number),
  );
  const wanted = meetings.flatMap(({ item }, at) => (goesRound[item.group] === true ? [at] : []));
  const turns = turnsOf(instance, goesRound);
  const toHost = wanted.map((at) => {
    const present = presentAt[at] ?? [];
    const stays = earlierHost(instance, meetings[at]?.item);
    return {
      network: meetings[at]?.item.group ?? 0,
      present,
      stays: stays !== undefined && present.includes(stays) ? stays : undefined,
    };
  });
  const chosen = chooseHosts(toHost, turns);
  const hosts = meetings.map(() => -1);
  for (const [index, at] of wanted.entries()) hosts[at] = chosen[index] ?? -1;
  const counts = turns.academies.map(
    (academy) => turns.hostedBefore(academy) + chosen.filter((host) => host === academy).length,
  );
  const minutes = chosen.reduce(
    (sum, host, index) => sum + (host < 0 ? 0 : wayOf(toHost[index]?.present ?? [], host, turns)),
    0,
  );
  return { hosts, minutes, unfair: unfairTurns(counts) };
}

/** Who hosts a meeting in the plan that should stay: with another host everybody would get another place by mail. */
function earlierHost({ problem, groups, days, academyAt }: Instance, item: Item | undefined): number | undefined {
  const group = groups[item?.group ?? -1];
  if (item === undefined || group === undefined || item.stays < 0) return undefined;
  const date = days.dates[group.options.day[item.stays] as number];
  const earlier = problem.stay?.meetings.find((one) => one.network === group.key && one.date === date);
  return academyAt.get(earlier?.host ?? '');
}

/** Those who take turns: every academy with a place in a network that goes round. Standing meetings count. */
function turnsOf({ problem, groups, academyAt, travel }: Instance, goesRound: readonly boolean[]): Turns {
  const academies = new Set(groups.flatMap((group) => (goesRound[group.number] ? [...group.academies] : [])));
  const before = new Map<string, number>();
  const add = (key: string) => before.set(key, (before.get(key) ?? 0) + 1);
  for (const { network, host } of problem.standing) {
    const academy = academyAt.get(host ?? '');
    if (academy === undefined) continue;
    add(`${academy}`);
    add(`${academy} ${groups.findIndex(({ key }) => key === network)}`);
  }
  return {
    academies: [...academies].sort((one, other) => one - other),
    hostedBefore: (academy, network) => before.get(network === undefined ? `${academy}` : `${academy} ${network}`) ?? 0,
    minutes: (one, other) => travel[one * academyAt.size + other] as number,
  };
}
