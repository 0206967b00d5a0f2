import { type Pool, roundShape } from './group-sizes';
import { timesMet } from './pair-costs';
import { countPairs } from './pairs';
import { firstRound, type TriadProblem } from './problem';

/** For twelve, counting promises a fifth round; there is none (proved by trying all). */
const known: ReadonlyMap<number, number> = new Map([[12, 4]]);

/**
 * No plan can have more further rounds in which nobody meets anybody again: pairs that have not met are counted, those
 * that must stay apart left out, hub by hub where triads keep within hubs.
 */
export function countingBound(problem: TriadProblem): number {
  const { pools } = roundShape({ ...problem, locked: [] }, firstRound(problem));
  return Math.min(...pools.map((pool) => boundOfPool(problem, pool)));
}

function boundOfPool(problem: TriadProblem, { members, sizes = [] }: Pool): number {
  const met = timesMet(problem.history);
  const apart = new Set(problem.apart.flatMap(([one, other]) => [one + other, other + one]));
  const urns = members.map((place) => problem.academies[place]?.urn ?? '');
  const fresh = urns.map(
    (one) => urns.filter((other) => other !== one && met(one, other) === 0 && !apart.has(one + other)).length,
  );
  const pairs = fresh.reduce((sum, partners) => sum + partners, 0) / 2;
  // Of a group of the next round, everybody comes from another group of this one.
  const following = sizes.length < Math.max(...sizes) ? 1 : Number.POSITIVE_INFINITY;
  const inRound = sizes.reduce((sum, size) => sum + countPairs(size), 0);
  return Math.min(
    following,
    Math.floor(pairs / Math.max(1, inRound)),
    Math.floor(Math.min(...fresh) / Math.max(1, Math.min(...sizes) - 1)),
    known.get(members.length) ?? Number.POSITIVE_INFINITY,
  );
}
