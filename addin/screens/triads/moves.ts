import { type PlanDelta, planDelta } from '../../../shared/triads/plan-delta';
import type { TriadProblem, TriadRound } from '../../../shared/triads/problem';
import { byUrn } from '../../../shared/triads/weigh';
import { nameOfRule } from './triad-words';

/** One way to bring an academy into another triad. */
export interface Move {
  readonly id: string;
  /** Who comes back in exchange; absent where the academy just joins. */
  readonly swappedWith?: string;
  readonly rounds: readonly TriadRound[];
  readonly kilometres: number;
  readonly repeatedPairs: number;
  readonly cost: number;
  /** What it touches, in sentences. */
  readonly touches: readonly string[];
  /** A rule that is never broken stands against it. */
  readonly forbidden: boolean;
}

export interface Wanted {
  readonly round: number;
  readonly academy: string;
  /** Place of the triad in its round. */
  readonly to: number;
}

export type Lock = NonNullable<TriadProblem['locked']>[number];

/** All ways to make a wanted move, the cheapest first; forbidden ones last, with what stands against them. */
export function movesTo(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  wanted: Wanted,
  locked: readonly Lock[] = [],
): readonly Move[] {
  const triads = rounds.find(({ round }) => round === wanted.round)?.triads ?? [];
  const from = triads.findIndex((triad) => triad.includes(wanted.academy));
  const source = triads[from];
  const target = triads[wanted.to];
  if (source === undefined || target === undefined || from === wanted.to) return [];
  const fixed = [source, target].some((triad) => isLocked(locked, wanted.round, triad));
  const stays = source.filter((urn) => urn !== wanted.academy);
  const partners: readonly (string | undefined)[] =
    source.length === target.length + 1 ? [undefined, ...target] : target;
  const moves = partners.map((partner): Move => {
    const joined = [...target.filter((urn) => urn !== partner), wanted.academy];
    const left = partner === undefined ? stays : [...stays, partner];
    const changed = triads.map((triad, at) => (at === from ? left : at === wanted.to ? joined : triad));
    const after = rounds.map((one) => (one.round === wanted.round ? { ...one, triads: changed } : one));
    const delta = planDelta({ ...problem, locked: [] }, rounds, after);
    const broken = [
      ...(fixed ? ['One of the two triads is locked.'] : []),
      ...brokenBy(problem, delta, [...left, ...joined]),
    ];
    return {
      id: partner ?? 'joins',
      ...(partner === undefined ? {} : { swappedWith: partner }),
      rounds: after,
      kilometres: delta.kilometres,
      repeatedPairs: delta.repeatedPairs,
      cost: delta.cost,
      touches: broken.length > 0 ? broken : dearerRules(delta),
      forbidden: broken.length > 0,
    };
  });
  return moves.sort((one, other) => Number(one.forbidden) - Number(other.forbidden) || one.cost - other.cost);
}

/** Rules that are never broken, and that the two triads would break. */
function brokenBy(problem: TriadProblem, { breaks }: PlanDelta, concerned: readonly string[]): readonly string[] {
  const academies = byUrn(problem);
  const name = (urn: string): string => academies.get(urn)?.name ?? urn;
  return breaks
    .filter(({ academies: pair }) => pair.every((urn) => concerned.includes(urn)))
    .map(({ rule, academies: [one, other] }) =>
      rule === 'withinHubs'
        ? `${name(one)} and ${name(other)} are in different hubs.`
        : `${name(one)} and ${name(other)} never review each other.`,
    );
}

function dearerRules({ rules }: PlanDelta): readonly string[] {
  return rules.flatMap(({ rule, cost }) =>
    cost > 0.0005 ? [`${nameOfRule(rule)}: costs ${cost.toFixed(1)} more`] : [],
  );
}

export function isLocked(locked: readonly Lock[], round: number, triad: readonly string[]): boolean {
  return locked.some((lock) => lock.round === round && sameMembers(lock.academies, triad));
}

export function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((urn) => other.includes(urn));
}
