import { coverage, membersOf } from '../../../shared/meetings/audience';
import type { Stored } from '../../../shared/record';
import type { Academy } from '../../../shared/records/academy';
import type { Network } from '../../../shared/records/network';
import type { Person } from '../../../shared/records/person';

/** A network with what follows from its audience rule. */
export interface NetworkCard {
  readonly key: string;
  readonly network: Network;
  readonly members: readonly Person[];
  readonly covered: number;
  readonly of: number;
  /** Names of academies that nobody stands for. */
  readonly missing: readonly string[];
}

/** Networks by name, those that meet this year first. */
export function networkCards(
  networks: readonly Stored<Network>[],
  people: readonly Person[],
  academies: readonly Academy[],
): readonly NetworkCard[] {
  const ours = academies.filter(({ leftOn }) => leftOn === undefined);
  const cards = networks.map(({ key, record }): NetworkCard => {
    const members = membersOf(record, people);
    const { covered, missing } = coverage(members, ours);
    return {
      key,
      network: record,
      members,
      covered: covered.length,
      of: ours.length,
      missing: missing.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'en-GB')),
    };
  });
  return cards.sort(
    (one, other) =>
      Number(other.network.active) - Number(one.network.active) ||
      one.network.name.localeCompare(other.network.name, 'en-GB', { numeric: true }),
  );
}

/**
 * The audience rule in words.
 *
 * @example audienceOf({ yearGroup: 'Year 2' }) // 'Everybody who teaches Year 2'
 */
export function audienceOf({
  yearGroup,
  responsibility,
  level,
  also,
  not,
}: Pick<Network, 'yearGroup' | 'responsibility' | 'level' | 'also' | 'not'>): string {
  const rules = [
    ...(yearGroup === undefined ? [] : [`who teaches ${yearGroup}`]),
    ...(responsibility === undefined ? [] : [`who is ${responsibility}`]),
    ...(level === undefined ? [] : [`at the level of ${level}`]),
  ];
  const byName = (also ?? []).length;
  const left = (not ?? []).length;
  const everybody = rules.length === 0 ? '' : `Everybody ${rules.join(' or ')}`;
  const named = byName === 0 ? '' : `${everybody === '' ? '' : ', and '}${byName} by name`;
  return `${everybody}${named}${left === 0 ? '' : `, without ${left} by name`}`;
}

/** How often, how long and when, in words. */
export function rhythmOf({ timesPerHalfTerm, minutes, preferredDays, where }: Network): string {
  const times = timesPerHalfTerm === 1 ? 'Once' : timesPerHalfTerm === 2 ? 'Twice' : `${timesPerHalfTerm} times`;
  const days = preferredDays.length === 0 ? 'any day' : preferredDays.join(', ');
  return `${times} a half-term, ${minutes} minutes, ${days}; ${where}`;
}
