import type { TriadRule } from './rule';

/** Academies that are new sit with experienced ones, not with each other. */
export const newcomersBesideExperienced: TriadRule = {
  name: 'newcomers',
  weightOf: ({ newcomers }) => newcomers,
  without: (weights) => ({ ...weights, newcomers: 0 }),
  against: (one, other) => (one.isNew === true && other.isNew === true ? 1000 : 0),
  says: (against) => `${against / 1000} pairs of two newcomers`,
};
