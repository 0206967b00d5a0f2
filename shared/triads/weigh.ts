import { timesMet, unitsInKilometre } from './pair-costs';
import { pairsOf } from './pairs';
import type { TriadAcademy, TriadProblem, TriadRound } from './problem';
import { triadRules } from './rules';
import { metresBetween } from './rules/near';

/** A pair of a plan with what it costs there. */
export interface MetPair {
  readonly round: number;
  readonly one: TriadAcademy;
  readonly other: TriadAcademy;
  /** How often they met before this round. */
  readonly before: number;
  /** In whole units, all rules together. */
  readonly cost: number;
  /** How much it goes against each rule. */
  readonly against: readonly number[];
}

/** Every pair of these rounds, in their order. Pairs with an academy that the problem does not know are left out. */
function metPairs(problem: TriadProblem, rounds: readonly TriadRound[]): readonly MetPair[] {
  const academies = byUrn(problem);
  const weights = triadRules.map(({ weightOf }) => weightOf(problem.weights));
  return rounds.flatMap(({ round, triads }, at) => {
    const met = timesMet([...problem.history, ...rounds.slice(0, at)]);
    return triads.flatMap(pairsOf).flatMap(([urn, otherUrn]): readonly MetPair[] => {
      const one = academies.get(urn);
      const other = academies.get(otherUrn);
      if (one === undefined || other === undefined) return [];
      const against = triadRules.map((rule) => rule.against(one, other, problem, met));
      const cost = sumOf(against.map((by, rule) => Math.round((weights[rule] ?? 0) * by)));
      return [{ round, one, other, before: met(urn, otherUrn), cost, against }];
    });
  });
}

export interface WeighedTriad {
  readonly academies: readonly string[];
  readonly kilometres: number;
  /** Pairs that have met before this round. */
  readonly repeats: readonly (readonly [string, string])[];
}

export interface WeighedRound {
  readonly round: number;
  readonly kilometres: number;
  readonly repeatedPairs: number;
  readonly cost: number;
  readonly triads: readonly WeighedTriad[];
}

export interface WeighedRule {
  readonly rule: string;
  readonly weight: number;
  readonly cost: number;
  readonly says: string;
}

/** What rounds of triads come to, found by search or made by hand: kilometres, and costs in the weighted unit. */
export interface Weighed {
  readonly pairs: readonly MetPair[];
  readonly kilometres: number;
  readonly cost: number;
  readonly freshPairs: number;
  readonly repeatedPairs: number;
  readonly rules: readonly WeighedRule[];
  readonly rounds: readonly WeighedRound[];
}

export function weigh(problem: TriadProblem, rounds: readonly TriadRound[]): Weighed {
  const pairs = metPairs(problem, rounds);
  const repeatedPairs = pairs.filter(({ before }) => before > 0).length;
  return {
    pairs,
    kilometres: kilometresOf(pairs),
    cost: inKilometres(sumOf(pairs.map(({ cost }) => cost))),
    freshPairs: pairs.length - repeatedPairs,
    repeatedPairs,
    rules: triadRules.map(({ name, weightOf, says }, rule) => {
      const weight = weightOf(problem.weights);
      const against = pairs.map((pair) => pair.against[rule] ?? 0);
      const units = sumOf(against.map((by) => Math.round(weight * by)));
      return { rule: name, weight, cost: inKilometres(units), says: says(sumOf(against)) };
    }),
    rounds: rounds.map((round) =>
      weighRound(
        round,
        pairs.filter((pair) => pair.round === round.round),
      ),
    ),
  };
}

function weighRound({ round, triads }: TriadRound, pairs: readonly MetPair[]): WeighedRound {
  return {
    round,
    kilometres: kilometresOf(pairs),
    repeatedPairs: pairs.filter(({ before }) => before > 0).length,
    cost: inKilometres(sumOf(pairs.map(({ cost }) => cost))),
    triads: triads.map((triad) => {
      const own = pairs.filter(({ one }) => triad.includes(one.urn));
      const repeats = own.filter(({ before }) => before > 0);
      return {
        academies: triad,
        kilometres: kilometresOf(own),
        repeats: repeats.map(({ one, other }) => [one.urn, other.urn] as const),
      };
    }),
  };
}

function kilometresOf(pairs: readonly MetPair[]): number {
  return inKilometres(sumOf(pairs.map(({ one, other }) => metresBetween(one, other))));
}

/** Whole units, which are metres too, as kilometres. */
export function inKilometres(units: number): number {
  return units / unitsInKilometre;
}

export function byUrn({ academies }: Pick<TriadProblem, 'academies'>): ReadonlyMap<string, TriadAcademy> {
  return new Map(academies.map((academy) => [academy.urn, academy]));
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
