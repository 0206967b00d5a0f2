import type { Stored } from '../../shared/record';
import { ok, type Result } from '../../shared/result';
import type { Asked } from '../request';

export type Values = Readonly<Record<string, unknown>>;

/**
 * What the generic records surface minds beyond the declaration of a kind: what the product keeps itself, what one
 * record says about another, and what follows in Outlook. A kind without rules has none of this.
 */
export interface KindRules<R = unknown> {
  /** The kept fields of a new record, or why this kind is not made here. */
  start(typed: Values, asked: Asked): Promise<Result<Values>>;
  /** What is written in place of `after`, or why not. `before` is absent when the record is new. */
  check(before: Stored<R> | undefined, after: R, key: string, asked: Asked): Promise<Result<R>>;
  /** What follows once it is written; safe to repeat. */
  written(before: Stored<R> | undefined, after: Stored<R>, asked: Asked): Promise<void>;
}

/** Rules of which only some are needed. */
export function rules<R>(some: Partial<KindRules<R>>): KindRules<R> {
  return {
    start: some.start ?? (async () => ok({})),
    check: some.check ?? (async (_before, after) => ok(after)),
    written: some.written ?? (async () => undefined),
  };
}

export const noRules: KindRules = rules({});
