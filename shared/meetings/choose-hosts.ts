import { chance } from './chance';
import type { MeetingProblem, NetworkProblem } from './problem';
import type { Slot } from './slots';

/**
 * A host for each meeting, in the order of their dates: an academy that can be there, the one that has hosted this
 * network least, then the one that has hosted least at all; the seed decides between equals.
 */
export function chooseHosts(problem: MeetingProblem, slots: readonly Slot[], seed: number): ReadonlyMap<Slot, string> {
  const networks = new Map(problem.networks.map((network) => [network.key, network]));
  const hosted = hostedBefore(problem);
  const random = chance(seed ^ 0x5ca1ab1e);
  const rank = new Map([...urnsOf(problem)].sort().map((urn) => [urn, random()]));
  const hosts = new Map<Slot, string>();
  for (const slot of slots) {
    if (!meetsAtHost(networks.get(slot.network))) continue;
    const [host] = [...slot.present].sort(
      (one, other) =>
        hosted(slot.network, one) - hosted(slot.network, other) ||
        hosted('', one) - hosted('', other) ||
        (rank.get(one) ?? 0) - (rank.get(other) ?? 0),
    );
    if (host === undefined) continue;
    hosts.set(slot, host);
    hosted.count(slot.network, host);
  }
  return hosts;
}

function meetsAtHost(network: NetworkProblem | undefined): boolean {
  return network?.where === 'at a host academy in turn';
}

function urnsOf(problem: MeetingProblem): ReadonlySet<string> {
  const members = problem.networks.flatMap((network) => network.members.flatMap(({ academy }) => academy ?? []));
  return new Set([...problem.academies.map(({ urn }) => urn), ...members]);
}

/** How often an academy has hosted a network; any network at all for ''. Standing meetings count. */
function hostedBefore({ standing }: MeetingProblem) {
  const counts = new Map<string, number>();
  const count = (network: string, urn: string) => {
    for (const key of [`${network} ${urn}`, ` ${urn}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { network, host } of standing) if (host !== undefined) count(network, host);
  return Object.assign((network: string, urn: string) => counts.get(`${network} ${urn}`) ?? 0, { count });
}
