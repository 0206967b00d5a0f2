import type { RefusedLine } from '../../shared/imports/table';
import type { Kind, Stored } from '../../shared/record';
import type { OutputOf, requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import { same } from '../../shared/same';
import { allOf } from '../identity/directory';
import type { Actor, Question, Records } from '../ports';

export type ImportOutcome = OutputOf<typeof requests.importAcademies>;

interface Wanted<R> {
  readonly line: number;
  readonly key: string;
  readonly record: R;
}

interface Import<R> {
  readonly kind: Kind<R>;
  readonly found: readonly Wanted<R>[];
  readonly refused: readonly RefusedLine[];
  /** Narrows what is read for comparison. */
  readonly question?: Question;
  /** What becomes of a known record; what was imported, when absent. */
  readonly merge?: (known: R, imported: R) => R;
  readonly apply: boolean;
}

/** What an import comes to, with the records themselves. */
export interface Brought<R> {
  readonly added: readonly R[];
  readonly changed: readonly R[];
  readonly same: number;
  readonly refused: readonly RefusedLine[];
}

/** As `bring`, told by the titles of the records. */
export async function applyImport<R>(given: Import<R>, records: Records, actor: Actor): Promise<Result<ImportOutcome>> {
  const { added, changed, same: unchanged, refused } = await bring(given, records, actor);
  const { titleOf } = given.kind;
  return ok({
    applied: given.apply,
    added: added.map(titleOf),
    changed: changed.map(titleOf),
    same: unchanged,
    refused: [...refused],
  });
}

/**
 * Brings a list to what a file says, or only tells what would change. Records that the file does not name stay. The
 * same file again changes nothing, so an import that was cut off is finished by giving it again.
 */
export async function bring<R>(
  { kind, found, refused, question, merge, apply }: Import<R>,
  records: Records,
  actor: Actor,
): Promise<Brought<R>> {
  const held = new Map((await allOf(records.each(kind, question))).map((one) => [one.key, one]));
  const create = found.filter(({ key }) => !held.has(key));
  const known = found.flatMap((wanted) => {
    const at = held.get(wanted.key);
    return at === undefined ? [] : [{ ...wanted, at, record: merge?.(at.record, wanted.record) ?? wanted.record }];
  });
  const change = known.filter(({ at, record }) => !same(at.record, record));
  const failed = apply ? await write(kind, create, change, records, actor) : new Map<number, string>();
  const done = (wanted: readonly Wanted<R>[]) =>
    wanted.filter(({ line }) => !failed.has(line)).map(({ record }) => record);
  return {
    added: done(create),
    changed: done(change),
    same: known.length - change.length,
    refused: [...refused, ...[...failed].map(([line, sentence]) => ({ line, sentence }))].sort(byLine),
  };
}

/** Lines that could not be written, and why. */
async function write<R>(
  kind: Kind<R>,
  create: readonly Wanted<R>[],
  change: readonly (Wanted<R> & { readonly at: Stored<R> })[],
  records: Records,
  actor: Actor,
): Promise<ReadonlyMap<number, string>> {
  const created = create.length === 0 ? [] : await records.createMany(kind, create, actor);
  const changed = change.length === 0 ? [] : await records.changeMany(kind, change, actor);
  const lines = [...create, ...change].map(({ line }) => line);
  const results = [...created, ...changed];
  return new Map(
    results.flatMap((one, index): [number, string][] => (one.ok ? [] : [[lines[index] ?? 0, one.problem.sentence]])),
  );
}

function byLine(one: RefusedLine, other: RefusedLine): number {
  return one.line - other.line;
}
