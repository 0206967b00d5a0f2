import { candidatesOf, fairShare, pairOf, type ToHost, type Turns, wayOf } from './hosts';

/** So much more travel in all is accepted so that none travels much more than the others. */
const mostMore = 1.02;
const mostRounds = 10;

/**
 * Minutes over the year that academies travel above the average of all. Sums and not squares: they are told in minutes,
 * and an academy at the edge of the trust, which cannot but travel far, does not outweigh all others.
 */
export function aboveAverage(travelled: readonly number[]): number {
  const average = travelled.reduce((sum, one) => sum + one, 0) / Math.max(1, travelled.length);
  return travelled.reduce((sum, one) => sum + Math.max(0, one - average), 0);
}

/** Minutes that each academy travels over the year, in the order of `academies`; what was travelled before counts. */
export function travelOf(meetings: readonly ToHost[], hosts: readonly number[], turns: Turns): readonly number[] {
  const travelled = new Map(turns.academies.map((academy) => [academy, turns.travelledBefore(academy)]));
  for (const [at, { present }] of meetings.entries()) {
    const host = hosts[at] ?? -1;
    if (host < 0) continue;
    for (const academy of present) travelled.set(academy, (travelled.get(academy) ?? 0) + turns.minutes(academy, host));
  }
  return turns.academies.map((academy) => travelled.get(academy) ?? 0);
}

/**
 * Hosts as fair as those given, with travel shared more evenly: two meetings change hosts, or one takes another that is
 * owed a turn, as long as minutes and minutes above the average together become fewer, and all travel stays within
 * 2 % of the least.
 */
export function evenTravel(meetings: readonly ToHost[], least: readonly number[], turns: Turns): readonly number[] {
  const sharing = new Sharing(meetings, least, turns);
  for (let round = 0; round < mostRounds && sharing.improve(); round += 1);
  return sharing.hosts;
}

class Sharing {
  readonly hosts: number[];
  private readonly meetings: readonly ToHost[];
  private readonly turns: Turns;
  private readonly share: ReturnType<typeof fairShare>;
  /** By meeting: what everybody's way to a host comes to. */
  private readonly ways: readonly ReadonlyMap<number, number>[];
  private readonly indexOf: ReadonlyMap<number, number>;
  /** By meeting: who is there, and by two academies: the minutes between them, all in the order of turns. */
  private readonly present: readonly Int32Array[];
  private readonly between: Float64Array;
  private readonly travelled: Float64Array;
  private readonly counts: Float64Array;
  private readonly again = new Map<number, number>();
  private minutes: number;
  private readonly most: number;
  private above: number;

  constructor(meetings: readonly ToHost[], hosts: readonly number[], turns: Turns) {
    this.meetings = meetings;
    this.turns = turns;
    this.hosts = [...hosts];
    this.share = fairShare(meetings, turns);
    this.ways = meetings.map(
      (meeting) => new Map(candidatesOf(meeting).map((host) => [host, wayOf(meeting.present, host, turns)])),
    );
    const { academies } = turns;
    this.indexOf = new Map(academies.map((academy, at) => [academy, at]));
    this.present = meetings.map(({ present }) => Int32Array.from(present, (academy) => this.at(academy)));
    this.between = Float64Array.from(academies.flatMap((one) => academies.map((other) => turns.minutes(one, other))));
    this.travelled = Float64Array.from(travelOf(meetings, hosts, turns));
    this.counts = Float64Array.from(turns.academies, (academy) => turns.hostedBefore(academy));
    this.minutes = 0;
    for (const [meeting, host] of hosts.entries()) {
      if (host < 0) continue;
      this.minutes += this.ways[meeting]?.get(host) ?? 0;
      this.count(meeting, host, 1);
    }
    this.most = this.minutes * mostMore;
    this.above = this.aboveNow();
  }

  improve(): boolean {
    let better = false;
    for (const [one, host] of this.hosts.entries()) {
      if (host < 0) continue;
      for (let other = 0; other < one; other += 1) if (this.swap(one, other)) better = true;
      for (const academy of this.ways[one]?.keys() ?? []) if (this.hand(one, academy)) better = true;
    }
    return better;
  }

  /** Two meetings change hosts: nobody's turns change. */
  private swap(one: number, other: number): boolean {
    const [first, second] = [this.hosts[one] as number, this.hosts[other] as number];
    if (first === second || second < 0) return false;
    if (!this.ways[one]?.has(second) || !this.ways[other]?.has(first)) return false;
    const isSame = this.meetings[one]?.network === this.meetings[other]?.network;
    if (!isSame && !(this.mayHost(one, second) && this.mayHost(other, first))) return false;
    return this.take([
      [one, second],
      [other, first],
    ]);
  }

  /** One meeting goes from an academy with a turn to spare to one with room for another. */
  private hand(meeting: number, academy: number): boolean {
    const host = this.hosts[meeting] as number;
    if (academy === host || this.countOf(host) <= this.share.least || this.countOf(academy) >= this.share.most)
      return false;
    return this.mayHost(meeting, academy) && this.take([[meeting, academy]]);
  }

  private mayHost(meeting: number, academy: number): boolean {
    const { network } = this.meetings[meeting] as ToHost;
    const before = this.again.get(pairOf(network, academy)) ?? this.turns.hostedBefore(academy, network);
    return before < this.share.ofNetwork(network);
  }

  /** Takes new hosts where they are better; leaves all as it was where not. */
  private take(changes: readonly (readonly [meeting: number, host: number])[]): boolean {
    const were = changes.map(([meeting]) => [meeting, this.hosts[meeting] as number] as const);
    const minutes = changes.reduce((sum, [meeting, host]) => sum + this.moreMinutes(meeting, host), this.minutes);
    if (minutes > this.most) return false;
    for (const [meeting, host] of changes) this.travel(meeting, host);
    const above = this.aboveNow();
    if (minutes + above < this.minutes + this.above - 1e-6) {
      for (const [meeting, host] of were) this.count(meeting, host, -1);
      for (const [meeting, host] of changes) this.count(meeting, host, 1);
      this.minutes = minutes;
      this.above = above;
      return true;
    }
    for (const [meeting, host] of were) this.travel(meeting, host);
    return false;
  }

  private moreMinutes(meeting: number, host: number): number {
    const ways = this.ways[meeting];
    return (ways?.get(host) ?? 0) - (ways?.get(this.hosts[meeting] as number) ?? 0);
  }

  private travel(meeting: number, host: number): void {
    const { between, travelled } = this;
    const count = travelled.length;
    const [before, after] = [this.at(this.hosts[meeting] as number) * count, this.at(host) * count];
    for (const at of this.present[meeting] as Int32Array)
      travelled[at] = (travelled[at] as number) + (between[after + at] as number) - (between[before + at] as number);
    this.hosts[meeting] = host;
  }

  private aboveNow(): number {
    const { travelled } = this;
    let [sum, above] = [0, 0];
    for (const one of travelled) sum += one;
    const average = sum / Math.max(1, travelled.length);
    for (const one of travelled) if (one > average) above += one - average;
    return above;
  }

  private countOf(academy: number): number {
    return this.counts[this.at(academy)] as number;
  }

  private at(academy: number): number {
    return this.indexOf.get(academy) as number;
  }

  private count(meeting: number, host: number, by: number): void {
    const at = this.at(host);
    this.counts[at] = (this.counts[at] as number) + by;
    const { network } = this.meetings[meeting] as ToHost;
    const key = pairOf(network, host);
    this.again.set(key, (this.again.get(key) ?? this.turns.hostedBefore(host, network)) + by);
  }
}
