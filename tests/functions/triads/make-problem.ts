import { type TriadProblem, usualWeights } from '../../../shared/triads/problem';

export function urnAt(place: number): string {
  return String(900_001 + place);
}

/** Invented academies along a road, a kilometre from one to the next. */
export function lineOfAcademies(n: number): TriadProblem {
  return {
    academies: Array.from({ length: n }, (_, at) => ({
      urn: urnAt(at),
      name: `Milestone ${at} Primary Academy`,
      easting: 400_000 + 1000 * at,
      northing: 300_000,
    })),
    rounds: 1,
    history: [],
    apart: [],
    withinHubs: false,
    pairsAllowed: false,
    weights: usualWeights,
    seed: 1,
  };
}
