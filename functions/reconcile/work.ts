import type { ActualEvent, CalendarOutcome, CalendarStep } from '../ports';
import { type Difference, difference, type Wanted } from './difference';
import { type Published, stampOf } from './published';
import { digestOf, type Surroundings, wantedEvent } from './wanted-event';
import type { NewState } from './write-states';

/** One record with the steps that it needs, and what came of them. */
export interface Work extends Difference {
  readonly published: Published;
}

/** Everything that waits, beside what Outlook holds. Records whose steps come first stay first. */
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

/** As many whole records as fit into so many steps; one at least. */
export function takeWork(work: readonly Work[], mostSteps: number): readonly Work[] {
  let steps = 0;
  const end = work.findIndex((one, index) => {
    steps += one.steps.length;
    return index > 0 && steps > mostSteps;
  });
  return end < 0 ? work : work.slice(0, end);
}

export function stepsOf(work: readonly Work[]): readonly CalendarStep[] {
  return work.flatMap(({ steps }) => steps);
}

/** What a record's outcomes say of it; undefined while a step of it is still to come. */
export function newState(work: Work, outcomes: readonly CalendarOutcome[]): NewState | undefined {
  const { published } = work;
  if (work.refused !== undefined)
    return { published, outlook: 'failed', outlookProblem: work.refused, eventId: work.eventId };
  const refused = outcomes.find((outcome) => outcome.ok === false);
  if (refused?.ok === false)
    return { published, outlook: 'failed', outlookProblem: refused.because, eventId: work.eventId };
  if (outcomes.some(({ ok }) => ok === 'later')) return undefined;
  if (published.stored.record.wanted === 'nothing') return { published, outlook: 'cancelled' };
  const last = outcomes.at(-1);
  const written = work.steps.at(-1)?.does;
  const id = last?.ok === true && written !== 'cancel' ? last.id : work.eventId;
  return { published, outlook: 'sent', eventId: id };
}
