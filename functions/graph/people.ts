import * as z from 'zod/mini';
import type { Account, People } from '../ports';
import { directory, type Graph, type GraphCall } from './call';
import { chunksOf } from './chunks';
import { pageSchema } from './pages';
import { bodyOf } from './read-items';

/** Entra takes fifteen alternatives in a filter. */
const mostAlternatives = 15;

const userSchema = z.object({
  id: z.string(),
  displayName: z.optional(z.nullable(z.string())),
  mail: z.optional(z.nullable(z.string())),
  userPrincipalName: z.string(),
});

type User = z.infer<typeof userSchema>;
type Property = 'mail' | 'userPrincipalName' | 'id';

export function readPeople(graph: Graph): People {
  return {
    async byEmail(emails) {
      const wanted = [...new Set(emails.map((email) => email.trim().toLowerCase()))];
      const byMail = keyed(await usersWith(graph, 'mail', wanted), ({ mail }) => mail);
      const missing = wanted.filter((email) => !byMail.has(email));
      const byName = keyed(await usersWith(graph, 'userPrincipalName', missing), (user) => user.userPrincipalName);
      return new Map([...byName, ...byMail]);
    },
    async byId(ids) {
      const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
      return keyed(await usersWith(graph, 'id', wanted), ({ id }) => id);
    },
  };
}

/** https://learn.microsoft.com/graph/api/user-list */
async function usersWith(graph: Graph, property: Property, values: readonly string[]): Promise<readonly User[]> {
  const calls = chunksOf(values, mostAlternatives).map((some) => usersCall(property, some));
  const answers = await graph.batch(calls);
  return answers.flatMap((answer) =>
    z.parse(pageSchema, bodyOf(answer, 'read people')).value.map((user) => z.parse(userSchema, user)),
  );
}

function usersCall(property: Property, values: readonly string[]): GraphCall {
  const listed = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
  const filter = encodeURIComponent(`${property} in (${listed})`);
  return {
    method: 'GET',
    path: `/users?$filter=${filter}&$select=id,displayName,mail,userPrincipalName&$top=999`,
    needs: 'read people',
    place: directory,
  };
}

function keyed(users: readonly User[], by: (user: User) => string | null | undefined): Map<string, Account> {
  return new Map(
    users.flatMap((user) => {
      const value = by(user);
      return value === undefined || value === null ? [] : [[value.toLowerCase(), toAccount(user)] as const];
    }),
  );
}

function toAccount({ id, displayName, mail, userPrincipalName }: User): Account {
  return {
    id: id.toLowerCase(),
    name: displayName ?? userPrincipalName,
    email: (mail ?? userPrincipalName).toLowerCase(),
  };
}
