import type { TriadAcademy, TriadProblem, TriadWeights } from '../problem';

/** How often two academies were in one triad before. */
export type TimesMet = (one: string, other: string) => number;

/**
 * One soft rule. The planner knows no rule by name: what a pair costs is the sum of what its rules say, in whole
 * metres of way, so that search and proof count the same.
 */
export interface TriadRule {
  readonly name: string;
  readonly weightOf: (weights: TriadWeights) => number;
  /** The same weights, this rule left out. */
  readonly without: (weights: TriadWeights) => TriadWeights;
  /** How much this pair goes against the rule: 0 for not at all, in units of 1/1000 of its weight. */
  readonly against: (one: TriadAcademy, other: TriadAcademy, problem: TriadProblem, met: TimesMet) => number;
  /** What all pairs together say, e.g. `41 of 60 pairs have met before`. */
  readonly says: (against: number) => string;
}
