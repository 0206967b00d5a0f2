import type { Academy } from '../records/academy';
import type { Triad } from '../records/triad';
import type { Trust } from '../records/trust';
import { type TriadAcademy, type TriadProblem, type TriadRound, usualWeights } from './problem';

/** What our lists say about triads. */
export interface TriadLists {
  readonly academies: readonly Academy[];
  readonly triads: readonly Triad[];
  readonly trust: Trust | undefined;
  /** Whoever joined after this day is new to the trust. */
  readonly newSince: string;
}

/** One round with the usual weights: what is asked for further is up to the trust office. */
export function problemFromLists({ academies, triads, trust, newSince }: TriadLists): TriadProblem {
  const present = academies.filter(({ leftOn }) => leftOn === undefined);
  const urns = new Set(present.map(({ urn }) => urn));
  return {
    academies: [...present]
      .sort((one, other) => (one.urn < other.urn ? -1 : 1))
      .map((academy) => academyOf(academy, newSince)),
    rounds: 1,
    history: historyOf(triads),
    apart: (trust?.neverTogether ?? [])
      .filter(({ one, other }) => one !== other && urns.has(one) && urns.has(other))
      .map(({ one, other }) => [one, other]),
    withinHubs: false,
    pairsAllowed: trust?.pairsAllowed === true,
    weights: usualWeights,
    seed: 1,
  };
}

function academyOf(academy: Academy, newSince: string): TriadAcademy {
  const { urn, name, easting, northing, phase, lowAge, highAge, hub, joinedOn, strengths, needs } = academy;
  return {
    urn,
    name,
    ...(easting === undefined || northing === undefined ? {} : { easting, northing }),
    ...(phase === undefined ? {} : { phase }),
    ...(lowAge === undefined ? {} : { lowAge }),
    ...(highAge === undefined ? {} : { highAge }),
    ...(hub === undefined ? {} : { hub }),
    ...(strengths === undefined ? {} : { strengths }),
    ...(needs === undefined ? {} : { needs }),
    ...(joinedOn !== undefined && joinedOn > newSince ? { isNew: true } : {}),
  };
}

function historyOf(triads: readonly Triad[]): TriadRound[] {
  const numbers = [...new Set(triads.map(({ round }) => round))].sort((one, other) => one - other);
  return numbers.map((number) => ({
    round: number,
    triads: triads.filter(({ round }) => round === number).map(({ academies }) => [...academies]),
  }));
}
