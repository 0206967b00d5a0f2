import { pointsOf } from '../goals';
import { MinCostFlow } from './min-cost-flow';

/** A meeting that needs a host: its network, and which academies will be there. */
export interface ToHost {
  readonly network: number;
  readonly present: readonly number[];
  /** One of them who hosts it already, and goes on to. */
  readonly stays?: number | undefined;
}

/** Who of those present may host a meeting. */
export function candidatesOf({ present, stays }: Pick<ToHost, 'present' | 'stays'>): readonly number[] {
  return stays === undefined ? present : [stays];
}

export interface Turns {
  /** Academies that take turns. */
  readonly academies: readonly number[];
  /** How many of them a network has. */
  academiesOf(network: number): number;
  /** How often each has hosted already, in all and by network. */
  hostedBefore(academy: number, network?: number): number;
  /** Minutes that each has travelled already. */
  travelledBefore(academy: number): number;
  minutes(one: number, other: number): number;
}

/** How often an academy may be host before that is unfair: from `least` to `most` in all, so often in a network. */
export interface FairShare {
  readonly least: number;
  readonly most: number;
  ofNetwork(network: number): number;
}

/** One number for a network and an academy of it. */
export function pairOf(network: number, academy: number): number {
  return network * manyAcademies + academy;
}

const manyAcademies = 100_000;
const unfair = pointsOf['unfair turns of hosting'];

export function fairShare(meetings: readonly ToHost[], turns: Turns): FairShare {
  const hosted = meetings.filter(({ present }) => present.length > 0);
  const before = (network?: number) => sum(turns.academies.map((academy) => turns.hostedBefore(academy, network)));
  const share = (before() + hosted.length) / Math.max(1, turns.academies.length);
  const networks = new Map<number, number>();
  for (const { network } of hosted) networks.set(network, (networks.get(network) ?? 0) + 1);
  const rounds = new Map(
    [...networks].map(([network, count]) => [
      network,
      Math.ceil((before(network) + count) / Math.max(1, turns.academiesOf(network))),
    ]),
  );
  return { least: Math.floor(share), most: Math.ceil(share), ofNetwork: (network) => rounds.get(network) ?? 1 };
}

/**
 * A host for each meeting, one of those that can be there; -1 where none can. Everybody hosts as often as the others,
 * give or take one, and in no network twice before it has been everywhere; within that, the shortest ways. Exact: each
 * meeting sends one unit through network and academy, whose turns cost more the more there are, to a common end.
 */
export function chooseHosts(meetings: readonly ToHost[], turns: Turns): readonly number[] {
  const share = fairShare(meetings, turns);
  const first = meetings.length;
  const academyAt = new Map(turns.academies.map((academy, at) => [academy, first + at]));
  const pairs = new Map<number, number>();
  for (const meeting of meetings)
    for (const academy of candidatesOf(meeting)) {
      const pair = pairOf(meeting.network, academy);
      if (!pairs.has(pair)) pairs.set(pair, first + academyAt.size + pairs.size);
    }
  const end = first + academyAt.size + pairs.size;
  const flow = new MinCostFlow(end + 1);
  for (const [academy, node] of academyAt) addTurns(flow, node, end, turns.hostedBefore(academy), share);
  for (const [pair, node] of pairs) {
    const [network, academy] = [Math.floor(pair / manyAcademies), pair % manyAcademies];
    const left = Math.max(0, share.ofNetwork(network) - turns.hostedBefore(academy, network));
    flow.arc(node, academyAt.get(academy) ?? end, left, 0);
    flow.arc(node, academyAt.get(academy) ?? end, first, unfair);
  }
  const arcs = meetings.map((meeting, at) =>
    candidatesOf(meeting).map((host) =>
      flow.arc(at, pairs.get(pairOf(meeting.network, host)) ?? end, 1, wayOf(meeting.present, host, turns)),
    ),
  );
  for (const [meeting, { present }] of meetings.entries()) if (present.length > 0) flow.send(meeting, end);
  return meetings.map(
    (meeting, at) => candidatesOf(meeting)[arcs[at]?.findIndex((arc) => flow.flowOn(arc) > 0) ?? -1] ?? -1,
  );
}

/** A host for each meeting at a glance: whoever has had the fewest turns there and in all, the nearest of these. */
export function hostsInTurn(meetings: readonly ToHost[], turns: Turns): readonly number[] {
  const counts = new Map(turns.academies.map((academy) => [academy, turns.hostedBefore(academy)]));
  const again = new Map<number, number>();
  return meetings.map(({ network, present, stays }) => {
    const candidates = candidatesOf({ present, stays });
    const ofNetwork = (one: number) => again.get(pairOf(network, one)) ?? turns.hostedBefore(one, network);
    const rank = (one: number) => manyAcademies * ofNetwork(one) + (counts.get(one) ?? 0);
    const fewest = Math.min(...candidates.map(rank));
    const [host = -1] = candidates
      .filter((one) => rank(one) === fewest)
      .sort((one, other) => wayOf(present, one, turns) - wayOf(present, other, turns));
    counts.set(host, (counts.get(host) ?? 0) + 1);
    again.set(pairOf(network, host), ofNetwork(host) + 1);
    return host;
  });
}

/** One turn more costs nothing up to the least share, then one too few elsewhere, then one too many as well. */
function addTurns(flow: MinCostFlow, from: number, end: number, before: number, { least, most }: FairShare): void {
  flow.arc(from, end, Math.max(0, least - before), 0);
  flow.arc(from, end, Math.max(0, most - Math.max(least, before)), unfair);
  flow.arc(from, end, end, 2 * unfair);
}

/** How many turns are more or fewer than a fair share, and how many are too many in one network. */
export function unfairTurns(
  meetings: readonly ToHost[],
  hosts: readonly number[],
  turns: Turns,
  { least, most, ofNetwork }: FairShare = fairShare(meetings, turns),
): number {
  const counts = new Map(turns.academies.map((academy) => [academy, turns.hostedBefore(academy)]));
  const again = new Map<number, number>();
  let repeats = 0;
  for (const [at, { network }] of meetings.entries()) {
    const host = hosts[at] ?? -1;
    if (host < 0) continue;
    counts.set(host, (counts.get(host) ?? 0) + 1);
    const count = (again.get(pairOf(network, host)) ?? turns.hostedBefore(host, network)) + 1;
    again.set(pairOf(network, host), count);
    if (count > ofNetwork(network)) repeats += 1;
  }
  return repeats + sum([...counts.values()].map((count) => Math.max(0, count - most) + Math.max(0, least - count)));
}

/** Minutes that everybody travels together. */
export function wayOf(present: readonly number[], host: number, { minutes }: Pick<Turns, 'minutes'>): number {
  let way = 0;
  for (const academy of present) way += minutes(academy, host);
  return way;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
