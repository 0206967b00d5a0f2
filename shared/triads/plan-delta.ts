import { pairsOf } from './pairs';
import type { TriadProblem, TriadRound } from './problem';
import { hardRules } from './rules/hard-rules';
import { byUrn, weigh } from './weigh';

/** What a change of triads makes of a plan: nothing is searched, all is counted. */
export interface PlanDelta {
  readonly rounds: readonly TriadRound[];
  readonly kilometres: number;
  readonly cost: number;
  readonly repeatedPairs: number;
  /** By how much each rule costs more (or less) than before. */
  readonly rules: readonly { readonly rule: string; readonly cost: number; readonly says: string }[];
  /** Hard rules that the triads would break, e.g. `apart`, with the two academies. */
  readonly breaks: readonly { readonly rule: string; readonly academies: readonly [string, string] }[];
}

/** What changes if these triads take the place of those. */
export function planDelta(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  changed: readonly TriadRound[],
): PlanDelta {
  const before = weigh(problem, rounds);
  const after = weigh(problem, changed);
  const more = (now: number, then: number) => Math.round(1000 * (now - then)) / 1000;
  return {
    rounds: changed,
    kilometres: more(after.kilometres, before.kilometres),
    cost: more(after.cost, before.cost),
    repeatedPairs: after.repeatedPairs - before.repeatedPairs,
    rules: after.rules.map(({ rule, cost, says }, at) => ({
      rule,
      cost: more(cost, before.rules[at]?.cost ?? 0),
      says,
    })),
    breaks: brokenRules(problem, changed),
  };
}

/** What changes if two academies of different triads change places in a round. */
export function swapDelta(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  round: number,
  [one, other]: readonly [string, string],
): PlanDelta {
  const places = new Map([
    [one, other],
    [other, one],
  ]);
  const swapped = rounds.map((now) =>
    now.round === round
      ? { round, triads: now.triads.map((triad) => triad.map((urn) => places.get(urn) ?? urn)) }
      : now,
  );
  return planDelta(problem, rounds, swapped);
}

/** Every two that are in one triad although a hard rule forbids it. */
function brokenRules(problem: TriadProblem, rounds: readonly TriadRound[]): PlanDelta['breaks'] {
  const academies = byUrn(problem);
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
