import { type Problem, refuse } from '../result';
import { lockedIn, roundNumbers } from './pair-costs';
import type { TriadProblem } from './problem';

const fewest = 4;
const mostAtOnce = 100;

/** What cannot be planned from at all: numbers, URNs, coordinates and locks that contradict themselves. */
export function checkProblem(problem: TriadProblem): Problem | undefined {
  return howMany(problem) ?? sameUrn(problem) ?? withoutPlace(problem) ?? wrongLock(problem);
}

function invalid(sentence: string, path: string): Problem {
  return refuse('invalid', sentence, { fields: [{ path, sentence }] }).problem;
}

function howMany({ academies, withinHubs }: TriadProblem): Problem | undefined {
  const n = academies.length;
  if (n < fewest)
    return invalid(`Triads need at least ${fewest} academies to choose from; there are ${n}. Add one.`, 'academies');
  if (!withinHubs && n > mostAtOnce)
    return invalid(
      `${n} academies are more than can be planned at once (${mostAtOnce}). Put them into hubs and keep triads within hubs.`,
      'academies',
    );
  const inHub = (hub: string | undefined) => academies.filter((academy) => academy.hub === hub);
  const hubs = [...new Set(academies.map(({ hub }) => hub))].map((hub) => [hub, inHub(hub)] as const);
  const large = withinHubs ? hubs.find(([, members]) => members.length > mostAtOnce) : undefined;
  if (large === undefined) return undefined;
  const [hub = 'No hub', members] = large;
  return invalid(
    `${hub} has ${members.length} academies, more than can be planned at once (${mostAtOnce}). Divide it into hubs.`,
    'academies',
  );
}

function sameUrn({ academies }: TriadProblem): Problem | undefined {
  const seen = new Map<string, string>();
  for (const [at, { urn, name }] of academies.entries()) {
    const before = seen.get(urn);
    if (before !== undefined)
      return invalid(`${before} and ${name} have the same URN ${urn}. Put one of them right.`, `academies.${at}.urn`);
    seen.set(urn, name);
  }
  return undefined;
}

function withoutPlace({ academies, weights }: TriadProblem): Problem | undefined {
  if (weights.distance === 0) return undefined;
  const missing = academies.flatMap(({ easting, northing }, at) =>
    easting === undefined || northing === undefined ? [at] : [],
  );
  if (missing.length === 0) return undefined;
  const names = missing.map((at) => academies[at]?.name).join(', ');
  const sentence = `Easting and northing are missing for ${names}. Give them, or set the weight of distance to 0.`;
  return refuse('invalid', sentence, {
    fields: missing.map((at) => ({ path: `academies.${at}.easting`, sentence: 'Give easting and northing.' })),
  }).problem;
}

function wrongLock(problem: TriadProblem): Problem | undefined {
  const known = new Set(problem.academies.map(({ urn }) => urn));
  const rounds = roundNumbers(problem);
  for (const [at, { round, academies }] of (problem.locked ?? []).entries()) {
    const path = `locked.${at}`;
    if (!rounds.includes(round))
      return invalid(`A triad is locked in round ${round}, which is not planned here. Take the lock away.`, path);
    const stranger = academies.find((urn) => !known.has(urn));
    if (stranger !== undefined)
      return invalid(`A locked triad names ${stranger}, which is none of these academies. Take it out.`, path);
    if (academies.length < 2 || academies.length > 4)
      return invalid('A locked triad has two to four academies. Put it right or take the lock away.', path);
    const all = lockedIn(problem, round).flat();
    const twice = academies.find((urn) => all.indexOf(urn) !== all.lastIndexOf(urn));
    if (twice !== undefined)
      return invalid(`${nameOf(problem, twice)} is locked twice in round ${round}. Take one of the locks away.`, path);
  }
  return undefined;
}

function nameOf({ academies }: TriadProblem, wanted: string): string {
  return academies.find(({ urn }) => urn === wanted)?.name ?? wanted;
}
