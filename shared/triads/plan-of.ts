import { countingBound } from './counting-bound';
import { lowerBound } from './lower-bound';
import { roundNumbers, timesMet, unitsInKilometre } from './pair-costs';
import { pairsOf } from './pairs';
import type { RuleCost, TriadPlan } from './plan-schema';
import type { TriadAcademy, TriadProblem, TriadRound } from './problem';
import { triadRules } from './rules';
import { metresBetween } from './rules/near';
import { type Grouping, tableOf } from './table';

const worst = 5;

/** Triads as they would be written into the history. */
export function roundsOf(problem: TriadProblem, grouping: Grouping): readonly TriadRound[] {
  const urn = (place: number) => problem.academies[place]?.urn ?? '';
  const numbers = roundNumbers(problem);
  return grouping.map((groups, at) => ({
    round: numbers[at] ?? 0,
    triads: groups
      .map((group) => [...group].sort((one, other) => one - other))
      .sort(([one = 0], [other = 0]) => one - other)
      .map((group) => group.map(urn)),
  }));
}

/** A pair of a plan with what it costs there. */
interface MetPair {
  readonly round: number;
  readonly one: TriadAcademy;
  readonly other: TriadAcademy;
  /** How often they met before this round. */
  readonly before: number;
  readonly cost: number;
  readonly against: readonly number[];
}

/**
 * Any rounds of triads, found by search or made by hand, with all their numbers: what they cost by each rule and how
 * little they could cost at least. Whoever knows a bound of all rounds, in thousandths of a kilometre, gives it.
 */
export function planOf(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  from: TriadPlan['explanation']['from'],
  knownBound?: number,
): TriadPlan {
  const pairs = rounds.flatMap((round, at) => pairsOfRound(problem, round, rounds.slice(0, at)));
  const planned = rounds.map((round, at) => planRound(problem, round, rounds.slice(0, at), pairs));
  const sum = (of: (round: TriadPlan['rounds'][number]) => number) => planned.reduce((all, one) => all + of(one), 0);
  const cost = inKilometres(pairs.reduce((all, pair) => all + pair.cost, 0));
  const [only] = planned;
  const bound = planned.length === 1 && only !== undefined ? only.bound : boundOfAll(problem, cost, knownBound);
  const total = {
    kilometres: rounded(sum(({ kilometres }) => kilometres)),
    cost,
    bound,
    repeatedPairs: sum(({ repeatedPairs }) => repeatedPairs),
  };
  const sizes = rounds.flatMap(({ triads }) => triads.map((triad) => triad.length));
  const counted = (size: number) => sizes.filter((one) => one === size).length;
  const rules = ruleCosts(problem, pairs);
  const counting = {
    roundsWithoutRepeat: countingBound(problem),
    triads: counted(3),
    fours: counted(4),
    pairs: counted(2),
  };
  return {
    academies: problem.academies.map(({ urn, name }) => ({ urn, name })),
    total,
    rounds: planned,
    explanation: {
      from,
      rules,
      worstPairs: worstPairs(pairs),
      counting,
      says: sentences(problem, total, from, counting.roundsWithoutRepeat),
    },
  };
}

function pairsOfRound(problem: TriadProblem, round: TriadRound, earlier: readonly TriadRound[]): readonly MetPair[] {
  const met = timesMet([...problem.history, ...earlier]);
  const academies = new Map(problem.academies.map((academy) => [academy.urn, academy]));
  const weights = triadRules.map(({ weightOf }) => weightOf(problem.weights));
  return round.triads.flatMap(pairsOf).flatMap(([urn, otherUrn]) => {
    const one = academies.get(urn);
    const other = academies.get(otherUrn);
    if (one === undefined || other === undefined) return [];
    const against = triadRules.map((rule) => rule.against(one, other, problem, met));
    const cost = against.reduce((sum, by, rule) => sum + Math.round((weights[rule] ?? 0) * by), 0);
    return [{ round: round.round, one, other, before: met(urn, otherUrn), cost, against }];
  });
}

function planRound(
  problem: TriadProblem,
  { round, triads }: TriadRound,
  earlier: readonly TriadRound[],
  pairs: readonly MetPair[],
): TriadPlan['rounds'][number] {
  const own = pairs.filter((pair) => pair.round === round);
  const units = own.reduce((sum, { cost }) => sum + cost, 0);
  const history = [...problem.history, ...earlier];
  const bound = lowerBound(tableOf({ ...problem, history, rounds: 1 }), units);
  const inTriad = (triad: readonly string[]) => own.filter(({ one }) => triad.includes(one.urn));
  return {
    round,
    kilometres: metresOf(own),
    cost: inKilometres(units),
    repeatedPairs: own.filter(({ before }) => before > 0).length,
    bound: inKilometres(bound),
    proved: bound === units,
    triads: triads.map((triad) => ({ academies: [...triad], kilometres: metresOf(inTriad(triad)) })),
  };
}

function metresOf(pairs: readonly MetPair[]): number {
  return inKilometres(pairs.reduce((sum, { one, other }) => sum + metresBetween(one, other), 0));
}

function boundOfAll(problem: TriadProblem, cost: number, known: number | undefined): number {
  const units = Math.round(cost * unitsInKilometre);
  return inKilometres(Math.min(units, known ?? lowerBound(tableOf(problem), units)));
}

function ruleCosts(problem: TriadProblem, pairs: readonly MetPair[]): RuleCost[] {
  return triadRules.flatMap(({ name, weightOf, says }, rule) => {
    const weight = weightOf(problem.weights);
    const against = pairs.reduce((sum, pair) => sum + (pair.against[rule] ?? 0), 0);
    const units = pairs.reduce((sum, pair) => sum + Math.round(weight * (pair.against[rule] ?? 0)), 0);
    return weight === 0 ? [] : [{ rule: name, weight, cost: inKilometres(units), says: says(against) }];
  });
}

function worstPairs(pairs: readonly MetPair[]): TriadPlan['explanation']['worstPairs'] {
  return [...pairs]
    .filter(({ cost }) => cost > 0)
    .sort((one, other) => other.cost - one.cost)
    .slice(0, worst)
    .map(({ round, one, other, before, cost }) => {
      const metres = metresBetween(one, other);
      const apart = `${one.name} and ${other.name} are ${(metres / 1000).toFixed(1)} km apart`;
      const again = before === 0 ? '' : ` and have met ${before === 1 ? 'once' : `${before} times`} before`;
      return {
        round,
        academies: [one.urn, other.urn],
        kilometres: inKilometres(metres),
        cost: inKilometres(cost),
        says: `Round ${round}: ${apart}${again}.`,
      };
    });
}

function sentences(
  problem: TriadProblem,
  { kilometres, cost, bound, repeatedPairs }: TriadPlan['total'],
  from: TriadPlan['explanation']['from'],
  most: number,
): string[] {
  const rounds = problem.rounds === 1 ? 'One round' : `${problem.rounds} rounds`;
  const again =
    repeatedPairs === 0 ? 'nobody meets anybody again' : `${count(repeatedPairs, 'pair')} meet who have met before`;
  const gap = bound > 0 ? ((cost - bound) / bound) * 100 : 0;
  return [
    `${rounds}: ${kilometres.toFixed(1)} km between partners, ${again}.`,
    cost === bound
      ? 'No plan with these wishes costs less.'
      : `No plan with these wishes costs less than ${bound.toFixed(1)}; this one costs ${cost.toFixed(1)}${bound > 0 ? `, ${gap.toFixed(1)} % more` : ''}.`,
    from === 'search' ? 'Found by search.' : 'Built from a known system in which no pair meets twice.',
    `By counting, at most ${count(most, 'round')} with groups of these sizes can go without a repeated pair.`,
  ];
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** Whole units as kilometres. */
function inKilometres(units: number): number {
  return units / unitsInKilometre;
}

function rounded(kilometres: number): number {
  return Math.round(kilometres * unitsInKilometre) / unitsInKilometre;
}
