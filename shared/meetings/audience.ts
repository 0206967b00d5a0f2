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
