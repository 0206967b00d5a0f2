import { ok, type Result, refuse } from '../result';
import { Annealing } from './annealing';
import { checkProblem } from './check-problem';
import { checkWishes } from './check-wishes';
import { divide } from './feasible';
import { greedyGrouping } from './greedy';
import { lowerBound } from './lower-bound';
import { planOf, roundsOf } from './plan-of';
import type { TriadPlan } from './plan-schema';
import type { TriadProblem } from './problem';
import { costOf, forbiddenPrice, type Grouping, type Table, tableOf } from './table';

/** Moves to bring about a first plan in which hard rules hold, where the simple ways do not. */
const movesForRules = 2_000_000;
const triesToDivide = 50_000;

/**
 * A search that goes on for as long as it is asked to: `step`, look at `cost`, take a `plan` at any time, stop by not
 * asking again. The same problem and number of moves give the same plan.
 */
export interface TriadSearch {
  /** Goes on for about so many moves; a million take about a tenth of a second. True if it found something better. */
  readonly step: (moves: number) => boolean;
  /** Of the best plan so far, in thousandths of a kilometre. */
  readonly cost: () => number;
  readonly moves: () => number;
  /** Whether nothing can be better: the best plan costs what any plan costs at least, or nothing can be moved. */
  readonly finished: () => boolean;
  readonly plan: () => TriadPlan;
}

/**
 * @example
 * const search = startTriads(problem);
 * if (search.ok) while (!search.value.finished() && !cancelled()) search.value.step(500_000);
 */
export function startTriads(problem: TriadProblem): Result<TriadSearch> {
  const wrong = checkProblem(problem) ?? checkWishes(problem);
  if (wrong !== undefined) return { ok: false, problem: wrong };
  const table = tableOf(problem);
  const search = beginSearch(problem, table);
  if (search.best.cost >= forbiddenPrice) search.step(movesForRules);
  if (search.best.cost >= forbiddenPrice)
    return refuse('invalid', 'No plan was found in which every pair that must stay apart does. Give up some of them.');
  let bound: number | undefined;
  const boundOfAll = () => {
    bound ??= lowerBound(table, search.best.cost);
    return bound;
  };
  return ok({
    step: (moves) => {
      const before = search.best.cost;
      search.step(moves);
      return search.best.cost < before;
    },
    cost: () => search.best.cost,
    moves: () => search.moves,
    finished: () => !search.canImprove || search.best.cost <= boundOfAll(),
    plan: () => planOf(problem, roundsOf(problem, search.best.grouping), search.best.from, boundOfAll()),
  });
}

/**
 * The best plan that so many moves find.
 *
 * @example planTriads(problem, usualMoves(problem))
 */
export function planTriads(problem: TriadProblem, moves: number): Result<TriadPlan> {
  const search = startTriads(problem);
  if (!search.ok) return search;
  while (!search.value.finished() && search.value.moves() < moves)
    search.value.step(Math.min(500_000, moves - search.value.moves()));
  return ok(search.value.plan());
}

/** Moves after which a search seldom finds anything better: a second or a few. */
export function usualMoves({ academies, rounds }: TriadProblem): number {
  return Math.min(60_000_000, Math.max(4_000_000, 400_000 * academies.length * rounds));
}

function beginSearch(problem: TriadProblem, table: Table): Annealing {
  const greedy = greedyGrouping(table);
  const cost = costOf(table, greedy);
  const divided = cost < forbiddenPrice ? undefined : dividedGrouping(table);
  const grouping = divided ?? greedy;
  const first = { grouping, cost: costOf(table, grouping), from: 'search' } as const;
  return new Annealing(table, first, problem.pairsAllowed, problem.seed);
}

/** Groups that keep the hard rules and think of nothing else. */
function dividedGrouping({ n, price, rounds }: Table): Grouping | undefined {
  const forbids = (one: number, other: number) => (price[one * n + other] ?? 0) >= forbiddenPrice;
  const divided = rounds.map(({ locked, pools }) => [
    locked,
    ...pools.map(({ members, sizes }) => {
      const groups = divide(members, sizes, forbids, triesToDivide);
      return typeof groups === 'string' ? undefined : groups;
    }),
  ]);
  if (divided.some((parts) => parts.includes(undefined))) return undefined;
  return divided.map((parts) => parts.flatMap((groups) => groups ?? []));
}
