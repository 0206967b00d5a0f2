import type { Highs } from 'highs';
import type { Cut } from './cut';
import { type Column, columnOf, type GroupingProblem, keyOf, timesOfSizes } from './grouping';
import { Master, optimal } from './master';
import { rounding } from './price-all';
import { type Priced, priceGroups } from './price-groups';
import type { LinearBound, Proof, SecondsLeft } from './prove-grouping';

/** Few columns show a better plan soonest; with more than the most HiGHS does not come to an end in the time of a call. */
const mostColumns = [4000, 30_000] as const;

interface Start extends LinearBound {
  readonly columns: readonly Column[];
  readonly cuts: readonly Cut[];
}

/**
 * Where the linear bound and the plan differ: a whole-number program over every group that a better plan could hold.
 * A plan with any other group costs more than the bound by that group's reduced cost.
 */
export function searchColumns(
  highs: Highs,
  problem: GroupingProblem,
  linear: Start,
  asGiven: Pick<Proof, 'groups' | 'cost'>,
  left: SecondsLeft,
): Proof {
  let proof: Proof = { ...asGiven, bound: Math.max(0, linear.bound), proved: false };
  if (!Number.isFinite(linear.exact)) return proof;
  for (const most of mostColumns) {
    if (proof.proved || left() <= 0) break;
    proof = searchMost(highs, problem, linear, proof, most, left);
  }
  return proof;
}

function searchMost(
  highs: Highs,
  problem: GroupingProblem,
  linear: Start,
  known: Proof,
  most: number,
  left: SecondsLeft,
): Proof {
  const { columns, within } = columnsWithin(problem, linear, known.cost - 1 - linear.exact + rounding, most);
  const plan = known.groups.map((members) => columnOf(problem, members));
  const master = new Master(highs, problem, [...plan, ...linear.columns, ...columns]);
  try {
    master.addCuts(linear.prices.cuts.filter(({ price }) => price > 0).map(({ cut }) => cut));
    return solveWhole(master, plan, known, Math.ceil(linear.exact + within - rounding), left);
  } finally {
    master.model.dispose();
  }
}

/** Groups up to this reduced cost; fewer where they would be too many, and then up to which. */
function columnsWithin(
  problem: GroupingProblem,
  { prices, least: leasts }: LinearBound,
  gap: number,
  most: number,
): { readonly columns: readonly Column[]; readonly within: number } {
  const found: Priced[] = [];
  for (const size of timesOfSizes(problem).keys()) {
    const least = leasts.get(size) ?? 0;
    const priced = priceGroups(problem, size, prices, least + gap + rounding);
    for (const one of priced.found) found.push({ ...one, reduced: one.reduced - least });
  }
  if (found.length <= most) return { columns: found, within: Number.POSITIVE_INFINITY };
  found.sort((one, other) => one.reduced - other.reduced);
  return { columns: found.slice(0, most), within: found[most]?.reduced ?? 0 };
}

function solveWhole(
  master: Master,
  plan: readonly Column[],
  { groups, cost, bound: least }: Proof,
  outside: number,
  left: SecondsLeft,
): Proof {
  const { model, columns } = master;
  const count = columns.length;
  model.changeColsIntegrality({ kind: 'range', from: 0, to: count - 1 }, new Int32Array(count).fill(1));
  model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.999, time_limit: model.getRunTime() + Math.max(left(), 0.01) });
  const inPlan = new Set(plan.map(keyOf));
  model.setSolution({ colValue: columns.map((column) => (inPlan.has(keyOf(column)) ? 1 : 0)) });
  model.run();
  const { colValue } = model.getSolution();
  const chosen = columns.filter((_, at) => (colValue[at] ?? 0) > 0.5);
  const total = chosen.reduce((sum, column) => sum + column.cost, 0);
  const isBetter = isWhole(chosen, plan) && total < cost;
  const best = isBetter ? { groups: chosen.map(({ members }) => members), cost: total } : { groups, cost };
  const inside =
    model.getModelStatus() === optimal ? best.cost : Math.ceil(Number(model.info.get('mip_dual_bound')) - rounding);
  const bound = Math.min(best.cost, Math.max(least, Math.min(inside, outside)));
  return { ...best, bound, proved: bound >= best.cost };
}

/** Everybody once: what HiGHS gives when it is stopped early may be nothing. */
function isWhole(chosen: readonly Column[], plan: readonly Column[]): boolean {
  const all = (columns: readonly Column[]) =>
    columns
      .flatMap(({ members }) => members)
      .sort((one, other) => one - other)
      .join(' ');
  return all(chosen) === all(plan);
}
