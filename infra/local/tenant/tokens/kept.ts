import { randomBytes } from 'node:crypto';
import type { Store } from '../store';

export interface CodeBody {
  readonly clientId: string;
  readonly user: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce?: string;
}

export interface RefreshBody {
  readonly clientId: string;
  readonly user: string;
  readonly scope: string;
}

export interface SessionBody {
  readonly users: readonly string[];
}

interface Bodies {
  code: CodeBody;
  refresh: RefreshBody;
  session: SessionBody;
}

/** Codes, refresh tokens and sessions: opaque names for what the token service remembers. */
export interface Kept {
  put<Kind extends keyof Bodies>(kind: Kind, body: Bodies[Kind], seconds: number, id?: string): string;
  get<Kind extends keyof Bodies>(kind: Kind, id: string | undefined): Bodies[Kind] | undefined;
  /** Reads and forgets: a code is good once. */
  take<Kind extends keyof Bodies>(kind: Kind, id: string | undefined): Bodies[Kind] | undefined;
  /**
   * The clock was moved: who was signed in has been so all the while, as somebody who comes every day. Access tokens
   * run out all the same, and are renewed without anybody being asked.
   */
  stay(before: number, milliseconds: number): void;
}

export function openKept(store: Store, now: () => Date): Kept {
  const get = <Kind extends keyof Bodies>(kind: Kind, id: string | undefined): Bodies[Kind] | undefined => {
    const row =
      id === undefined
        ? undefined
        : store.get<{ body: string }>(
            'select body from grant_code where id = ? and kind = ? and expires > ?',
            id,
            kind,
            now().getTime(),
          );
    return row && (JSON.parse(row.body) as Bodies[Kind]);
  };
  return {
    get,
    put: (kind, body, seconds, id = `${kind === 'code' ? '1' : '0'}.A${randomBytes(48).toString('base64url')}`) => {
      const at = now().getTime();
      store.run('delete from grant_code where expires <= ?', at);
      store.run(
        'insert into grant_code (id, kind, expires, body) values (?, ?, ?, ?) on conflict (id) do update set body = excluded.body, expires = excluded.expires',
        id,
        kind,
        at + seconds * 1000,
        JSON.stringify(body),
      );
      return id;
    },
    stay: (before, milliseconds) => {
      store.run(
        "update grant_code set expires = expires + ? where expires > ? and kind in ('session', 'refresh')",
        milliseconds,
        before,
      );
    },
    take: (kind, id) =>
      store.atOnce(() => {
        const body = get(kind, id);
        if (body && id !== undefined) store.run('delete from grant_code where id = ?', id);
        return body;
      }),
  };
}
