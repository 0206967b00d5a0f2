import { countingBound } from './counting-bound';
import { lowerBound } from './lower-bound';
import { roundNumbers, unitsInKilometre } from './pair-costs';
import type { TriadPlan } from './plan-schema';
import type { TriadProblem, TriadRound } from './problem';
import { metresBetween } from './rules/near';
import { type Grouping, tableOf } from './table';
import { inKilometres, type MetPair, type WeighedRound, weigh } from './weigh';

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
  const weighed = weigh(problem, rounds);
  const planned = weighed.rounds.map((round, at) => planRound(problem, round, rounds.slice(0, at)));
  const { kilometres, cost, repeatedPairs } = weighed;
  const [only] = planned;
  const bound = planned.length === 1 && only !== undefined ? only.bound : boundOfAll(problem, cost, knownBound);
  const total = { kilometres, cost, bound, repeatedPairs };
  const sizes = rounds.flatMap(({ triads }) => triads.map((triad) => triad.length));
  const counted = (size: number) => sizes.filter((one) => one === size).length;
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
      rules: weighed.rules.filter(({ weight }) => weight > 0),
      worstPairs: worstPairs(weighed.pairs),
      counting,
      says: sentences(problem, total, from, counting.roundsWithoutRepeat),
    },
  };
}

/** A round with the least that it could cost after those before it. */
function planRound(
  problem: TriadProblem,
  { round, kilometres, cost, repeatedPairs, triads }: WeighedRound,
  earlier: readonly TriadRound[],
): TriadPlan['rounds'][number] {
  const units = unitsOf(cost);
  const history = [...problem.history, ...earlier];
  const bound = lowerBound(tableOf({ ...problem, history, rounds: 1 }), units);
  return {
    round,
    kilometres,
    cost,
    repeatedPairs,
    bound: inKilometres(bound),
    proved: bound === units,
    triads: triads.map((triad) => ({ academies: [...triad.academies], kilometres: triad.kilometres })),
  };
}

function boundOfAll(problem: TriadProblem, cost: number, known: number | undefined): number {
  const units = unitsOf(cost);
  return inKilometres(Math.min(units, known ?? lowerBound(tableOf(problem), units)));
}

/** Those that cost most, the dearest first. */
export function worstPairs(pairs: readonly MetPair[]): TriadPlan['explanation']['worstPairs'] {
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

function unitsOf(kilometres: number): number {
  return Math.round(kilometres * unitsInKilometre);
}
