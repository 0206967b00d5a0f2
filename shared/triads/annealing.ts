import { chance } from '../meetings/chance';
import { fitSchedules } from './fit-schedule';
import { pairsOf } from './pairs';
import { SearchState } from './search-state';
import { costOf, forbiddenPrice, type Grouping, type Table } from './table';

/** How hot cycles begin, taking turns, and how cold they end, in mean prices of a pair. */
const heats = [1, 2, 0.5, 3];
const coldest = 0.03;
/** The same where only repeats cost, in prices of a repeat: below that, nothing moves any more. */
const heatsOfRepeats = [0.22, 0.16, 0.3];
const coldestOfRepeats = 0.075;
/** What a repeat costs at most during a cycle, in mean prices of a pair. */
const softRepeats = [12, 5, 25, 8, 12];
/** Temperatures of a cycle, and moves an academy and round in the first, short cycle. */
const stages = 200;
const movesOfSeat = 2000;
/** Cycles get twice as long until they are so many times as long as the first. */
const longest = 32;

export interface Found {
  readonly grouping: Grouping;
  readonly cost: number;
  readonly from: 'search' | 'construction';
}

/**
 * Simulated annealing in cycles, each twice as long as the one before; what is best so far can be had at any time.
 * The numbers of moves alone decide what is found, not how they are divided into calls, and never a clock.
 */
export class Annealing {
  best: Found;
  moves = 0;
  private readonly table: Table;
  private readonly pairsAllowed: boolean;
  private readonly random: () => number;
  private readonly firstLength: number;
  private state: SearchState;
  private cycle = 0;
  private stage = 0;

  constructor(table: Table, first: Found, pairsAllowed: boolean, seed: number) {
    this.table = table;
    this.best = first;
    this.pairsAllowed = pairsAllowed;
    this.random = chance(seed);
    this.firstLength = movesOfSeat * table.n * table.rounds.length;
    this.state = new SearchState(table, first.grouping);
    this.tryConstruction();
  }

  get canImprove(): boolean {
    return this.state.canMove;
  }

  /** Goes on for at least so many moves. */
  step(moves: number): void {
    const until = this.moves + moves;
    while (this.moves < until && this.canImprove) this.stepOnce();
  }

  private stepOnce(): void {
    const length = this.firstLength * Math.min(longest, 2 ** this.cycle);
    const [hot, cold] = this.heat();
    const temperature = hot * (cold / hot) ** (this.stage / (stages - 1));
    const moves = Math.ceil(length / stages);
    this.state.anneal(moves, temperature, this.random);
    this.moves += moves;
    this.stage += 1;
    if (this.stage === stages) this.endCycle();
  }

  private endCycle(): void {
    this.settle(new SearchState(this.table, this.state.grouping()));
    this.cycle += 1;
    this.stage = 0;
    if (this.cycle % heats.length === 0) this.tryConstruction();
    this.state = new SearchState(this.table, this.best.grouping, this.repeatOfCycle());
  }

  /** Takes every move that saves something, and keeps the result if it is the best. */
  private settle(state: SearchState): void {
    const moves = 20 * this.table.n * this.table.n;
    state.anneal(moves, 0, this.random);
    this.moves += moves;
    if (state.cost < this.best.cost) this.best = { grouping: state.grouping(), cost: state.cost, from: 'search' };
  }

  /** In turn repeats cost less for a cycle: where they weigh much, what lies between two good plans is not a wall. */
  private repeatOfCycle(): number {
    const { repeat } = this.table;
    const way = this.meanPrice();
    const softness = softRepeats[this.cycle % softRepeats.length] ?? Number.POSITIVE_INFINITY;
    return way === 0 ? repeat : Math.min(repeat, Math.round(softness * way));
  }

  /** A known schedule is worth its fitting where somebody would meet again, or nearly everybody meets everybody. */
  private tryConstruction(): void {
    if (this.best.cost === costOf({ ...this.table, repeat: 0 }, this.best.grouping) && !this.isDense()) return;
    const moves = this.firstLength / 10;
    const grouping = fitSchedules(this.table, this.pairsAllowed, moves, this.random);
    this.moves += moves;
    if (grouping === undefined) return;
    const cost = costOf(this.table, grouping);
    if (cost < this.best.cost) this.best = { grouping, cost, from: 'construction' };
  }

  private isDense(): boolean {
    const { n, rounds, repeat } = this.table;
    return repeat > 0 && rounds.length * 4 > n;
  }

  /** Where the cycle begins and ends: measured by the mean way between partners of the best plan. */
  private heat(): readonly [number, number] {
    const { repeat } = this.table;
    const way = this.meanPrice();
    if (way === 0)
      return [
        Math.max(1, repeat * (heatsOfRepeats[this.cycle % heatsOfRepeats.length] ?? 0)),
        Math.max(1, repeat * coldestOfRepeats),
      ];
    return [way * (heats[this.cycle % heats.length] ?? 1), way * coldest];
  }

  private meanPrice(): number {
    const { n, price } = this.table;
    const prices = this.best.grouping.flat().flatMap((group) =>
      pairsOf(group)
        .map(([one, other]) => price[one * n + other] ?? 0)
        .filter((cost) => cost < forbiddenPrice),
    );
    return prices.reduce((sum, cost) => sum + cost, 0) / Math.max(1, prices.length);
  }
}
