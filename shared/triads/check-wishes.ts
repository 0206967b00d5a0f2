import { type Problem, refuse } from '../result';
import { divide, type Forbids } from './feasible';
import { roundShape } from './group-sizes';
import { pairCosts, roundNumbers } from './pair-costs';
import { pairsOf } from './pairs';
import type { TriadProblem } from './problem';

/** Groups that are tried before the search is asked instead. */
const tries = 20_000;

interface Wish {
  readonly path: string;
  readonly sentence: string;
  /** The academies it is about, where it is about two. */
  readonly about: readonly string[];
  readonly dropped: (problem: TriadProblem) => TriadProblem;
}

/** Hard wishes that cannot all be kept: the answer names a smallest set of them that stand against each other. */
export function checkWishes(problem: TriadProblem): Problem | undefined {
  if (!isImpossible(problem)) return undefined;
  const wishes = standingAgainstEachOther(problem);
  const listed = wishes.map(({ sentence }) => sentence).join('; ');
  const sentence =
    wishes.length === 1
      ? `One wish cannot be kept with these academies: ${listed}. Give it up.`
      : `These wishes cannot all be kept: ${listed}. Give up one of them.`;
  const fields = wishes.map((wish) => ({ path: wish.path, sentence: `${wish.sentence}.` }));
  return refuse('invalid', sentence, { fields }).problem;
}

/** Whether it is proved that no round, or not every round, can be grouped. */
function isImpossible(problem: TriadProblem): boolean {
  const locked = new Set((problem.locked ?? []).map(({ round }) => round));
  const numbers = roundNumbers(problem);
  const unlocked = numbers.find((round) => !locked.has(round));
  const different = numbers.filter((round) => locked.has(round) || round === unlocked);
  return different.some((round) => roundIsImpossible(problem, round));
}

function roundIsImpossible(problem: TriadProblem, round: number): boolean {
  const { locked, pools } = roundShape(problem, round);
  const { n, forbidden } = pairCosts(problem, round, []);
  const forbids: Forbids = (one, other) => forbidden[one * n + other] === 1;
  if (locked.some((triad) => pairsOf(triad).some(([one, other]) => forbids(one, other)))) return true;
  return pools.some(({ members, sizes }) => sizes === undefined || divide(members, sizes, forbids, tries) === 'none');
}

function wishesOf(problem: TriadProblem): readonly Wish[] {
  const { academies, apart, locked = [], withinHubs, pairsAllowed } = problem;
  const names = new Map(academies.map(({ urn, name }) => [urn, name]));
  const named = (urns: readonly string[]) => urns.map((urn) => names.get(urn) ?? urn).join(' and ');
  const pairs = apart.flatMap((pair, at) =>
    pair.every((urn) => names.has(urn))
      ? [{ path: `apart.${at}`, sentence: `${named(pair)} stay apart`, about: pair, dropped: withoutPair(pair) }]
      : [],
  );
  const locks = locked.map((lock, at) => ({
    path: `locked.${at}`,
    sentence: `${named(lock.academies)} are locked in round ${lock.round}`,
    about: [],
    dropped: (now: TriadProblem) => ({ ...now, locked: (now.locked ?? []).filter((one) => one !== lock) }),
  }));
  const hubs: Wish = {
    path: 'withinHubs',
    sentence: 'triads keep within hubs',
    about: [],
    dropped: (now) => ({ ...now, withinHubs: false }),
  };
  const noPairs: Wish = {
    path: 'pairsAllowed',
    sentence: 'no pairs',
    about: [],
    dropped: (now) => ({ ...now, pairsAllowed: true }),
  };
  return [...(pairsAllowed ? [] : [noPairs]), ...(withinHubs ? [hubs] : []), ...locks, ...pairs];
}

function withoutPair(pair: readonly string[]): Wish['dropped'] {
  return (now) => ({ ...now, apart: now.apart.filter((one) => one !== pair) });
}

/**
 * Wish after wish is left out as long as the others still stand against each other. Where that ends depends on the
 * order, so several are tried: as given, and with what is about one of the busiest academies left for the end.
 */
function standingAgainstEachOther(problem: TriadProblem): readonly Wish[] {
  const wishes = wishesOf(problem);
  const urns = problem.academies.map(({ urn }) => urn);
  const wishesAbout = (urn: string) => wishes.filter(({ about }) => about.includes(urn)).length;
  const busiest = urns.sort((one, other) => wishesAbout(other) - wishesAbout(one)).slice(0, 3);
  const orders = [
    wishes,
    ...busiest.map((urn) => [
      ...wishes.filter(({ about }) => !about.includes(urn)),
      ...wishes.filter(({ about }) => about.includes(urn)),
    ]),
  ];
  const sets = orders.map((order) => leaveOut(problem, order));
  return sets.reduce((least, set) => (set.length < least.length ? set : least));
}

function leaveOut(problem: TriadProblem, order: readonly Wish[]): readonly Wish[] {
  let rest = problem;
  return order.filter((wish) => {
    const fewer = wish.dropped(rest);
    if (!isImpossible(fewer)) return true;
    rest = fewer;
    return false;
  });
}
