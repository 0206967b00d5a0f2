import { pairsOf } from './pairs';
import { planOf } from './plan-of';
import type { TriadPlan } from './plan-schema';
import type { TriadProblem, TriadRound } from './problem';
import { hardRules } from './rules/hard-rules';

export interface SwapDelta {
  readonly rounds: readonly TriadRound[];
  readonly kilometres: number;
  readonly cost: number;
  readonly repeatedPairs: number;
  /** By how much each rule that counts costs more (or less) than before. */
  readonly rules: readonly { readonly rule: string; readonly cost: number; readonly says: string }[];
  /** Hard rules that the triads would break, e.g. `apart`, with the two academies. */
  readonly breaks: readonly { readonly rule: string; readonly academies: readonly [string, string] }[];
}

/** What changes if two academies of different triads change places in a round: nothing is searched, all is counted. */
export function swapDelta(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  round: number,
  [one, other]: readonly [string, string],
): SwapDelta {
  const places = new Map([
    [one, other],
    [other, one],
  ]);
  const swapped = rounds.map((now) =>
    now.round === round
      ? { round, triads: now.triads.map((triad) => triad.map((urn) => places.get(urn) ?? urn)) }
      : now,
  );
  const before = planOf(problem, rounds, 'search');
  const after = planOf(problem, swapped, 'search');
  const more = (of: (plan: TriadPlan) => number) => Math.round(1000 * (of(after) - of(before))) / 1000;
  return {
    rounds: swapped,
    kilometres: more(({ total }) => total.kilometres),
    cost: more(({ total }) => total.cost),
    repeatedPairs: more(({ total }) => total.repeatedPairs),
    rules: after.explanation.rules.map(({ rule, says }) => ({
      rule,
      cost: more(({ explanation }) => explanation.rules.find((known) => known.rule === rule)?.cost ?? 0),
      says,
    })),
    breaks: brokenRules(problem, swapped),
  };
}

/** Every two that are in one triad although a hard rule forbids it. */
export function brokenRules(problem: TriadProblem, rounds: readonly TriadRound[]): SwapDelta['breaks'] {
  const academies = new Map(problem.academies.map((academy) => [academy.urn, academy]));
  return rounds.flatMap(({ round, triads }) =>
    hardRules
      .map((rule) => rule(problem, round))
      .flatMap(({ name, forbids }) =>
        triads.flatMap(pairsOf).flatMap(([urn, otherUrn]) => {
          const [one, other] = [academies.get(urn), academies.get(otherUrn)];
          return one !== undefined && other !== undefined && forbids(one, other)
            ? [{ rule: name, academies: [urn, otherUrn] as const }]
            : [];
        }),
      ),
  );
}
