import type { Verb } from '../../shared/access';
import { roles as allRoles, type Role } from '../../shared/caller';
import type { Kind } from '../../shared/record';

const known: readonly string[] = allRoles;

/**
 * Whether it makes sense to offer an act to somebody with these roles. Only a hint, read from the words of the
 * declaration: where those speak of roles alone it is right, otherwise the API decides.
 */
export function couldDo(kind: Kind, verb: Verb, roles: readonly Role[]): boolean {
  const says = kind.access[verb];
  if (says === 'nobody') return false;
  const named = says.split(' or ');
  return !named.every((name) => known.includes(name)) || roles.some((role) => named.includes(role));
}
