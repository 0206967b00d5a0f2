import type { Academy } from '../records/academy';
import type { Network } from '../records/network';
import type { Person } from '../records/person';

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
