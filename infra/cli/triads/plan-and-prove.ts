import { type PlannedRound, proveRound, type RoundProof } from '../../../functions/triads/prove-round';
import { openSolver } from '../../../functions/triads/solver';
import { ok, type Result } from '../../../shared/result';
import { unitsInKilometre } from '../../../shared/triads/pair-costs';
import { startTriads, type TriadSearch, usualMoves } from '../../../shared/triads/plan';
import { planOf } from '../../../shared/triads/plan-of';
import type { TriadPlan } from '../../../shared/triads/plan-schema';
import type { TriadProblem, TriadRound } from '../../../shared/triads/problem';

export interface TriadTask {
  readonly problem: TriadProblem;
  /** So long the search goes on; without it for so many moves as usually find the best. */
  readonly seconds?: number;
}

export interface TriadAnswer {
  readonly plan: TriadPlan;
  /** The proof came to its end in its time, for each round. */
  readonly proved: boolean;
}

/** How `planAndProve` is run: on a thread of its own, so that progress shows and Ctrl-C works. */
export type PlanTriads = (task: TriadTask, progress: (sentence: string) => void) => Promise<Result<TriadAnswer>>;

const movesOfStep = 500_000;
const secondsOfProof = 30;

/** The best plan that search finds, then how good each of its rounds is at best. */
export async function planAndProve(
  { problem, seconds }: TriadTask,
  progress: (sentence: string) => void,
): Promise<Result<TriadAnswer>> {
  const started = startTriads(problem);
  if (!started.ok) return started;
  const search = started.value;
  searchOn(search, problem, seconds, progress);
  const plan = search.plan();
  progress(`Proving how good ${kilometres(search.cost())} is …`);
  const rounds = plan.rounds.map(({ round, triads }) => ({ round, triads: triads.map(({ academies }) => academies) }));
  const proofs = await proveRounds(problem, rounds, progress);
  return proofs.ok ? ok(withProofs(problem, plan, rounds, proofs.value)) : proofs;
}

function searchOn(
  search: TriadSearch,
  problem: TriadProblem,
  seconds: number | undefined,
  progress: (sentence: string) => void,
): void {
  const end = performance.now() + 1000 * (seconds ?? 0);
  const most = usualMoves(problem);
  const goesOn = () => (seconds === undefined ? search.moves() < most : performance.now() < end);
  progress(`Searching: ${kilometres(search.cost())} to begin with`);
  while (!search.finished() && goesOn()) {
    if (search.step(movesOfStep)) progress(`Searching: ${kilometres(search.cost())}`);
  }
}

async function proveRounds(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  progress: (sentence: string) => void,
): Promise<Result<readonly RoundProof[]>> {
  const highs = await openSolver();
  const end = performance.now() + 1000 * secondsOfProof;
  const left = () => (end - performance.now()) / 1000;
  const proofs: RoundProof[] = [];
  for (const [at, { round, triads }] of rounds.entries()) {
    const history = [...problem.history, ...rounds.slice(0, at)];
    const planned: PlannedRound = { round, history, groups: triads };
    const proof = proveRound(highs, problem, planned, left);
    if (!proof.ok) return proof;
    progress(`Round ${round}: ${proof.value.proved ? 'proved' : 'bound'} ${kilometres(proof.value.bound)}`);
    proofs.push(proof.value);
  }
  return ok(proofs);
}

/**
 * Bounds of the solver in place of the search's own where they are higher. A better last round takes the place of the
 * one that was found; a better earlier one might cost the later rounds more.
 */
function withProofs(
  problem: TriadProblem,
  found: TriadPlan,
  rounds: readonly TriadRound[],
  proofs: readonly RoundProof[],
): TriadAnswer {
  const last = proofs.at(-1);
  const before = found.rounds.at(-1);
  const isBetter = last !== undefined && before !== undefined && last.cost < units(before.cost);
  const plan = isBetter
    ? planOf(
        problem,
        [...rounds.slice(0, -1), { round: before.round, triads: last.groups.map((one) => [...one]) }],
        'search',
      )
    : found;
  const proved = plan.rounds.map((round, at) => {
    const bound = Math.max(units(round.bound), proofs[at]?.bound ?? 0);
    return { ...round, bound: bound / unitsInKilometre, proved: bound >= units(round.cost) };
  });
  const bound = Math.max(units(plan.total.bound), boundOfAll(problem, proofs)) / unitsInKilometre;
  return {
    plan: { ...plan, total: { ...plan.total, bound }, rounds: proved },
    proved: proved.every((round) => round.proved),
  };
}

/** Each round costs at least what the first does, which has the shortest history, where none is tied by locks. */
function boundOfAll({ locked = [] }: TriadProblem, proofs: readonly RoundProof[]): number {
  const [first] = proofs;
  return first === undefined || (locked.length > 0 && proofs.length > 1) ? 0 : first.bound * proofs.length;
}

function units(inKilometres: number): number {
  return Math.round(inKilometres * unitsInKilometre);
}

function kilometres(cost: number): string {
  return (cost / unitsInKilometre).toFixed(1);
}
