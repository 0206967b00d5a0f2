import type { Highs } from 'highs';
import { ok, type Result } from '../../shared/result';
import { unitsInKilometre } from '../../shared/triads/pair-costs';
import { planOf } from '../../shared/triads/plan-of';
import type { TriadPlan } from '../../shared/triads/plan-schema';
import type { TriadProblem, TriadRound } from '../../shared/triads/problem';
import type { ProofOutcome, ProofTask } from '../ports';
import type { SecondsLeft } from './prove-grouping';
import { boundRounds, proveRound, type RoundProof } from './prove-round';
import { openSolver } from './solver';

/** How good each round of a plan is at best after those before it, and all of them together. */
export async function provePlan(
  { problem, rounds, seconds }: ProofTask,
  progress: (sentence: string) => void,
): Promise<Result<ProofOutcome>> {
  const highs = await openSolver();
  const end = performance.now() + 1000 * seconds;
  const proofs: RoundProof[] = [];
  for (const [at, { round, triads }] of rounds.entries()) {
    const planned = { round, history: [...problem.history, ...rounds.slice(0, at)], groups: triads };
    // Time that one round does not need is the next one's.
    const shares = rounds.length - at + (rounds.length > 1 ? 1 : 0);
    const until = performance.now() + (end - performance.now()) / shares;
    const proof = proveRound(highs, problem, planned, () => (until - performance.now()) / 1000);
    if (!proof.ok) return proof;
    const { proved, bound } = proof.value;
    progress(`Round ${round}: ${proved ? 'proved' : 'no better than'} ${(bound / unitsInKilometre).toFixed(1)}`);
    proofs.push(proof.value);
  }
  const together = boundOfAll(highs, problem, rounds, proofs, () => (end - performance.now()) / 1000);
  return ok(outcomeOf(problem, rounds, proofs, together));
}

/**
 * A better last round takes the place of the one that was planned; a better earlier one might cost the later rounds
 * more than it saves.
 */
function outcomeOf(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  proofs: readonly RoundProof[],
  together: number,
): ProofOutcome {
  const given = planOf(problem, rounds, 'search');
  const last = proofs.at(-1);
  const before = given.rounds.at(-1);
  const isBetter = last !== undefined && before !== undefined && last.cost < unitsOf(before.cost);
  if (!isBetter) return { ...withBounds(given, proofs, together), isBetter };
  const better = { round: before.round, triads: last.groups.map((group) => [...group]) };
  const plan = planOf(problem, [...rounds.slice(0, -1), better], 'search');
  return { ...withBounds(plan, proofs, together), isBetter };
}

/** The solver's bounds in place of the plan's own where they are higher. */
function withBounds(plan: TriadPlan, proofs: readonly RoundProof[], together: number): Omit<ProofOutcome, 'isBetter'> {
  const rounds = plan.rounds.map((round, at) => {
    const bound = Math.max(unitsOf(round.bound), proofs[at]?.bound ?? 0);
    return { ...round, bound: bound / unitsInKilometre, proved: bound >= unitsOf(round.cost) };
  });
  const ofAll = Math.max(unitsOf(plan.total.bound), together) / unitsInKilometre;
  const total = { ...plan.total, bound: Math.min(plan.total.cost, ofAll) };
  return { plan: { ...plan, total, rounds }, proved: total.bound >= total.cost };
}

/**
 * Each round costs at least what the first does, which has the shortest history; several together cost more, as partners
 * run out. Where locks set rounds apart neither holds.
 */
function boundOfAll(
  highs: Highs,
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  proofs: readonly RoundProof[],
  left: SecondsLeft,
): number {
  const [first] = proofs;
  if (first === undefined) return 0;
  if (proofs.length === 1) return first.bound;
  if ((problem.locked ?? []).length > 0) return 0;
  return Math.max(first.bound * proofs.length, boundRounds(highs, problem, rounds, left));
}

function unitsOf(kilometres: number): number {
  return Math.round(kilometres * unitsInKilometre);
}
