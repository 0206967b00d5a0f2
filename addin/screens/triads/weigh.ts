import { timesMet } from '../../../shared/triads/pair-costs';
import { pairsOf } from '../../../shared/triads/pairs';
import type { TriadAcademy, TriadProblem, TriadRound } from '../../../shared/triads/problem';
import { triadRules } from '../../../shared/triads/rules';
import { metresBetween } from '../../../shared/triads/rules/near';

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
  readonly cost: number;
  readonly says: string;
}

/** What triads come to, with whatever was moved by hand: counted exactly as the planner counts. */
export interface Weighed {
  readonly kilometres: number;
  readonly cost: number;
  readonly freshPairs: number;
  readonly repeatedPairs: number;
  readonly rules: readonly WeighedRule[];
  readonly rounds: readonly WeighedRound[];
}

export function weigh(problem: TriadProblem, rounds: readonly TriadRound[]): Weighed {
  const academies = byUrn(problem);
  const againstOf = rounds.map(({ triads }, at) => {
    const met = timesMet(before(problem, rounds, at));
    const pairs = triads.flatMap((triad) => known(triad, academies));
    return triadRules.map((rule) => pairs.map(([one, other]) => rule.against(one, other, problem, met)));
  });
  const costIn = (at: number, rule: number): number => {
    const weight = triadRules[rule]?.weightOf(problem.weights) ?? 0;
    return sumOf(againstOf[at]?.[rule] ?? [], (one) => Math.round(weight * one)) / 1000;
  };
  const weighed = rounds.map((round, at) => ({
    ...weighRound(round, timesMet(before(problem, rounds, at)), academies),
    cost: sumOf(
      triadRules.map((_rule, place) => costIn(at, place)),
      (one) => one,
    ),
  }));
  const rules = triadRules.map((rule, place) => ({
    rule: rule.name,
    cost: sumOf(
      rounds.map((_round, at) => costIn(at, place)),
      (one) => one,
    ),
    says: rule.says(sumOf(againstOf, (ofRules) => sumOf(ofRules[place] ?? [], (one) => one))),
  }));
  const repeatedPairs = sumOf(weighed, (round) => round.repeatedPairs);
  const pairs = sumOf(rounds, ({ triads }) => sumOf(triads, (triad) => pairsOf(triad).length));
  return {
    kilometres: sumOf(weighed, (round) => round.kilometres),
    cost: sumOf(rules, ({ cost }) => cost),
    freshPairs: pairs - repeatedPairs,
    repeatedPairs,
    rules,
    rounds: weighed,
  };
}

/** What lies before a planned round: the history, and the rounds planned before it. */
function before({ history }: TriadProblem, rounds: readonly TriadRound[], at: number): readonly TriadRound[] {
  return [...history, ...rounds.slice(0, at)];
}

function weighRound(
  { round, triads }: TriadRound,
  met: (one: string, other: string) => number,
  academies: ReadonlyMap<string, TriadAcademy>,
): Omit<WeighedRound, 'cost'> {
  const weighed = triads.map((triad) => ({
    academies: triad,
    kilometres: sumOf(known(triad, academies), ([one, other]) => metresBetween(one, other)) / 1000,
    repeats: pairsOf(triad).filter(([one, other]) => met(one, other) > 0),
  }));
  return {
    round,
    kilometres: sumOf(weighed, ({ kilometres }) => kilometres),
    repeatedPairs: sumOf(weighed, ({ repeats }) => repeats.length),
    triads: weighed,
  };
}

function known(triad: readonly string[], academies: ReadonlyMap<string, TriadAcademy>) {
  return pairsOf(
    triad.flatMap((urn) => {
      const academy = academies.get(urn);
      return academy === undefined ? [] : [academy];
    }),
  );
}

export function byUrn({ academies }: Pick<TriadProblem, 'academies'>): ReadonlyMap<string, TriadAcademy> {
  return new Map(academies.map((academy) => [academy.urn, academy]));
}

export function sumOf<T>(many: readonly T[], of: (one: T) => number): number {
  return many.reduce((sum, one) => sum + of(one), 0);
}
