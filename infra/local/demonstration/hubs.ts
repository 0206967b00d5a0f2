import type { Academy } from '../../../shared/records/academy';
import type { Hub } from '../../../shared/records/hub';
import type { Entry } from './seeded';

interface Place {
  readonly easting: number;
  readonly northing: number;
}

function placeOf({ easting, northing }: Academy): Place {
  return { easting: easting ?? 0, northing: northing ?? 0 };
}

function metres(one: Place, other: Place): number {
  return Math.hypot(one.easting - other.easting, one.northing - other.northing);
}

/** Three academies that lie far from each other: the hubs are named after their towns. */
function centresOf(academies: readonly Academy[], wanted: number): readonly Academy[] {
  const centres = academies.slice(0, 1);
  while (centres.length < Math.min(wanted, academies.length)) {
    const nearest = (academy: Academy) =>
      Math.min(...centres.map((centre) => metres(placeOf(centre), placeOf(academy))));
    const next = academies.reduce((best, academy) => (nearest(academy) > nearest(best) ? academy : best));
    if (nearest(next) === 0) break;
    centres.push(next);
  }
  return centres;
}

/** Hubs, and the academies with the hub that they lie nearest to. */
export function withHubs(academies: readonly Academy[]): {
  readonly hubs: readonly Entry<Hub>[];
  readonly academies: readonly Academy[];
} {
  const centres = centresOf(academies, 3);
  const keyOf = (centre: Academy) => `hub-${centre.urn}`;
  const nearestTo = (academy: Academy) =>
    centres.reduce((best, centre) =>
      metres(placeOf(centre), placeOf(academy)) < metres(placeOf(best), placeOf(academy)) ? centre : best,
    );
  return {
    hubs: centres.map((centre) => ({
      key: keyOf(centre),
      record: {
        name: `${centre.town ?? centre.name} hub`,
        purpose: 'Academies near enough to walk into each other’s classrooms.',
      },
    })),
    academies: academies.map((academy) => ({ ...academy, hub: keyOf(nearestTo(academy)) })),
  };
}
