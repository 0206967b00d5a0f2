import { addDays } from '../../shared/time/calendar-date';
import { utcToLondon } from '../../shared/time/london';
import { judge } from './judge';
import { dateOf, readPublished, stampOf } from './published';
import type { ReconcilePorts, ReconcileSettings } from './reconcile-mailbox';
import { readSurroundings } from './surroundings';
import { type NewState, writeStates } from './write-states';

export interface Comparison {
  readonly compared: number;
  /** Records whose event somebody moved, cancelled or deleted in Outlook since the last comparison. */
  readonly changedInOutlook: number;
  /** Records that say something else than when they were sent: the reconciler brings their events up to date. */
  readonly waiting: number;
}

/** Meetings are planned a year ahead. */
const daysAhead = 400;

/**
 * The nightly pass: every published record from today on, beside the calendar. What people did in Outlook is shown and
 * never overwritten; what changed in the lists goes to Outlook.
 */
export async function compareWithOutlook(
  mailbox: string,
  ports: ReconcilePorts,
  settings: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Comparison> {
  const today = utcToLondon(ports.clock.now().toISOString()).date;
  const published = (await readPublished(ports.records, ['sent', 'changed in Outlook'])).filter(
    (one) => dateOf(one) >= today && one.stored.record.wanted === 'event',
  );
  if (published.length === 0) return { compared: 0, changedInOutlook: 0, waiting: 0 };
  const around = await readSurroundings(published, ports, settings.publicOrigin);
  const events = await ports.calendar.eventsBetween(mailbox, today, addDays(today, daysAhead));
  const states: NewState[] = [];
  for (const one of published) {
    const stamp = stampOf(one);
    const found = events.find((actual) => actual.stamp === stamp && !actual.cancelled);
    // It may lie before today by now, or beyond our window.
    const actual = found ?? (await ports.calendar.eventStamped(mailbox, stamp));
    states.push(...judge(one, around, actual));
  }
  await writeStates(states, ports);
  return {
    compared: published.length,
    changedInOutlook: states.filter(({ outlook }) => outlook === 'changed in Outlook').length,
    waiting: states.filter(({ outlook }) => outlook === 'waiting').length,
  };
}
