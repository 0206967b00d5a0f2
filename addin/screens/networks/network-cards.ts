import {
  coverage,
  type Deputy,
  deputiesOf,
  hasYearGroup,
  inSeveral,
  membersOf,
  suggestedDeputies,
} from '../../../shared/meetings/audience';
import type { Stored } from '../../../shared/record';
import type { Academy } from '../../../shared/records/academy';
import type { Network } from '../../../shared/records/network';
import type { Person } from '../../../shared/records/person';

/** A network with what follows from its audience rule. */
export interface NetworkCard {
  readonly key: string;
  readonly stored: Stored<Network>;
  readonly network: Network;
  readonly members: readonly Person[];
  readonly deputies: readonly NamedDeputy[];
  /** For academies that name no deputy. */
  readonly suggested: readonly NamedDeputy[];
  /** Names of academies that have neither a deputy nor somebody to suggest. */
  readonly withoutDeputy: readonly string[];
  /** Members whom another network invites too. */
  readonly alsoElsewhere: readonly { readonly name: string; readonly networks: readonly string[] }[];
  readonly covered: number;
  readonly of: number;
  /** Names of academies that nobody stands for. */
  readonly missing: readonly string[];
  /** Names of academies that do not have this network's year group, so that nobody is missed there. */
  readonly without: readonly string[];
}

export interface NamedDeputy extends Deputy<Person> {
  readonly academyName: string;
}

/** Networks by name, those that meet this year first. */
export function networkCards(
  networks: readonly Stored<Network>[],
  people: readonly Person[],
  academies: readonly Academy[],
): readonly NetworkCard[] {
  const ours = academies.filter(({ leftOn }) => leftOn === undefined);
  const nameOf = new Map(ours.map(({ urn, name }) => [urn, name]));
  const named = (all: readonly Deputy<Person>[]): readonly NamedDeputy[] =>
    all.map((one) => ({ ...one, academyName: nameOf.get(one.academy) ?? one.academy }));
  const meeting = networks.filter(({ record }) => record.active).map(({ record }) => record);
  const several = inSeveral(meeting, people);
  const cards = networks.map((stored): NetworkCard => {
    const { key, record } = stored;
    const members = membersOf(record, people);
    const { covered, missing } = coverage(members, ours);
    const { yearGroup } = record;
    const isMissed = (academy: Academy): boolean => yearGroup === undefined || hasYearGroup(academy, yearGroup);
    const missed = missing.filter(isMissed);
    const apt = ours.filter((academy) => isMissed(academy));
    const deputies = named(deputiesOf(record, people));
    const suggested = named(suggestedDeputies(record, people, apt));
    const known = new Set([...deputies, ...suggested].map(({ academy }) => academy));
    return {
      key,
      stored,
      network: record,
      members,
      deputies,
      suggested,
      withoutDeputy: namesOf(apt.filter(({ urn }) => !known.has(urn))),
      alsoElsewhere: members.flatMap(({ who }) => {
        const others = (several.get(who.id) ?? []).filter((name) => name !== record.name);
        return others.length === 0 ? [] : [{ name: who.name, networks: others }];
      }),
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

/**
 * How often a network meets.
 *
 * @example rhythmInWords({ rhythm: 'every term', times: 2 }) // 'twice a term'
 */
export function rhythmInWords({ rhythm, times }: Pick<Network, 'rhythm' | 'times'>): string {
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  return `${often} ${rhythm.replace(/^every /, 'a ')}`;
}

/** How often, how long and when, in words. */
export function rhythmOf(network: Network): string {
  const { minutes, where, kind, confidential } = network;
  const often = rhythmInWords(network);
  const how = [...(kind === undefined ? [] : [kind]), ...(confidential === true ? ['confidential'] : [])].join(', ');
  return `${often.charAt(0).toUpperCase()}${often.slice(1)}, ${minutes} minutes, ${daysInWords(network)}; ${where}${how === '' ? '' : `; ${how}`}`;
}

function daysInWords({ days, preferredDays = [] }: Network): string {
  const possible = days.length === 0 ? 'any day' : days.join(', ');
  return preferredDays.length === 0 ? possible : `${possible}, best on ${preferredDays.join(' or ')}`;
}

/** A network with its suggested deputies among the named ones. */
export function withSuggested({ network, suggested }: NetworkCard): Network {
  const taken = new Set(suggested.map(({ academy }) => academy));
  const before = (network.deputies ?? []).filter(({ academy }) => !taken.has(academy));
  return {
    ...network,
    deputies: [...before, ...suggested.map(({ academy, person }) => ({ academy, who: person.who }))],
  };
}
