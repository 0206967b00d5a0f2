import type { Stored } from '../../../shared/record';
import type { Academy } from '../../../shared/records/academy';
import type { Triad } from '../../../shared/records/triad';
import { metresBetween } from '../../../shared/triads/rules/near';

interface Partner {
  readonly urn: string;
  readonly name: string;
  /** Straight way; absent where a place is not known. */
  readonly kilometres?: number;
  /** When the two were together before, in a sentence. */
  readonly metBefore?: string;
}

export interface OwnTriad {
  readonly key: string;
  readonly name: string;
  readonly round: number;
  readonly year: string;
  readonly lead?: string;
  readonly academies: readonly Pick<Academy, 'urn' | 'name' | 'easting' | 'northing'>[];
  readonly partners: readonly Partner[];
}

/** The triads that an academy is or was in, the newest first. */
export function ownTriads(
  urn: string,
  triads: readonly Stored<Triad>[],
  academies: readonly Academy[],
): readonly OwnTriad[] {
  const known = new Map(academies.map((academy) => [academy.urn, academy]));
  const mine = triads
    .filter(({ record }) => record.academies.includes(urn))
    .sort((one, other) => order(other.record).localeCompare(order(one.record)));
  return mine.map(({ key, record }, at) => {
    const earlier = mine.slice(at + 1).map((one) => one.record);
    return {
      key,
      name: record.name,
      round: record.round,
      year: record.year,
      ...(record.lead === undefined ? {} : { lead: record.lead.name }),
      academies: record.academies.map((one) => known.get(one) ?? { urn: one, name: one }),
      partners: record.academies.filter((one) => one !== urn).map((one) => partnerOf(urn, one, known, earlier)),
    };
  });
}

function order({ year, round }: Triad): string {
  return `${year} ${String(round).padStart(3, '0')}`;
}

function partnerOf(
  urn: string,
  other: string,
  known: ReadonlyMap<string, Academy>,
  earlier: readonly Triad[],
): Partner {
  const [one, two] = [known.get(urn), known.get(other)];
  const met = earlier.filter(({ academies }) => academies.includes(other));
  const placed = one?.easting !== undefined && two?.easting !== undefined;
  return {
    urn: other,
    name: two?.name ?? other,
    ...(one !== undefined && two !== undefined && placed ? { kilometres: metresBetween(one, two) / 1000 } : {}),
    ...(met.length === 0
      ? {}
      : { metBefore: `Near enough to meet again: you were together in ${met.map(({ year }) => year).join(' and ')}.` }),
  };
}
