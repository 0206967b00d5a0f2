import type { Stored } from '../../shared/record';
import { type Action, action } from '../../shared/records/action';
import { type Meeting, meeting } from '../../shared/records/meeting';
import type { OutlookState } from '../../shared/records/outlook-event';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import type { Records } from '../ports';

/** The kinds that have an event in the organiser's calendar. */
export type Published =
  | { readonly kind: 'meeting'; readonly stored: Stored<Meeting> }
  | { readonly kind: 'review'; readonly stored: Stored<Review> }
  | { readonly kind: 'stage'; readonly stored: Stored<Stage> }
  | { readonly kind: 'action'; readonly stored: Stored<Action> };

/** Records in one of these states, kind by kind: one question of each list, by its indexed column. */
export async function readPublished(
  records: Pick<Records, 'each'>,
  states: readonly OutlookState[],
): Promise<readonly Published[]> {
  const found: Published[] = [];
  for (const is of states) {
    const question = { by: 'outlook', is };
    for await (const stored of records.each(meeting, question)) found.push({ kind: 'meeting', stored });
    for await (const stored of records.each(review, question)) found.push({ kind: 'review', stored });
    for await (const stored of records.each(stage, question)) found.push({ kind: 'stage', stored });
    for await (const stored of records.each(action, question)) found.push({ kind: 'action', stored });
  }
  return found;
}

/** Whether anything waits at all; stops at the first that does. */
export async function anythingWaits(records: Pick<Records, 'each'>): Promise<boolean> {
  for (const kind of [meeting, review, stage, action] as const)
    for await (const _stored of records.each<unknown>(kind, { by: 'outlook', is: 'waiting' })) return true;
  return false;
}

/** The business key of a record's event: a new generation is a new event. */
export function stampOf({ kind, stored }: Published): string {
  return `${kind}:${stored.key}:${stored.record.generation}`;
}

/** The part of a stamp that stays over generations. */
export function withoutGeneration(stamp: string): string {
  return stamp.slice(0, stamp.lastIndexOf(':') + 1);
}

/** The London date that a record's event is on. */
export function dateOf({ kind, stored }: Published): string {
  switch (kind) {
    case 'meeting':
      return stored.record.date;
    case 'review':
      return stored.record.visitOn;
    case 'stage':
      return stored.record.on;
    case 'action':
      return stored.record.dueOn;
  }
}
