import type { Actor, Records } from '../../../functions/ports';
import type { Kind, Stored } from '../../../shared/record';
import type { Result } from '../../../shared/result';

export interface Entry<R> {
  readonly key: string;
  readonly record: R;
}

/** Records of one kind, ready to be kept by the product's own code. */
export interface Seeded {
  readonly kind: string;
  readonly count: number;
  /** Each record as its kind parses it. */
  parse(): readonly Result<unknown>[];
  keep(records: Records, actor: Actor): Promise<readonly Result<Stored>[]>;
}

export function seeded<R>(kind: Kind<R>, entries: readonly Entry<R>[]): Seeded {
  return {
    kind: kind.name,
    count: entries.length,
    parse: () => entries.map(({ record }) => kind.parse(record)),
    keep: (records, actor) => records.createMany(kind, entries, actor),
  };
}
