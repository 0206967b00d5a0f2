import type { Store } from '../store';
import { findDrive } from './lists/tables';
import { findUser } from './people/users-table';

/** What throttling is counted by. */
export interface Resource {
  readonly kind: 'mailbox' | 'site' | 'directory';
  readonly id: string;
}

/** `/users/{id}/…` is a mailbox, `/sites/…` and `/drives/…` a site, all else the directory. */
export function resourceOf(path: string, store: Store): Resource {
  const [, first, second, third] = path.split('/').map((part) => decodeURIComponent(part));
  if (first === 'users' && second !== undefined && third !== undefined && third !== 'memberOf')
    return { kind: 'mailbox', id: findUser(store, second)?.id ?? second.toLowerCase() };
  if (first === 'sites' && second !== undefined) return { kind: 'site', id: second };
  if (first === 'drives' && second !== undefined) return { kind: 'site', id: findDrive(store, second)?.site ?? second };
  return { kind: 'directory', id: '' };
}
