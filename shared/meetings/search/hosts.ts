import { pointsOf } from '../goals';

/** A meeting that needs a host: its network, and which academies will be there. */
export interface ToHost {
  readonly network: number;
  readonly present: readonly number[];
  /** Who hosts it already, and goes on to. */
  readonly stays?: number | undefined;
}

export interface Turns {
  /** Academies that take turns. */
  readonly academies: readonly number[];
  /** How often each has hosted already, in all and by network. */
  hostedBefore(academy: number, network?: number): number;
  minutes(one: number, other: number): number;
}

const unfair = pointsOf['unfair turns of hosting'];
const mostRounds = 20;

/**
 * A host for each meeting, one of those that can be there; -1 where none can. Everybody hosts as often as the others,
 * give or take one, and no network twice before it has been everywhere; within that, the shortest ways. Begun in order
 * and improved by giving one meeting another host and by letting two meetings change hosts, until neither helps.
 */
export function chooseHosts(meetings: readonly ToHost[], turns: Turns): readonly number[] {
  const hosting = new Hosting(meetings, turns);
  for (let round = 0; round < mostRounds && hosting.improve(); round += 1);
  return hosting.hosts;
}

/** How many turns are more or fewer than a fair share. */
export function unfairTurns(counts: readonly number[]): number {
  const share = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return counts.reduce(
    (sum, count) => sum + Math.max(0, count - Math.ceil(share)) + Math.max(0, Math.floor(share) - count),
    0,
  );
}

class Hosting {
  readonly hosts: number[];
  private readonly meetings: readonly ToHost[];
  private readonly turns: Turns;
  private readonly counts = new Map<number, number>();
  private readonly ofNetwork = new Map<string, number>();
  private readonly ways: readonly ReadonlyMap<number, number>[];
  private readonly share: number;

  constructor(meetings: readonly ToHost[], turns: Turns) {
    this.meetings = meetings;
    this.turns = turns;
    const before = turns.academies.reduce((sum, academy) => sum + turns.hostedBefore(academy), 0);
    this.share = (before + meetings.length) / Math.max(1, turns.academies.length);
    this.ways = meetings.map(({ present, stays }) => {
      const hosts = stays === undefined ? present : [stays];
      return new Map(hosts.map((host) => [host, wayOf(present, host, turns)]));
    });
    this.hosts = meetings.map(() => -1);
    for (const meeting of meetings.keys()) this.host(meeting, this.bestHost(meeting));
  }

  improve(): boolean {
    let better = false;
    for (const meeting of this.meetings.keys()) {
      const host = this.hosts[meeting] as number;
      const now = this.costAt(meeting, host);
      this.host(meeting, -1);
      const best = this.bestHost(meeting);
      this.host(meeting, best);
      if (this.costAt(meeting, best) < now - 1e-9) better = true;
    }
    for (let one = 0; one < this.hosts.length; one += 1)
      for (let other = 0; other < one; other += 1) if (this.swap(one, other)) better = true;
    return better;
  }

  private swap(one: number, other: number): boolean {
    const [first, second] = [this.hosts[one] as number, this.hosts[other] as number];
    if (first === second || !this.ways[one]?.has(second) || !this.ways[other]?.has(first)) return false;
    const before = this.wayAt(one, first) + this.wayAt(other, second);
    if (this.wayAt(one, second) + this.wayAt(other, first) >= before && !this.isRepeat(one) && !this.isRepeat(other))
      return false;
    const now = this.costAt(one, first) + this.costAt(other, second);
    this.host(one, second);
    this.host(other, first);
    if (this.costAt(one, second) + this.costAt(other, first) < now - 1e-9) return true;
    this.host(one, first);
    this.host(other, second);
    return false;
  }

  private isRepeat(meeting: number): boolean {
    return this.inNetwork(meeting, this.hosts[meeting] as number) > 1;
  }

  private bestHost(meeting: number): number {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const host of this.ways[meeting]?.keys() ?? []) {
      const cost = this.costWith(meeting, host, 1);
      if (cost >= least) continue;
      least = cost;
      best = host;
    }
    return best;
  }

  private costAt(meeting: number, host: number): number {
    return host < 0 ? 0 : this.costWith(meeting, host, 0);
  }

  /** What a host costs with `more` turns than are counted: beyond its share, again in one network, and the ways. */
  private costWith(meeting: number, host: number, more: number): number {
    const count = this.countOf(host) + more;
    const again = this.inNetwork(meeting, host) + more - 1;
    const above = Math.max(0, count - Math.floor(this.share)) / 2 + 2 * Math.max(0, count - Math.ceil(this.share));
    return unfair * (above + again) + this.wayAt(meeting, host);
  }

  private wayAt(meeting: number, host: number): number {
    return this.ways[meeting]?.get(host) ?? 0;
  }

  private countOf(host: number): number {
    return (this.counts.get(host) ?? 0) + this.turns.hostedBefore(host);
  }

  private inNetwork(meeting: number, host: number): number {
    const network = (this.meetings[meeting] as ToHost).network;
    return (this.ofNetwork.get(`${network} ${host}`) ?? 0) + this.turns.hostedBefore(host, network);
  }

  private host(meeting: number, host: number): void {
    this.count(meeting, this.hosts[meeting] as number, -1);
    this.hosts[meeting] = host;
    this.count(meeting, host, 1);
  }

  private count(meeting: number, host: number, by: number): void {
    if (host < 0) return;
    const key = `${(this.meetings[meeting] as ToHost).network} ${host}`;
    this.counts.set(host, (this.counts.get(host) ?? 0) + by);
    this.ofNetwork.set(key, (this.ofNetwork.get(key) ?? 0) + by);
  }
}

/** Minutes that everybody travels together. */
export function wayOf(present: readonly number[], host: number, { minutes }: Pick<Turns, 'minutes'>): number {
  return present.reduce((sum, academy) => sum + minutes(academy, host), 0);
}
