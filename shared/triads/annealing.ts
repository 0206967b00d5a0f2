import { chance } from '../meetings/chance';
import { fitSchedules } from './fit-schedule';
import { SearchState } from './search-state';
import { costOf, forbiddenPrice, type Grouping, type Table } from './table';

/** How hot a cycle begins, in mean prices of a pair; cycles take turns. */
const heats = [1, 2, 0.5, 3];
const coldest = 0.03;
/** Temperatures of a cycle, and moves an academy and round in the first, short cycle. */
const stages = 200;
const movesOfSeat = 2000;
/** Cycles get twice as long until they are so many times as long as the first. */
const longest = 16;

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
    const hot = heats[this.cycle % heats.length] ?? 1;
    const temperature = this.scale() * hot * (coldest / hot) ** (this.stage / (stages - 1));
    const moves = Math.ceil(length / stages);
    this.state.anneal(moves, temperature, this.random);
    this.moves += moves;
    this.stage += 1;
    if (this.stage === stages) this.endCycle();
  }

  private endCycle(): void {
    this.settle(this.state, 'search');
    this.cycle += 1;
    this.stage = 0;
    if (this.cycle % heats.length === 0) this.tryConstruction();
    this.state = new SearchState(this.table, this.best.grouping);
  }

  /** Takes every swap that saves something, and keeps the result if it is the best. */
  private settle(state: SearchState, from: Found['from']): void {
    const moves = 20 * this.table.n * this.table.n;
    state.anneal(moves, 0, this.random);
    this.moves += moves;
    if (state.cost < this.best.cost) this.best = { grouping: state.grouping(), cost: state.cost, from };
  }

  /** A known schedule is worth its fitting where somebody would meet again. */
  private tryConstruction(): void {
    if (this.table.repeat === 0 || this.table.rounds.length < 2 || this.best.cost === 0) return;
    const moves = this.firstLength / 10;
    const grouping = fitSchedules(this.table, this.pairsAllowed, moves, this.random);
    this.moves += moves;
    if (grouping === undefined) return;
    const cost = costOf(this.table, grouping);
    if (cost < this.best.cost) this.best = { grouping, cost, from: 'construction' };
  }

  /** The scale of prices: the mean way between partners of the best plan; where only repeats cost, a part of that. */
  private scale(): number {
    const { n, price, repeat } = this.table;
    let sum = 0;
    let pairs = 0;
    for (const group of this.best.grouping.flat())
      for (const [at, one] of group.entries())
        for (const other of group.slice(at + 1)) {
          const cost = price[one * n + other] ?? 0;
          if (cost < forbiddenPrice) sum += cost;
          pairs += 1;
        }
    return sum > 0 ? sum / Math.max(1, pairs) : Math.max(1, repeat / 4);
  }
}
