import type { Academy } from '../records/academy';
import type { Network } from '../records/network';
import type { Person } from '../records/person';
import { yearGroups } from '../year-groups';

type Rule = Pick<Network, 'yearGroup' | 'responsibility' | 'level' | 'also' | 'not'>;

/**
 * Who belongs to a network: active people of its year group, of its responsibility or at its level, and those also
 * invited by name; never those named as not invited.
 *
 * @example membersOf(reception, people) // everybody who teaches Reception
 */
export function membersOf<P extends Person>(network: Rule, people: readonly P[]): readonly P[] {
  const also = new Set((network.also ?? []).map(({ id }) => id));
  const not = new Set((network.not ?? []).map(({ id }) => id));
  return people.filter(
    (person) => person.active && !not.has(person.who.id) && (also.has(person.who.id) || fits(network, person)),
  );
}

function fits({ yearGroup, responsibility, level }: Rule, person: Person): boolean {
  return (
    (yearGroup !== undefined && (person.yearGroups ?? []).includes(yearGroup)) ||
    (responsibility !== undefined && (person.responsibilities ?? []).includes(responsibility)) ||
    person.level === level
  );
}

/**
 * Which academies have a member in a network, and which have none.
 *
 * @example coverage(members, academies).missing // academies that nobody stands for
 */
export function coverage<A extends Pick<Academy, 'urn'>>(
  members: readonly Pick<Person, 'academy'>[],
  academies: readonly A[],
): { readonly covered: readonly A[]; readonly missing: readonly A[] } {
  const present = new Set(members.map(({ academy }) => academy));
  return {
    covered: academies.filter(({ urn }) => present.has(urn)),
    missing: academies.filter(({ urn }) => !present.has(urn)),
  };
}

/** Whom an academy's deputy is: the person named for it, as long as they work here. */
export interface Deputy<P> {
  readonly academy: string;
  readonly person: P;
}

/**
 * The deputies of a network who still work here and are not its members already, each for the academy that names them.
 *
 * @example deputiesOf(reception, people) // [{ academy: '100001', person: … }]
 */
export function deputiesOf<P extends Person>(
  network: Rule & Pick<Network, 'deputies'>,
  people: readonly P[],
): readonly Deputy<P>[] {
  const active = new Map(people.filter((one) => one.active).map((one) => [one.who.id, one]));
  const members = new Set(membersOf(network, people).map(({ who }) => who.id));
  return (network.deputies ?? []).flatMap(({ academy, who }) => {
    const person = active.get(who.id);
    return person === undefined || members.has(who.id) ? [] : [{ academy, person }];
  });
}

/**
 * Somebody to be deputy in each academy that names none and has such a year group: who teaches a neighbouring year group, or else whoever leads,
 * the less senior first where seniority was not asked for.
 */
export function suggestedDeputies<P extends Person>(
  network: Rule & Pick<Network, 'deputies'>,
  people: readonly P[],
  academies: readonly Pick<Academy, 'urn' | 'lowAge' | 'highAge'>[],
): readonly Deputy<P>[] {
  const { yearGroup } = network;
  const members = new Set(membersOf(network, people).map(({ who }) => who.id));
  const left = new Set((network.not ?? []).map(({ id }) => id));
  const named = new Set(deputiesOf(network, people).map(({ academy }) => academy));
  return academies
    .filter((academy) => !named.has(academy.urn) && (yearGroup === undefined || hasYearGroup(academy, yearGroup)))
    .flatMap(({ urn }) => {
      const [person] = people
        .filter((one) => one.active && one.academy === urn && !members.has(one.who.id) && !left.has(one.who.id))
        .filter((one) => aptness(network, one) < notApt)
        .sort((one, other) => aptness(network, one) - aptness(network, other) || (one.who.id < other.who.id ? -1 : 1));
      return person === undefined ? [] : [{ academy: urn, person }];
    });
}

const notApt = 100;
const aptLevels: readonly Person['level'][] = ['Senior leader', 'Middle leader', 'Head of Academy', 'Principal'];

/** The less, the better: neighbouring year groups, then leaders; others do not stand in for a whole academy. */
function aptness({ yearGroup }: Rule, { yearGroups: taught = [], level }: Person): number {
  if (yearGroup !== undefined && taught.length > 0) {
    const at = yearGroups.indexOf(yearGroup);
    const nearest = Math.min(...taught.map((one) => Math.abs(yearGroups.indexOf(one) - at)));
    return nearest <= 1 ? 0 : 10 + nearest;
  }
  const rank = aptLevels.indexOf(level);
  return rank < 0 ? notApt : 1 + rank;
}

/**
 * Names of the networks that each person belongs to, of those who belong to more than one: mixed-age classes do.
 *
 * @example inSeveral([year1, year2], people) // Map { 'id of who teaches both' => ['Year 1', 'Year 2'] }
 */
export function inSeveral(
  networks: readonly (Rule & Pick<Network, 'name'>)[],
  people: readonly Person[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const network of networks)
    for (const { who } of membersOf(network, people)) found.set(who.id, [...(found.get(who.id) ?? []), network.name]);
  return new Map([...found].filter(([, names]) => names.length > 1));
}

/** Age at the start of the school year. */
const startingAge: Readonly<Record<NonNullable<Network['yearGroup']>, number>> = {
  Nursery: 3,
  Reception: 4,
  'Year 1': 5,
  'Year 2': 6,
  'Year 3': 7,
  'Year 4': 8,
  'Year 5': 9,
  'Year 6': 10,
};

/**
 * Whether an academy has a year group, by its statutory ages; where they are not known, it may have it. Infant schools
 * that state 5 as their youngest age still have Reception.
 *
 * @example hasYearGroup({ lowAge: 7, highAge: 11 }, 'Year 2') // false
 */
export function hasYearGroup(
  { lowAge, highAge }: Pick<Academy, 'lowAge' | 'highAge'>,
  yearGroup: NonNullable<Network['yearGroup']>,
): boolean {
  const age = startingAge[yearGroup];
  const youngest = yearGroup === 'Reception' ? age + 1 : age;
  return (lowAge === undefined || lowAge <= youngest) && (highAge === undefined || highAge > age);
}
