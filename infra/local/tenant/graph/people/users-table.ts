import type { Store } from '../../store';

export interface UserRow {
  readonly id: string;
  /** Lower case, as `mail`. */
  readonly upn: string;
  readonly mail: string;
  readonly body: string;
  readonly roles: string;
  readonly mailbox: number;
}

/** By object id, user principal name or address, whatever its case. */
export function findUser(store: Store, given: string): UserRow | undefined {
  const key = given.toLowerCase();
  return store.get<UserRow>('select * from user where id = ? or upn = ? or mail = ?', key, key, key);
}

export interface UserBody {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  readonly accountEnabled: boolean;
}

export const userBody = (row: UserRow): UserBody => JSON.parse(row.body) as UserBody;
