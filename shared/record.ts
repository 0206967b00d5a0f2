import type * as z from 'zod/mini';
import { type Access, type Rule, type Rules, rulesFor, type Verb } from './access';
import type { Caller, Role } from './caller';
import { type Fields, schemaOf, type ValueOf } from './field';
import { parseWith } from './parse';
import { ok, type Problem, type Result, refuse } from './result';

/** Where a list lies: the wall keeps findings, objectives and drafts in a site that only the app can open. */
export type Site = 'trust' | 'confidential';

/** How long a record is kept after its last change, and why. */
export type Keep =
  | { readonly years: number; readonly because: string }
  | { readonly days: number; readonly because: string };

export interface Kind<R = unknown, F extends Fields = Fields> {
  readonly name: string;
  /** For people: "review", "reviews". */
  readonly one: string;
  readonly many: string;
  readonly site: Site;
  /** The SharePoint list. */
  readonly list: string;
  readonly fields: F;
  readonly keep: Keep;
  /** While this holds, the time that a record is kept has not begun: somebody who works here, an academy of ours. */
  lasts(record: R): boolean;
  /** The wall: who holds one of these roles is refused at the door, whatever else they hold. */
  readonly closedTo: readonly Role[];
  readonly access: { readonly [V in Verb]: string };
  readonly schema: z.ZodMiniType<R>;
  /** unknown → a record, or every field that is refused and why. */
  parse(input: unknown): Result<R>;
  /** Pass only what the same kind's `parse` returned. */
  may(verb: Verb, caller: Caller, record: R): boolean;
  /** One line that names the record to people. */
  titleOf(record: R): string;
  /** The key that follows from the record, for kinds that others look for by key; for all else the fresh one. */
  keyFor(record: R, fresh: string): string;
}

export type RecordOf<K> = K extends Kind<infer R, infer _F> ? R : never;

/** A record as it is kept: `version` is Graph's eTag, `at` an ISO moment. */
export interface Stored<R = unknown> {
  readonly key: string;
  readonly version: string;
  readonly record: R;
  readonly actor: { readonly id: string; readonly name: string };
  readonly at: string;
}

interface Declaration<F extends Fields> {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  readonly site: Site;
  readonly list: string;
  readonly fields: F;
  readonly keep: Keep;
  /** While this holds, the record is in use and does not expire. */
  readonly lasts?: (record: ValueOf<F>) => boolean;
  readonly closedTo?: readonly Role[];
  readonly access: (by: Rules<ValueOf<F>>) => Access<ValueOf<F>>;
  readonly titleOf: (record: ValueOf<F>) => string;
  /** Where the key follows from the record. */
  readonly keyOf?: (record: ValueOf<F>) => string;
  /** What must hold between fields: true, or the field and the sentence. */
  readonly holds?: (record: ValueOf<F>) => true | { readonly path: string; readonly sentence: string };
}

type Walled<F extends Fields> = [Rule<ValueOf<F>>, Rule<ValueOf<F>>, Rule<ValueOf<F>>, Rule<ValueOf<F>>];

/**
 * One declaration per kind of record: schema, columns, form, API, access and retention follow from it.
 *
 * @example
 * export const hub = defineRecord({ name: 'hub', one: 'hub', many: 'hubs', site: 'trust', list: 'Hubs', … })
 */
export function defineRecord<const F extends Fields>(declared: Declaration<F>): Kind<ValueOf<F>, F> {
  const schema = schemaOf(declared.fields);
  const by = rulesFor<ValueOf<F>>();
  const { closedTo = [] } = declared;
  const walled = (rule: Rule<ValueOf<F>>) =>
    closedTo.length === 0 || rule === by.nobody ? rule : by.never(by.role(...closedTo), rule);
  const said = declared.access(by);
  const [create, read, update, remove] = [said.create, said.read, said.update, said.remove].map(walled) as Walled<F>;
  const access = { create, read, update, remove };
  return {
    name: declared.name,
    one: declared.one,
    many: declared.many,
    site: declared.site,
    list: declared.list,
    fields: declared.fields,
    keep: declared.keep,
    lasts: (record) => declared.lasts?.(record) ?? false,
    closedTo,
    access: { create: create.says, read: read.says, update: update.says, remove: remove.says },
    schema,
    parse(input) {
      const parsed = parseWith(schema, input, `This ${declared.one} cannot be saved yet.`);
      if (!parsed.ok) return parsed;
      const held = declared.holds?.(parsed.value) ?? true;
      return held === true ? ok(parsed.value) : { ok: false, problem: brokenRule(declared.one, held) };
    },
    may: (verb, caller, record) => access[verb].allows(caller, record),
    titleOf: declared.titleOf,
    keyFor: (record, fresh) => declared.keyOf?.(record) ?? fresh,
  };
}

function brokenRule(one: string, field: { readonly path: string; readonly sentence: string }): Problem {
  return refuse('invalid', `This ${one} cannot be saved yet. ${field.sentence}`, { fields: [field] }).problem;
}
