import type { OutlookState } from '../records/outlook-event';

/** The fields of outlookEvent, on whatever record has them. */
export interface HasEvent {
  readonly wanted: 'nothing' | 'event';
  readonly generation: number;
  readonly outlook: OutlookState;
  readonly outlookProblem?: string | undefined;
  readonly eventId?: string | undefined;
}

/**
 * Asks for the event. Asking twice asks once: what is on its way or in Outlook stays as it is. An event that was
 * cancelled before, here or in Outlook, is made anew, with the next generation.
 *
 * @example publish(draft).outlook // 'waiting'
 */
export function publish<R extends HasEvent>(record: R): R {
  if (record.wanted === 'event' && (record.outlook === 'waiting' || record.outlook === 'sent')) return record;
  const lost = record.outlook === 'changed in Outlook' && record.eventId === undefined;
  const anew = lost || (record.wanted === 'nothing' && record.outlook !== 'draft');
  return {
    ...record,
    wanted: 'event',
    outlook: 'waiting',
    outlookProblem: undefined,
    ...(anew ? { generation: record.generation + 1, eventId: undefined } : {}),
  };
}

/** After a change of what the event says: if there is one, it follows. */
export function follow<R extends HasEvent>(record: R): R {
  return record.wanted === 'event' ? { ...record, outlook: 'waiting', outlookProblem: undefined } : record;
}

/** Asks for no event. What never was in Outlook is cancelled at once. */
export function cancel<R extends HasEvent>(record: R): R {
  if (record.outlook === 'draft') return { ...record, wanted: 'nothing', outlook: 'cancelled' };
  if (record.wanted === 'nothing') return record;
  return { ...record, wanted: 'nothing', outlook: 'waiting', outlookProblem: undefined };
}

/** Whether the reconciler has something to do. */
export function isWaiting({ outlook }: HasEvent): boolean {
  return outlook === 'waiting';
}
