import type { ProofOutcome } from '../../../functions/ports';
import { provePlan } from '../../../functions/triads/prove-plan';
import type { Result } from '../../../shared/result';
import { unitsInKilometre } from '../../../shared/triads/pair-costs';
import { startTriads, type TriadSearch, usualMoves } from '../../../shared/triads/plan';
import type { TriadProblem } from '../../../shared/triads/problem';

export interface TriadTask {
  readonly problem: TriadProblem;
  /** So long the search goes on; without it for so many moves as usually find the best. */
  readonly seconds?: number;
}

type Tell = (sentence: string) => void;

/** How `planAndProve` is run: on a thread of its own, so that progress shows and Ctrl-C works. */
export type PlanTriads = (task: TriadTask, progress: Tell) => Promise<Result<ProofOutcome>>;

const movesOfStep = 500_000;
const secondsOfProof = 30;

/** The best plan that search finds, then how good each of its rounds is at best. */
export async function planAndProve({ problem, seconds }: TriadTask, progress: Tell): Promise<Result<ProofOutcome>> {
  const started = startTriads(problem);
  if (!started.ok) return started;
  const search = started.value;
  searchOn(search, problem, seconds, progress);
  const found = search.plan();
  progress(`Proving how good ${kilometres(search.cost())} is …`);
  const rounds = found.rounds.map(({ round, triads }) => ({ round, triads: triads.map(({ academies }) => academies) }));
  const proof = await provePlan({ problem, rounds, seconds: secondsOfProof }, progress);
  if (!proof.ok || proof.value.isBetter) return proof;
  const { plan } = proof.value;
  // Where the plan comes from is the search's to say.
  return { ok: true, value: { ...proof.value, plan: { ...plan, explanation: found.explanation } } };
}

function searchOn(search: TriadSearch, problem: TriadProblem, seconds: number | undefined, progress: Tell): void {
  const end = performance.now() + 1000 * (seconds ?? 0);
  const most = usualMoves(problem);
  const goesOn = () => (seconds === undefined ? search.moves() < most : performance.now() < end);
  progress(`Searching: ${kilometres(search.cost())} to begin with`);
  while (!search.finished() && goesOn()) {
    if (search.step(movesOfStep)) progress(`Searching: ${kilometres(search.cost())}`);
  }
}

function kilometres(cost: number): string {
  return (cost / unitsInKilometre).toFixed(1);
}
