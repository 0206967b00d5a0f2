import { britishDate } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import { utcToLondon } from '../../shared/time/london';
import type { ActualEvent, WantedEvent } from '../ports';
import { sameTime } from './difference';
import { dateOf, type Published, readPublished, stampOf } from './published';
import type { ReconcilePorts, ReconcileSettings } from './reconcile-mailbox';
import { readSurroundings } from './surroundings';
import { wantedOf } from './work';
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
    const { event, digest } = wantedOf(one, around);
    const stamp = stampOf(one);
    const found = events.find((actual) => actual.stamp === stamp && !actual.cancelled);
    // It may lie before today by now, or beyond our window.
    const actual = found ?? (await ports.calendar.eventStamped(mailbox, stamp));
    if (event !== undefined) states.push(...changed(one, judge(event, digest, actual)));
  }
  await writeStates(states, ports);
  return {
    compared: published.length,
    changedInOutlook: states.filter(({ outlook }) => outlook === 'changed in Outlook').length,
    waiting: states.filter(({ outlook }) => outlook === 'waiting').length,
  };
}

type Judgement = Pick<NewState, 'outlook' | 'outlookProblem' | 'eventId'>;

function judge(wanted: WantedEvent, digest: string, actual: ActualEvent | undefined): Judgement {
  // Without an event id, publishing again makes the next generation: Outlook would take the old one for the same event.
  if (actual === undefined || actual.cancelled)
    return {
      outlook: 'changed in Outlook',
      outlookProblem: 'Its event was cancelled or deleted in Outlook. Publish it again or cancel it here.',
    };
  const { date, from, until, id: eventId } = actual;
  if (actual.digest !== digest) return { outlook: 'waiting', eventId };
  if (sameTime(actual, wanted)) return { outlook: 'sent', eventId };
  return {
    eventId,
    outlook: 'changed in Outlook',
    outlookProblem: `In Outlook it is on ${britishDate(date)}, ${from} to ${until}. Move it here too, or publish it again.`,
  };
}

/** Only what is new is written: every write is a version. */
function changed(published: Published, judged: Judgement): readonly NewState[] {
  const { outlook, outlookProblem } = published.stored.record;
  return outlook === judged.outlook && outlookProblem === judged.outlookProblem ? [] : [{ published, ...judged }];
}
