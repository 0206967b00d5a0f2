import type { Grouping, Table } from './table';

// Taken out once: in the innermost loop even the way to Math counts.
const { floor, log } = Math;

/** Places in a group: four at most, -1 where it has fewer. */
const width = 4;
/** One move in so many changes three academies instead of two. */
const rotateEvery = 4;

/**
 * All rounds in plain arrays, for millions of moves a second. `price` is what two would cost if they met once more;
 * it rises with each meeting, so that a change of any round costs the same whatever comes first.
 */
export class SearchState {
  readonly n: number;
  readonly repeat: number;
  readonly price: Int32Array;
  cost: number;
  /** Group of an academy, by round and academy; groups of all rounds are counted on. */
  private readonly groupOf: Int32Array;
  private readonly members: Int32Array;
  /** Seats that may change, pool by pool: which round and academy, and where the pool begins and how long it is. */
  private readonly seatRound: Int32Array;
  private readonly seatAcademy: Int32Array;
  private readonly poolStart: Int32Array;
  private readonly poolLength: Int32Array;
  private readonly groupsInRound: readonly number[];

  constructor(table: Table, grouping: Grouping, repeat: number = table.repeat) {
    const seats = table.rounds.flatMap(({ pools }, round) =>
      pools.filter(({ sizes }) => sizes.length > 1).map(({ members }) => ({ round, members })),
    );
    this.n = table.n;
    this.repeat = repeat;
    this.price = Int32Array.from(table.price);
    this.cost = 0;
    this.groupsInRound = grouping.map((groups) => groups.length);
    this.groupOf = new Int32Array(table.n * grouping.length).fill(-1);
    this.members = new Int32Array(grouping.flat().length * width).fill(-1);
    this.seatRound = Int32Array.from(seats.flatMap(({ round, members }) => members.map(() => round)));
    this.seatAcademy = Int32Array.from(seats.flatMap(({ members }) => members));
    const starts = seats.map((_, at) => seats.slice(0, at).reduce((sum, { members }) => sum + members.length, 0));
    this.poolStart = Int32Array.from(seats.flatMap(({ members }, at) => members.map(() => starts[at] ?? 0)));
    this.poolLength = Int32Array.from(seats.flatMap(({ members }) => members.map(() => members.length)));
    this.seat(grouping);
  }

  get canMove(): boolean {
    return this.seatAcademy.length > 0;
  }

  /** Tries so many moves at this temperature. */
  anneal(moves: number, temperature: number, random: () => number): void {
    const { seatRound, seatAcademy, poolStart, poolLength } = this;
    const seats = seatAcademy.length;
    for (let move = 0; move < moves; move += 1) {
      const seat = floor(random() * seats);
      const start = poolStart[seat] as number;
      const length = poolLength[seat] as number;
      const round = seatRound[seat] as number;
      const one = seatAcademy[seat] as number;
      const second = seatAcademy[start + floor(random() * length)] as number;
      if (move % rotateEvery !== 0) this.trySwap(round, one, second, temperature, random);
      else {
        const third = seatAcademy[start + floor(random() * length)] as number;
        this.tryRotate(round, one, second, third, temperature, random);
      }
    }
  }

  private trySwap(round: number, one: number, other: number, temperature: number, random: () => number): void {
    const group = this.groupOf[round * this.n + one] as number;
    const otherGroup = this.groupOf[round * this.n + other] as number;
    if (group === otherGroup) return;
    const change = this.exchange(group, one, other) + this.exchange(otherGroup, other, one);
    if (change > 0 && (temperature <= 0 || change > -temperature * log(random()))) return;
    this.replace(round, group, one, other);
    this.replace(round, otherGroup, other, one);
    this.cost += change;
  }

  /** Three academies of three groups change places in a ring. */
  private tryRotate(
    round: number,
    one: number,
    second: number,
    third: number,
    temperature: number,
    random: () => number,
  ): void {
    const first = round * this.n;
    const group = this.groupOf[first + one] as number;
    const secondGroup = this.groupOf[first + second] as number;
    const thirdGroup = this.groupOf[first + third] as number;
    if (group === secondGroup || group === thirdGroup || secondGroup === thirdGroup) return;
    const change =
      this.exchange(group, one, third) +
      this.exchange(secondGroup, second, one) +
      this.exchange(thirdGroup, third, second);
    if (change > 0 && (temperature <= 0 || change > -temperature * log(random()))) return;
    this.replace(round, group, one, third);
    this.replace(round, secondGroup, second, one);
    this.replace(round, thirdGroup, third, second);
    this.cost += change;
  }

  /** What changes for those who stay in the group if one leaves it for another. */
  private exchange(group: number, leaves: number, joins: number): number {
    const { members, price, n, repeat } = this;
    let change = 0;
    for (let at = group * width; at < group * width + width; at += 1) {
      const stays = members[at] as number;
      if (stays === leaves || stays < 0) continue;
      change += (price[joins * n + stays] as number) - (price[leaves * n + stays] as number) + repeat;
    }
    return change;
  }

  private replace(round: number, group: number, leaves: number, joins: number): void {
    const { members, price, n, repeat } = this;
    this.groupOf[round * n + joins] = group;
    for (let at = group * width; at < group * width + width; at += 1) {
      const stays = members[at] as number;
      if (stays === leaves) members[at] = joins;
      else if (stays >= 0) {
        (price[joins * n + stays] as number) += repeat;
        (price[stays * n + joins] as number) += repeat;
        (price[leaves * n + stays] as number) -= repeat;
        (price[stays * n + leaves] as number) -= repeat;
      }
    }
  }

  grouping(): Grouping {
    let group = 0;
    return this.groupsInRound.map((groups) =>
      Array.from({ length: groups }, () => {
        const found = [...this.members.subarray(group * width, group * width + width)].filter((one) => one >= 0);
        group += 1;
        return found;
      }),
    );
  }

  private seat(grouping: Grouping): void {
    let group = 0;
    for (const [round, groups] of grouping.entries())
      for (const members of groups) {
        for (const [at, one] of members.entries()) {
          for (const before of members.slice(0, at)) this.meet(one, before);
          this.members[group * width + at] = one;
          this.groupOf[round * this.n + one] = group;
        }
        group += 1;
      }
  }

  private meet(one: number, other: number): void {
    const { price, n, repeat } = this;
    this.cost += price[one * n + other] as number;
    (price[one * n + other] as number) += repeat;
    (price[other * n + one] as number) += repeat;
  }
}
