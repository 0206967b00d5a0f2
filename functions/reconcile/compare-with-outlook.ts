import { addDays } from '../../shared/time/calendar-date';
import { utcToLondon } from '../../shared/time/london';
import type { ActualEvent, Clock } from '../ports';
import { judge } from './judge';
import { dateOf, type Published, readPublished, stampOf } from './published';
import type { ReconcilePorts, ReconcileSettings } from './reconcile-mailbox';
import { readSurroundings } from './surroundings';
import { type NewState, writeStates } from './write-states';

export interface Comparison {
  readonly compared: number;
  /** Records whose event somebody moved, cancelled or deleted in Outlook since the last comparison. */
  readonly changedInOutlook: number;
  /** Records that say something else than when they were sent: the reconciler brings their events up to date. */
  readonly waiting: number;
  /** Records that somebody changed meanwhile: they are compared again with the next look. */
  readonly left: number;
}

/** Meetings are planned a year ahead. */
export const daysAhead = 400;

export function todayOf({ clock }: { readonly clock: Clock }): string {
  return utcToLondon(clock.now().toISOString()).date;
}

/**
 * Every published record from today on, beside the calendar. What people did in Outlook is shown and never overwritten;
 * what changed in the lists goes to Outlook.
 */
export async function compareWithOutlook(
  mailbox: string,
  ports: ReconcilePorts,
  settings: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Comparison> {
  const today = todayOf(ports);
  const published = await readPublished(ports.records, ['sent', 'changed in Outlook']);
  if (published.length === 0) return nothingCompared;
  const events = await ports.calendar.eventsBetween(mailbox, today, addDays(today, daysAhead));
  return compareEach(mailbox, published, events, ports, settings);
}

export const nothingCompared: Comparison = { compared: 0, changedInOutlook: 0, waiting: 0, left: 0 };

/** Those of the records whose event is still to come; one that is not among `events` is looked for by its stamp. */
export async function compareEach(
  mailbox: string,
  all: readonly Published[],
  events: readonly ActualEvent[],
  ports: ReconcilePorts,
  { publicOrigin }: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Comparison> {
  const today = todayOf(ports);
  const published = all.filter((one) => dateOf(one) >= today && one.stored.record.wanted === 'event');
  if (published.length === 0) return nothingCompared;
  const around = await readSurroundings(published, ports, publicOrigin);
  const states: NewState[] = [];
  for (const one of published) {
    const stamp = stampOf(one);
    const found = events.find((actual) => actual.stamp === stamp && !actual.cancelled);
    // It may lie before today by now, or beyond our window.
    const actual = found ?? (await ports.calendar.eventStamped(mailbox, stamp));
    states.push(...judge(one, around, actual));
  }
  const left = await writeStates(states, ports);
  return {
    compared: published.length,
    changedInOutlook: states.filter(({ outlook }) => outlook === 'changed in Outlook').length,
    waiting: states.filter(({ outlook }) => outlook === 'waiting').length,
    left,
  };
}
