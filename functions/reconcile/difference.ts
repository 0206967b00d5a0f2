import type { ActualEvent, CalendarStep, WantedEvent } from '../ports';
import { deviationOf } from './deviation';
import { withoutGeneration } from './published';

/** One record that waits: the event it wants, or none. */
export interface Wanted {
  readonly stamp: string;
  readonly event: WantedEvent | undefined;
  readonly digest: string;
}

/** What brings Outlook to what one record wants. */
export interface Difference {
  readonly steps: readonly CalendarStep[];
  /** The event that stands already, where no step makes it. */
  readonly eventId: string | undefined;
  /** Why it cannot be done, for the trust office. */
  readonly refused?: string;
}

const cancelled = 'This no longer takes place.';

/**
 * Wanted against actual, one record. An older generation of it, and an event that is not wanted any more, are
 * cancelled; a digest tells whether the one that stands must be written anew.
 *
 * @param today a London date: nobody is invited to a day that has passed
 */
export function difference(wanted: Wanted, actual: readonly ActualEvent[], today: string): Difference {
  const standing = actual.filter((event) => !event.cancelled && sameRecord(event.stamp, wanted.stamp));
  const [own, ...doubles] = standing.filter(({ stamp }) => stamp === wanted.stamp);
  const older = standing.filter(({ stamp }) => stamp !== wanted.stamp);
  const superfluous = [...older, ...doubles].map(cancel);
  if (wanted.event === undefined)
    return { steps: [...superfluous, ...(own === undefined ? [] : [cancel(own)])], eventId: undefined };
  if (own !== undefined && agrees(own, wanted)) return { steps: superfluous, eventId: own.id };
  if (wanted.event.date < today)
    return {
      steps: [],
      eventId: own?.id,
      refused: 'Its date has passed. Give it another date, then publish it again.',
    };
  const { stamp, digest, event } = wanted;
  const step: CalendarStep =
    own === undefined ? { does: 'make', stamp, digest, event } : { does: 'change', id: own.id, stamp, digest, event };
  return { steps: [...superfluous, step], eventId: own?.id };
}

/** The digest is that of what was last sent; the rest tells whether somebody changed the event in Outlook since. */
export function agrees(actual: ActualEvent, { digest, event }: Wanted): boolean {
  return actual.digest === digest && event !== undefined && deviationOf(actual, event) === undefined;
}

function sameRecord(one: string, other: string): boolean {
  return withoutGeneration(one) === withoutGeneration(other);
}

function cancel({ id, stamp }: ActualEvent): CalendarStep {
  return { does: 'cancel', id, stamp, comment: cancelled };
}
