import type { Highs, Model } from 'highs';
import { type Cut, worthOf } from './cut';
import { type Column, type GroupingProblem, keyOf, timesOfSizes } from './grouping';
import type { Prices } from './price-groups';

export interface LinearAnswer {
  readonly cost: number;
  readonly prices: Prices;
  /** How much of each column is used. */
  readonly used: Float64Array;
}

/** The model of all rules over those columns that are known so far: HiGHS keeps its basis from one run to the next. */
export class Master {
  readonly columns: Column[] = [];
  readonly cuts: Cut[] = [];
  readonly model: Model;
  private readonly problem: GroupingProblem;
  private readonly infinity: number;
  private readonly known = new Set<string>();
  /** Row of each size that is no three: after so many groups the threes follow. */
  private readonly sizeRows: ReadonlyMap<number, number>;

  constructor(highs: Highs, problem: GroupingProblem, columns: readonly Column[]) {
    const sizes = [...timesOfSizes(problem)].filter(([size]) => size !== 3);
    this.problem = problem;
    this.infinity = highs.infinity;
    this.sizeRows = new Map(sizes.map(([size], at) => [size, problem.n + at]));
    this.model = highs.createModel();
    this.model.options.set('output_flag', false);
    const sides = [...Array.from({ length: problem.n }, () => 1), ...sizes.map(([, times]) => times)];
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
    this.model.addCols({
      cost: Float64Array.from(fresh, ({ cost }) => cost),
      lower: new Float64Array(fresh.length),
      upper: new Float64Array(fresh.length).fill(this.infinity),
      matrix: matrixOf(
        'csc',
        this.problem.n + this.sizeRows.size + this.cuts.length,
        fresh.length,
        fresh.map((column) => this.entriesOf(column)),
      ),
    });
  }

  private entriesOf({ members }: Column): readonly Entry[] {
    const size = this.sizeRows.get(members.length);
    const first = this.problem.n + this.sizeRows.size;
    return [
      ...members.map((one): Entry => [one, 1]),
      ...(size === undefined ? [] : [[size, 1] as const]),
      ...this.cuts.flatMap((cut, at) => {
        const worth = worthOf(cut, members);
        return worth === 0 ? [] : [[first + at, worth] as const];
      }),
    ];
  }

  addCuts(cuts: readonly Cut[]): void {
    if (cuts.length === 0) return;
    this.cuts.push(...cuts);
    const rows = cuts.map((cut) =>
      this.columns.flatMap(({ members }, at) => {
        const worth = worthOf(cut, members);
        return worth === 0 ? [] : [[at, worth] as const];
      }),
    );
    this.model.addRows({
      lower: new Float64Array(cuts.length).fill(1),
      upper: new Float64Array(cuts.length).fill(this.infinity),
      matrix: matrixOf('csr', cuts.length, this.columns.length, rows),
    });
  }

  /** `undefined` where the time was over first. */
  solve(seconds: number): LinearAnswer | undefined {
    this.model.options.set('time_limit', this.model.getRunTime() + Math.max(seconds, 0.01));
    this.model.run();
    if (this.model.getModelStatus() !== optimal) return undefined;
    const { colValue, rowDual } = this.model.getSolution();
    const { n } = this.problem;
    const prices: Prices = {
      academies: rowDual.slice(0, n),
      sizes: new Map([...this.sizeRows].map(([size, row]) => [size, rowDual[row] ?? 0])),
      cuts: this.cuts.map((cut, at) => ({ cut, price: Math.max(0, rowDual[n + this.sizeRows.size + at] ?? 0) })),
    };
    return { cost: this.model.getObjectiveValue(), prices, used: colValue };
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
