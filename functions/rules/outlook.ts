import { follow, type HasEvent, isWaiting } from '../../shared/meetings/publishing';
import { same } from '../../shared/same';
import type { Asked } from '../request';

/** Something waits for the reconciler: tell it. The sweeper finds what a lost hint leaves behind. */
export function hintAt(asked: Pick<Asked, 'hints' | 'organiserMailbox'>, record: HasEvent): void {
  if (isWaiting(record)) asked.hints.reconcile(asked.organiserMailbox);
}

/** The event follows when one of these fields has changed. */
export function followWhen<R extends HasEvent>(before: R, after: R, fields: readonly (keyof R)[]): R {
  return fields.some((field) => !same(before[field], after[field])) ? follow(after) : after;
}
