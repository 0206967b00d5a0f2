import type { ActualEvent, CalendarOutcome } from '../ports';
import { type Difference, difference, type Wanted } from './difference';
import { type Published, stampOf } from './published';
import { digestOf, type Surroundings, wantedEvent } from './wanted-event';
import type { NewState } from './write-states';

/** One record with the steps that it needs, and what came of them. */
export interface Work extends Difference {
  readonly published: Published;
}

/** Everything that waits, beside what Outlook holds. */
export function planWork(
  waiting: readonly Published[],
  actual: readonly ActualEvent[],
  around: Surroundings,
  today: string,
): readonly Work[] {
  return waiting.map((published) => ({
    published,
    ...difference(wantedOf(published, around), actual, today),
  }));
}

export function wantedOf(published: Published, around: Surroundings): Wanted {
  const event = published.stored.record.wanted === 'event' ? wantedEvent(published, around) : undefined;
  return { stamp: stampOf(published), event, digest: event === undefined ? '' : digestOf(event) };
}

/** What a record's outcomes say of it; undefined while a step of it is still to come. */
export function newState(work: Work, outcomes: readonly (CalendarOutcome | undefined)[]): NewState | undefined {
  const { published } = work;
  if (work.refused !== undefined)
    return { published, outlook: 'failed', outlookProblem: work.refused, eventId: work.eventId };
  const refused = outcomes.find((outcome) => outcome?.ok === false);
  if (refused?.ok === false)
    return { published, outlook: 'failed', outlookProblem: refused.because, eventId: work.eventId };
  if (work.steps.some((_step, index) => outcomes[index]?.ok !== true)) return undefined;
  if (published.stored.record.wanted === 'nothing') return { published, outlook: 'cancelled' };
  const last = outcomes[work.steps.length - 1];
  const written = work.steps.at(-1)?.does;
  const id = last?.ok === true && written !== 'cancel' ? last.id : work.eventId;
  return { published, outlook: 'sent', eventId: id };
}
