import { boundTogether } from '../../functions/triads/bound-together';
import { columnOf, type GroupingProblem, type Groups } from '../../functions/triads/grouping';
import { Master } from '../../functions/triads/master';
import { priceGroups } from '../../functions/triads/price-groups';
import { proveGrouping } from '../../functions/triads/prove-grouping';
import { openSolver } from '../../functions/triads/solver';
import { Annealing } from '../../shared/triads/annealing';
import { greedyGrouping } from '../../shared/triads/greedy';
import { costOf, forbiddenPrice, type Grouping, type Table } from '../../shared/triads/table';
import { instance } from './triad-instances';

/** What one way of planning took for one instance. */
export interface Run {
  /** Of the processor: what neighbours on the machine do is not counted. */
  readonly seconds: number;
  readonly cost: number;
  readonly bound?: number;
  readonly megabytes: number;
  /** Until there was a plan to show. */
  readonly firstMilliseconds?: number;
}

type Measured = Omit<Run, 'seconds' | 'megabytes'>;

/** Search: so many moves an academy; the proof sets right what it misses. */
const movesOfAcademy = 30_000;
const nearest = 8;

function tableOf({ n, costs, forbidden, sizes }: GroupingProblem): Table {
  const price = Int32Array.from(costs, (cost, at) => (forbidden[at] === 1 ? forbiddenPrice : cost));
  const pool = { hub: undefined, members: [...Array(n).keys()], sizes };
  return { n, price, repeat: 0, rounds: [{ locked: [], pools: [pool] }] };
}

async function ours(problem: GroupingProblem): Promise<Measured> {
  const began = performance.now();
  const table = tableOf(problem);
  const first = greedyGrouping(table);
  const firstMilliseconds = Math.round(performance.now() - began);
  const search = new Annealing(table, { grouping: first, cost: costOf(table, first), from: 'search' }, false, 1);
  while (search.moves < movesOfAcademy * problem.n) search.step(100_000);
  const highs = await openSolver();
  const { bound, cost } = proveGrouping(highs, problem, onlyRound(search.best.grouping), () => 60);
  return { cost, bound, firstMilliseconds };
}

const repeat = 250;

/** Several rounds that repeat as little as they can, and the least that all of them cost together. */
async function together(problem: GroupingProblem, rounds: number): Promise<Measured> {
  const one = tableOf(problem);
  const table = { ...one, repeat, rounds: Array.from({ length: rounds }, () => one.rounds).flat() };
  const first = greedyGrouping(table);
  const search = new Annealing(table, { grouping: first, cost: costOf(table, first), from: 'search' }, false, 1);
  while (search.moves < movesOfAcademy * problem.n * rounds) search.step(100_000);
  const { grouping, cost } = search.best;
  const highs = await openSolver();
  return { cost, bound: boundTogether(highs, problem, { plan: grouping, repeat }, () => 10) };
}

function onlyRound(grouping: Grouping): Groups {
  return grouping[0] ?? [];
}

async function greedy(problem: GroupingProblem): Promise<Measured> {
  const table = tableOf(problem);
  return { cost: costOf(table, greedyGrouping(table)) };
}

/** The textbook's way: every group a binary, every academy in one. */
async function whole(problem: GroupingProblem, isWanted: (members: readonly number[]) => boolean): Promise<Measured> {
  const highs = await openSolver();
  const free = { academies: new Float64Array(problem.n), cuts: [] };
  const columns = [...new Set(problem.sizes)]
    .flatMap((size) => priceGroups(problem, size, free, Number.POSITIVE_INFINITY).found)
    .filter(({ members }) => isWanted(members))
    .map(({ members }) => columnOf(problem, members));
  const { model } = new Master(highs, problem, columns);
  const { length } = columns;
  model.changeColsIntegrality({ kind: 'range', from: 0, to: length - 1 }, new Int32Array(length).fill(1));
  model.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.999 });
  model.run();
  return { cost: Math.round(model.getObjectiveValue()) };
}

/** Whether one of the group has all others among its nearest. */
function isNear({ n, costs }: GroupingProblem): (members: readonly number[]) => boolean {
  const near = [...Array(n).keys()].map((one) => {
    const others = [...Array(n).keys()].filter((other) => other !== one);
    others.sort((a, b) => (costs[one * n + a] ?? 0) - (costs[one * n + b] ?? 0));
    return new Set(others.slice(0, nearest));
  });
  return (members) => members.some((one) => members.every((other) => other === one || near[one]?.has(other) === true));
}

const ways: Readonly<Record<string, (problem: GroupingProblem) => Promise<Measured>>> = {
  ours,
  greedy,
  all: (problem) => whole(problem, () => true),
  near: (problem) => whole(problem, isNear(problem)),
  'three rounds': (problem) => together(problem, 3),
  'six rounds': (problem) => together(problem, 6),
};

async function main([way = '', n = '', seed = '']: readonly string[]): Promise<void> {
  const chosen = ways[way];
  if (chosen === undefined) throw new Error(`There is no way "${way}".`);
  const problem = instance(Number(n), Number(seed));
  const began = process.cpuUsage();
  const measured = await chosen(problem);
  const { user, system } = process.cpuUsage(began);
  const run: Run = {
    ...measured,
    seconds: (user + system) / 1e6,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1000),
  };
  process.stdout.write(JSON.stringify(run));
}

void main(process.argv.slice(2));
