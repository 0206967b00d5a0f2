import type { Kind, Stored } from '../../shared/record';
import { type Action, action } from '../../shared/records/action';
import { type Meeting, meeting } from '../../shared/records/meeting';
import type { OutlookState } from '../../shared/records/outlook-event';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import type { Records } from '../ports';

/** A record of a kind that has an event in the organiser's calendar. */
export type Published =
  | { readonly kind: 'meeting'; readonly stored: Stored<Meeting> }
  | { readonly kind: 'review'; readonly stored: Stored<Review> }
  | { readonly kind: 'stage'; readonly stored: Stored<Stage> }
  | { readonly kind: 'action'; readonly stored: Stored<Action> };

/** Records in one of these states, kind by kind: one question of each list, by its indexed column, all at once. */
export async function readPublished(
  records: Pick<Records, 'each'>,
  states: readonly OutlookState[],
): Promise<readonly Published[]> {
  const read = async <R>(kind: Kind<R>, is: OutlookState): Promise<readonly Stored<R>[]> => {
    const found: Stored<R>[] = [];
    for await (const stored of records.each(kind, { by: 'outlook', is })) found.push(stored);
    return found;
  };
  const questions = states.flatMap((is): readonly Promise<readonly Published[]>[] => [
    read(meeting, is).then((all) => all.map((stored) => ({ kind: 'meeting', stored }))),
    read(review, is).then((all) => all.map((stored) => ({ kind: 'review', stored }))),
    read(stage, is).then((all) => all.map((stored) => ({ kind: 'stage', stored }))),
    read(action, is).then((all) => all.map((stored) => ({ kind: 'action', stored }))),
  ]);
  return (await Promise.all(questions)).flat();
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
