import type { TriadAcademy } from '../problem';
import type { TriadRule } from './rule';

/** Straight way in whole metres; 0 where it is not known. */
export function metresBetween(one: TriadAcademy, other: TriadAcademy): number {
  const { easting: east, northing: north } = one;
  const { easting: otherEast, northing: otherNorth } = other;
  if (east === undefined || north === undefined || otherEast === undefined || otherNorth === undefined) return 0;
  return Math.round(Math.hypot(east - otherEast, north - otherNorth));
}

/** Academies of a triad lie near each other. */
export const near: TriadRule = {
  name: 'distance',
  weightOf: ({ distance }) => distance,
  without: (weights) => ({ ...weights, distance: 0 }),
  against: metresBetween,
  says: (against) => `${(against / 1000).toFixed(1)} km between the academies of all triads`,
};
