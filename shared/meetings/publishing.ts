import type { GuestInOutlook, OutlookState, SeenInOutlook } from '../records/outlook-event';

/** The fields of outlookEvent, on whatever record has them. */
export interface HasEvent {
  readonly wanted: 'nothing' | 'event';
  readonly generation: number;
  readonly outlook: OutlookState;
  readonly outlookProblem?: string | undefined;
  readonly eventId?: string | undefined;
  readonly seen?: readonly SeenInOutlook[] | undefined;
  readonly seenGuests?: readonly GuestInOutlook[] | undefined;
}

/** What was wrong with the event, once it is to be brought to the record again. */
const settled = { outlookProblem: undefined, seen: undefined, seenGuests: undefined } as const;

/**
 * Asks for the event. Asking twice asks once: what is on its way or in Outlook stays as it is. An event that was
 * cancelled before, here or in Outlook, is made anew, with the next generation.
 *
 * @example publish(draft).outlook // 'waiting'
 */
export function publish<R extends HasEvent>(record: R): R {
  if (record.wanted === 'event' && (record.outlook === 'waiting' || record.outlook === 'sent')) return record;
  const anew = isGoneFromOutlook(record) || (record.wanted === 'nothing' && record.outlook !== 'draft');
  return {
    ...record,
    wanted: 'event',
    outlook: 'waiting',
    ...settled,
    ...(anew ? { generation: record.generation + 1, eventId: undefined } : {}),
  };
}

/** After a change of what the event says: if there is one, it follows. */
export function follow<R extends HasEvent>(record: R): R {
  return record.wanted === 'event' ? { ...record, outlook: 'waiting', ...settled } : record;
}

/** Asks for no event. What never was in Outlook is cancelled at once. */
export function cancel<R extends HasEvent>(record: R): R {
  if (record.outlook === 'draft') return { ...record, wanted: 'nothing', outlook: 'cancelled' };
  if (record.wanted === 'nothing') return record;
  return { ...record, wanted: 'nothing', outlook: 'waiting', ...settled };
}

/** Whether the reconciler has something to do. */
export function isWaiting({ outlook }: HasEvent): boolean {
  return outlook === 'waiting';
}

export interface ChangedInOutlook {
  readonly seen?: SeenInOutlook[] | undefined;
  readonly seenGuests?: GuestInOutlook[] | undefined;
  readonly gone: boolean;
}

/** What somebody changed of the event in Outlook, where they did. */
export function changedInOutlook(record: HasEvent): ChangedInOutlook | undefined {
  if (record.outlook !== 'changed in Outlook') return undefined;
  const { seen, seenGuests } = record;
  return {
    ...(seen === undefined ? {} : { seen: [...seen] }),
    ...(seenGuests === undefined ? {} : { seenGuests: [...seenGuests] }),
    gone: isGoneFromOutlook(record),
  };
}

/** Somebody cancelled or deleted the event in Outlook: it is not only another one than here. */
export function isGoneFromOutlook({ outlook, eventId }: HasEvent): boolean {
  return outlook === 'changed in Outlook' && eventId === undefined;
}
