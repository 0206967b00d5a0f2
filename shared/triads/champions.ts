import { assign } from './assignment';
import type { TriadAcademy, TriadProblem, TriadRound } from './problem';
import { metresBetween } from './rules/near';

/** An Improvement Champion who may lead workshops. */
export interface TriadChampion {
  readonly key: string;
  readonly name: string;
  readonly academy: string;
  /** Workshops led or promised before these rounds. */
  readonly workshops: number;
}

/** Each academy of a triad is host once, and each review has a workshop. */
export interface WorkshopChampion {
  readonly round: number;
  readonly host: string;
  /** Absent where no champion may come. */
  readonly champion?: string;
  readonly kilometres?: number;
  readonly says: string;
}

/** What counts more than any way: being asked more often than another, then being of the triad, never being the host. */
const never = 1e13;
const onceMore = 1e10;
const ofTriad = 1e7;
/** For a champion whose academy has no place on the map. */
const unknownMetres = 100_000;

/**
 * A champion for each workshop, round after round: from another academy than the host, nobody twice before everybody
 * once, from outside the triad where there are enough, and near. Professional distance holds for champions too.
 */
export function chooseChampions(
  problem: TriadProblem,
  rounds: readonly TriadRound[],
  champions: readonly TriadChampion[],
): readonly WorkshopChampion[] {
  const load = new Map(champions.map(({ key, workshops }) => [key, workshops]));
  return rounds.flatMap((round) => {
    const chosen = chooseForRound(problem, round, champions, load);
    for (const { champion } of chosen) if (champion !== undefined) load.set(champion, (load.get(champion) ?? 0) + 1);
    return chosen;
  });
}

function chooseForRound(
  problem: TriadProblem,
  { round, triads }: TriadRound,
  champions: readonly TriadChampion[],
  load: ReadonlyMap<string, number>,
): readonly WorkshopChampion[] {
  const workshops = triads.flatMap((triad) => triad.map((host) => ({ host, triad })));
  const places = placesOfChampions(champions, load, workshops.length);
  const costs = workshops.map((workshop) => champions.map((champion) => costFor(problem, champion, workshop)));
  const columns = assign(workshops.length, places.length, (row, column) => {
    const place = places[column];
    return place === undefined ? never : (costs[row]?.[place.champion] ?? never) + onceMore * place.load;
  });
  return workshops.map(({ host, triad }, row) => {
    const place = places[columns[row] ?? -1];
    const champion = place === undefined ? undefined : champions[place.champion];
    if (champion === undefined || (costs[row]?.[place?.champion ?? -1] ?? never) >= never)
      return {
        round,
        host,
        says: `No champion of another academy can come to ${nameOf(problem, host)}. Name one more.`,
      };
    return { round, host, champion: champion.key, ...wayOf(problem, champion, host, triad) };
  });
}

/** As many places as workshops could need, each champion's least asked first: everybody once before anybody twice. */
function placesOfChampions(
  champions: readonly TriadChampion[],
  load: ReadonlyMap<string, number>,
  workshops: number,
): readonly { readonly champion: number; readonly load: number }[] {
  // A host's own champion cannot come: so that each workshop still finds a place, everybody has some to spare.
  const each = champions.length === 0 ? 0 : Math.ceil(workshops / champions.length) + 4;
  const loads = champions.map(({ key }) => load.get(key) ?? 0);
  const least = Math.min(...loads);
  const fair = champions.flatMap((_, champion) =>
    Array.from({ length: each }, (_, more) => ({ champion, load: (loads[champion] ?? 0) - least + more })),
  );
  const spare = Math.max(0, workshops - fair.length);
  return [...fair, ...Array.from({ length: spare }, () => ({ champion: -1, load: 0 }))];
}

function costFor(
  problem: TriadProblem,
  { academy }: TriadChampion,
  { host, triad }: { readonly host: string; readonly triad: readonly string[] },
): number {
  const apart = problem.apart.some((pair) => pair.includes(academy) && pair.includes(host));
  if (academy === host || apart) return never;
  return (triad.includes(academy) ? ofTriad : 0) + (metresTo(problem, academy, host) ?? unknownMetres);
}

function wayOf(
  problem: TriadProblem,
  { name, academy }: TriadChampion,
  host: string,
  triad: readonly string[],
): Pick<WorkshopChampion, 'kilometres' | 'says'> {
  const metres = metresTo(problem, academy, host);
  const way = metres === undefined ? '' : `, ${(metres / 1000).toFixed(1)} km away`;
  const place = triad.includes(academy) ? 'of the same triad' : 'from outside the triad';
  return {
    ...(metres === undefined ? {} : { kilometres: metres / 1000 }),
    says: `${name} (${nameOf(problem, academy)}), ${place}${way}.`,
  };
}

function metresTo(problem: TriadProblem, one: string, other: string): number | undefined {
  const [from, to] = [academyOf(problem, one), academyOf(problem, other)];
  const placed = (academy: TriadAcademy | undefined) =>
    academy?.easting !== undefined && academy.northing !== undefined ? academy : undefined;
  const [start, end] = [placed(from), placed(to)];
  return start === undefined || end === undefined ? undefined : metresBetween(start, end);
}

function academyOf({ academies }: TriadProblem, urn: string): TriadAcademy | undefined {
  return academies.find((academy) => academy.urn === urn);
}

function nameOf(problem: TriadProblem, urn: string): string {
  return academyOf(problem, urn)?.name ?? urn;
}
