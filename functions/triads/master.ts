import type { Highs, Model } from 'highs';
import { type Cut, worthOf } from './cut';
import { type Column, type GroupingProblem, keyOf, timesOfSizes } from './grouping';
import type { Prices } from './price-groups';

export interface LinearAnswer {
  readonly cost: number;
  readonly prices: Prices;
  /** How much of each column is used. */
  readonly used: Float64Array;
  /** What it is worth to meet once more, for each limit, in the order in which they were added. */
  readonly limits: readonly number[];
}

/** Two academies, by their places. */
export type Pair = readonly [one: number, other: number];

/** A rule that was added to a model: what a group counts for it. */
interface Row {
  readonly worth: (members: readonly number[]) => number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The model of all rules over those columns that are known so far: HiGHS keeps its basis from one run to the next. For
 * several rounds at once everybody stands in as many groups as there are rounds.
 */
export class Master {
  readonly columns: Column[] = [];
  readonly cuts: Cut[] = [];
  readonly limits: Pair[] = [];
  readonly model: Model;
  private readonly problem: GroupingProblem;
  private readonly rounds: number;
  private readonly infinity: number;
  private readonly known = new Set<string>();
  private readonly rows: Row[] = [];
  /** Where the rows of cuts and of limits stand among `rows`, and the columns among those of the model. */
  private readonly cutRows: number[] = [];
  private readonly limitRows: number[] = [];
  private readonly places: number[] = [];
  private width = 0;
  /** Row of each size that is no three: after so many groups the threes follow. */
  private readonly sizeRows: ReadonlyMap<number, number>;

  constructor(highs: Highs, problem: GroupingProblem, columns: readonly Column[], rounds = 1) {
    const sizes = [...timesOfSizes(problem)].filter(([size]) => size !== 3);
    this.problem = problem;
    this.rounds = rounds;
    this.infinity = highs.infinity;
    this.sizeRows = new Map(sizes.map(([size], at) => [size, problem.n + at]));
    this.model = highs.createModel();
    this.model.options.set('output_flag', false);
    const once = [...Array.from({ length: problem.n }, () => 1), ...sizes.map(([, times]) => times)];
    const sides = once.map((times) => times * rounds);
    this.model.addRows({
      lower: Float64Array.from(sides),
      upper: Float64Array.from(sides),
      matrix: matrixOf(
        'csr',
        sides.length,
        0,
        sides.map(() => []),
      ),
    });
    this.add(columns);
  }

  /** Adds those columns that are not there yet. */
  add(columns: readonly Column[]): void {
    const fresh = columns.filter((column) => !this.known.has(keyOf(column)));
    if (fresh.length === 0) return;
    for (const column of fresh) this.known.add(keyOf(column));
    this.columns.push(...fresh);
    this.places.push(...fresh.map((_, at) => this.width + at));
    this.addToModel(
      fresh.map(({ cost }) => cost),
      fresh.map((column) => this.entriesOf(column)),
    );
  }

  private addToModel(costs: readonly number[], entries: readonly (readonly Entry[])[], most = this.infinity): void {
    const { length } = costs;
    if (length === 0) return;
    this.model.addCols({
      cost: Float64Array.from(costs),
      lower: new Float64Array(length),
      upper: new Float64Array(length).fill(most),
      matrix: matrixOf('csc', this.firstRow + this.rows.length, length, entries),
    });
    this.width += length;
  }

  /** Of those that are added to the model later. */
  private get firstRow(): number {
    return this.problem.n + this.sizeRows.size;
  }

  private entriesOf({ members }: Column): readonly Entry[] {
    const size = this.sizeRows.get(members.length);
    return [
      ...members.map((one): Entry => [one, 1]),
      ...(size === undefined ? [] : [[size, 1] as const]),
      ...this.rows.flatMap(({ worth }, at) => {
        const counted = worth(members);
        return counted === 0 ? [] : [[this.firstRow + at, counted] as const];
      }),
    ];
  }

  addCuts(cuts: readonly Cut[]): void {
    this.cuts.push(...cuts);
    const worth = (cut: Cut) => (members: readonly number[]) => worthOf(cut, members);
    this.addRows(
      cuts.map((cut) => ({ worth: worth(cut), lower: this.rounds, upper: this.infinity })),
      this.cutRows,
    );
  }

  /** These two meet once over all rounds; the next time costs so much more, the one after it twice as much. */
  addLimits(pairs: readonly Pair[], more: number): void {
    const together = (pair: Pair) => (members: readonly number[]) =>
      pair.every((one) => members.includes(one)) ? 1 : 0;
    const first = this.rows.length;
    this.limits.push(...pairs);
    this.addRows(
      pairs.map((pair) => ({ worth: together(pair), lower: -this.infinity, upper: 1 })),
      this.limitRows,
    );
    for (let again = 1; again < this.rounds; again += 1)
      this.addToModel(
        pairs.map(() => more * again),
        pairs.map((_, at) => [[this.firstRow + first + at, -1]]),
        1,
      );
  }

  private addRows(rows: readonly Row[], places: number[]): void {
    if (rows.length === 0) return;
    places.push(...rows.map((_, at) => this.rows.length + at));
    this.rows.push(...rows);
    const entries = rows.map(({ worth }) =>
      this.columns.flatMap(({ members }, at): readonly Entry[] => {
        const counted = worth(members);
        return counted === 0 ? [] : [[this.places[at] ?? 0, counted]];
      }),
    );
    this.model.addRows({
      lower: Float64Array.from(rows, ({ lower }) => lower),
      upper: Float64Array.from(rows, ({ upper }) => upper),
      matrix: matrixOf('csr', rows.length, this.width, entries),
    });
  }

  /** `undefined` where the time was over first. */
  solve(seconds: number): LinearAnswer | undefined {
    this.model.options.set('time_limit', this.model.getRunTime() + Math.max(seconds, 0.01));
    this.model.run();
    if (this.model.getModelStatus() !== optimal) return undefined;
    const { colValue, rowDual } = this.model.getSolution();
    const { n } = this.problem;
    const dualOf = (row = 0) => rowDual[this.firstRow + row] ?? 0;
    const prices: Prices = {
      academies: rowDual.slice(0, n),
      sizes: new Map([...this.sizeRows].map(([size, row]) => [size, rowDual[row] ?? 0])),
      cuts: this.cuts.map((cut, at) => ({ cut, price: Math.max(0, dualOf(this.cutRows[at])) })),
    };
    return {
      cost: this.model.getObjectiveValue(),
      prices,
      used: Float64Array.from(this.places, (place) => colValue[place] ?? 0),
      limits: this.limitRows.map((row) => Math.max(0, -dualOf(row))),
    };
  }
}

/** HiGHS's number for it. */
export const optimal = 7;

type Entry = readonly [at: number, value: number];

/** Sparse, as HiGHS takes it: by columns (csc) or by rows (csr). */
function matrixOf<Format extends 'csc' | 'csr'>(
  format: Format,
  numRows: number,
  numCols: number,
  entries: readonly (readonly Entry[])[],
) {
  const starts = new Int32Array(entries.length + 1);
  for (const [at, one] of entries.entries()) starts[at + 1] = (starts[at] ?? 0) + one.length;
  const flat = entries.flat();
  return {
    format,
    numRows,
    numCols,
    starts,
    indices: Int32Array.from(flat, ([at]) => at),
    values: Float64Array.from(flat, ([, value]) => value),
  };
}
