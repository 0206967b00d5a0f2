import { coverage, hasYearGroup, membersOf } from '../../../shared/meetings/audience';
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
  /** Names of academies that do not have this network's year group, so that nobody is missed there. */
  readonly without: readonly string[];
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
    const { yearGroup } = record;
    const isMissed = (academy: Academy): boolean => yearGroup === undefined || hasYearGroup(academy, yearGroup);
    const missed = missing.filter(isMissed);
    return {
      key,
      network: record,
      members,
      covered: covered.length,
      of: covered.length + missed.length,
      missing: namesOf(missed),
      without: namesOf(missing.filter((academy) => !isMissed(academy))),
    };
  });
  return cards.sort(
    (one, other) =>
      Number(other.network.active) - Number(one.network.active) ||
      one.network.name.localeCompare(other.network.name, 'en-GB', { numeric: true }),
  );
}

function namesOf(academies: readonly Academy[]): readonly string[] {
  return academies.map(({ name }) => name).sort((one, other) => one.localeCompare(other, 'en-GB'));
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
    ...(responsibility === undefined ? [] : [`who is ${withArticle(responsibility)}`]),
    ...(level === undefined ? [] : [`at the level of ${level}`]),
  ];
  const byName = (also ?? []).length;
  const left = (not ?? []).length;
  const everybody = rules.length === 0 ? '' : `Everybody ${rules.join(' or ')}`;
  const named = byName === 0 ? '' : `${everybody === '' ? '' : ', and '}${byName} by name`;
  return `${everybody}${named}${left === 0 ? '' : `, without ${left} by name`}`;
}

/** "SENCo" is said as a word, and so needs no "an". */
function withArticle(responsibility: string): string {
  return `${/^[aeio]/i.test(responsibility) ? 'an' : 'a'} ${responsibility}`;
}

/** How often, how long and when, in words. */
export function rhythmOf({ timesPerHalfTerm, minutes, preferredDays, where }: Network): string {
  const times = timesPerHalfTerm === 1 ? 'Once' : timesPerHalfTerm === 2 ? 'Twice' : `${timesPerHalfTerm} times`;
  const days = preferredDays.length === 0 ? 'any day' : preferredDays.join(', ');
  return `${times} a half-term, ${minutes} minutes, ${days}; ${where}`;
}
