import type { TriadRule } from './rule';

/** Partners are new to each other: each time that two have met before counts. */
export const freshPartners: TriadRule = {
  name: 'repeats',
  weightOf: ({ repeats }) => repeats,
  without: (weights) => ({ ...weights, repeats: 0 }),
  against: (one, other, _problem, met) => 1000 * met(one.urn, other.urn),
  says: (against) =>
    against === 0 ? 'nobody meets anybody again' : `pairs had met ${against / 1000} times before, all added up`,
};
