import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { schema } from './store-schema';

/** What may be bound. A boolean, a Date or an object would end the process inside libsql, uncatchably. */
export type Value = string | number | null | Uint8Array;

export interface Store {
  /** Answers how many rows changed. */
  run(sql: string, ...values: Value[]): number;
  get<Row>(sql: string, ...values: Value[]): Row | undefined;
  all<Row>(sql: string, ...values: Value[]): Row[];
  /** All or nothing. May be nested: the outermost decides. */
  atOnce<Result>(work: () => Result): Result;
  close(): void;
}

function bindable(value: Value): string | number | null | Buffer {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError(`A ${typeof value} cannot be bound to a statement.`);
}

/**
 * The one file that everything lies in. WAL with synchronous NORMAL: what a process has committed stands in the
 * operating system before it answers, so a SIGKILL loses nothing; only a power cut could.
 */
export function openStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  for (const pragma of ['journal_mode = WAL', 'synchronous = NORMAL', 'busy_timeout = 5000', 'foreign_keys = ON'])
    database.exec(`PRAGMA ${pragma}`);
  database.exec(schema);
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  let depth = 0;
  return {
    run: (sql, ...values) => prepared(sql).run(values.map(bindable)).changes,
    get: <Row>(sql: string, ...values: Value[]) => prepared(sql).get(values.map(bindable)) as Row | undefined,
    all: <Row>(sql: string, ...values: Value[]) => prepared(sql).all(values.map(bindable)) as Row[],
    atOnce: (work) => {
      if (depth > 0) return work();
      database.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => database.close(),
  };
}
