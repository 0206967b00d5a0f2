import { pairsOf } from './pairs';
import { firstRound, type TriadProblem, type TriadRound } from './problem';
import { triadRules } from './rules';
import { hardRules } from './rules/hard-rules';
import type { TimesMet } from './rules/rule';

/** What each pair of academies costs in a round, by their places in `problem.academies`: `costs[one * n + other]`. */
export interface PairCosts {
  readonly n: number;
  /** Whole numbers, thousandths of a kilometre. Both halves are filled. */
  readonly costs: Int32Array;
  /** 1 where the two may not be in one triad: apart, in different hubs, or one of them locked in without the other. */
  readonly forbidden: Uint8Array;
}

/** What the numbers of `PairCosts` are counted in: so many make a kilometre. */
export const unitsInKilometre = 1000;

/**
 * One matrix from all rules. `history` is what came before this round: the problem's own history and, for several
 * rounds, the rounds planned before it.
 *
 * @example pairCosts(problem, 1, problem.history)
 */
export function pairCosts(problem: TriadProblem, round: number, history: readonly TriadRound[]): PairCosts {
  const { academies, weights } = problem;
  const n = academies.length;
  const costs = new Int32Array(n * n);
  const met = timesMet(history);
  const inForce = triadRules
    .map(({ weightOf, against }) => ({ weight: weightOf(weights), against }))
    .filter(({ weight }) => weight > 0);
  for (const [at, one] of academies.entries())
    for (const [place, other] of academies.slice(0, at).entries()) {
      const cost = inForce.reduce(
        (sum, { weight, against }) => sum + Math.round(weight * against(one, other, problem, met)),
        0,
      );
      costs[at * n + place] = cost;
      costs[place * n + at] = cost;
    }
  return { n, costs, forbidden: forbiddenPairs(problem, round) };
}

export function timesMet(history: readonly TriadRound[]): TimesMet {
  const times = new Map<string, number>();
  for (const [one, other] of history.flatMap(({ triads }) => triads.flatMap(pairsOf)))
    times.set(keyOf(one, other), (times.get(keyOf(one, other)) ?? 0) + 1);
  return (one, other) => times.get(keyOf(one, other)) ?? 0;
}

function keyOf(one: string, other: string): string {
  return one < other ? one + other : other + one;
}

function forbiddenPairs(problem: TriadProblem, round: number): Uint8Array {
  const { academies } = problem;
  const rules = hardRules.map((rule) => rule(problem, round));
  const forbidden = new Uint8Array(academies.length ** 2);
  for (const [at, one] of academies.entries())
    for (const [place, other] of academies.entries())
      if (at !== place && rules.some(({ forbids }) => forbids(one, other)))
        forbidden[at * academies.length + place] = 1;
  return forbidden;
}

/** Where each academy stands in `problem.academies`, by URN. */
export function placesOf({ academies }: Pick<TriadProblem, 'academies'>): ReadonlyMap<string, number> {
  return new Map(academies.map(({ urn }, place) => [urn, place]));
}

export function lockedIn({ locked = [] }: Pick<TriadProblem, 'locked'>, round: number): readonly (readonly string[])[] {
  return locked.filter((lock) => lock.round === round).map(({ academies }) => academies);
}

/** The numbers of the rounds to be planned. */
export function roundNumbers(problem: TriadProblem): readonly number[] {
  const first = firstRound(problem);
  return Array.from({ length: problem.rounds }, (_, at) => first + at);
}
