import * as z from 'zod/mini';
import type { Graph } from './graph';
import type { SignInPerson } from './settings';
import type { Person } from './shapes';

const users = z.object({
  value: z.array(z.object({ id: z.string(), department: z.optional(z.nullable(z.string())) })),
});

/** People with the name of their academy, which Entra keeps as their department, in place of its number. */
export async function withAcademyNames(people: readonly SignInPerson[], graph: Graph): Promise<readonly Person[]> {
  const { value } = z.parse(users, await graph.get('/users?$select=id,department&$top=999'));
  const departments = new Map(value.map(({ id, department }) => [id, department ?? undefined]));
  return people.map((person) =>
    person.academy === undefined ? person : { ...person, academy: departments.get(person.id) ?? person.academy },
  );
}
