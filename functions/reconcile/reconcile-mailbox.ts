import type { Stored } from '../../shared/record';
import { ok } from '../../shared/result';
import { utcToLondon } from '../../shared/time/london';
import { daysOfSchoolYear, schoolYearOf } from '../../shared/time/school-year';
import { type ActualEvent, Busy, type Ports, type ReconcileOutcome } from '../ports';
import { keyOf, secondsUntilFree } from './lease';
import { type Lease, leaseKind } from './lease-kind';
import { type MailboxLease, openMailboxLease } from './mailbox-lease';
import { dateOf, type Published, readPublished, stampOf } from './published';
import { goRounds } from './rounds';
import { readSurroundings } from './surroundings';
import { planWork, type Work } from './work';

export type ReconcilePorts = Pick<Ports, 'records' | 'calendar' | 'people' | 'together' | 'clock' | 'ids' | 'log'>;

export interface ReconcileSettings {
  readonly publicOrigin: string;
  /** Functions stop a run after a while: we stop before, and leave the rest to the next one. */
  readonly runSeconds?: number;
}

/** A year of 240 meetings takes nine minutes; host.json stops a run after thirty. */
const usualRunSeconds = 20 * 60;
/** How often the first two requests are asked again, and how soon. */
const mostTries = 8;
const pauseBetween = 1000;
/** When somebody was quicker than we. */
const otherHolderSeconds = 5;

/**
 * Brings the mailbox's calendar to what the lists want, for the records that wait. Safe to repeat, to interrupt at any
 * instant and to run twice at once: nothing is made before it was looked for, and what is done is written in the lists.
 */
export async function reconcileMailbox(
  mailbox: string,
  ports: ReconcilePorts,
  settings: ReconcileSettings,
): Promise<ReconcileOutcome> {
  const stopAt = ports.clock.now().getTime() + (settings.runSeconds ?? usualRunSeconds) * 1000;
  let lease: MailboxLease | undefined;
  try {
    const { lease: present, waiting } = await readWaiting(mailbox, ports);
    if (waiting.length === 0) return { done: 0 };
    const wait = present === undefined ? 0 : secondsUntilFree(present.record, ports.clock.now());
    if (wait > 0) return { done: 0, againAfterSeconds: wait };
    lease = openMailboxLease(mailbox, present, ports);
    const work = await takeAndRead(mailbox, lease, waiting, ports, settings);
    if (work === undefined) return { done: 0, againAfterSeconds: otherHolderSeconds };
    const { done, againAfterSeconds } = await goRounds(work, { mailbox, lease, ports, stopAt });
    ports.log.info('Reconciled the calendar with the lists.', { done, again: againAfterSeconds ?? -1 });
    return againAfterSeconds === undefined ? { done } : { done, againAfterSeconds };
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return comeBack(error.retryAfterSeconds, lease, ports);
  }
}

/** What is left waits. Others hear of the wait by the lease; where not even that can be written, it runs out by itself. */
async function comeBack(
  seconds: number,
  lease: MailboxLease | undefined,
  { records, clock, log }: ReconcilePorts,
): Promise<ReconcileOutcome> {
  log.warn('Microsoft 365 is busy; reconciling goes on later.', { seconds });
  try {
    await lease?.giveBack(records, new Date(clock.now().getTime() + seconds * 1000));
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    log.warn('Nor could the lease be given back.', { seconds: error.retryAfterSeconds });
  }
  return { done: 0, againAfterSeconds: seconds };
}

/**
 * The lease first and what waits after it: whoever then takes the lease at the version that was read knows that nobody
 * reconciled in between.
 */
async function readWaiting(
  mailbox: string,
  ports: ReconcilePorts,
): Promise<{ readonly lease: Stored<Lease> | undefined; readonly waiting: readonly Published[] }> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await ports.clock.wait(pauseBetween);
    const { first, rest } = await ports.together(
      async ({ records }) => ok(await records.get(leaseKind, keyOf(mailbox))),
      ({ records }) => readPublished(records, ['waiting']),
    );
    if (first.ok && rest !== undefined) return { lease: first.value, waiting: rest };
  }
  throw new Busy(30);
}

/** Takes the lease and reads what the work depends on; undefined when somebody else was quicker. */
async function takeAndRead(
  mailbox: string,
  lease: MailboxLease,
  waiting: readonly Published[],
  ports: ReconcilePorts,
  { publicOrigin }: ReconcileSettings,
): Promise<readonly Work[] | undefined> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (tries > 0) await ports.clock.wait(pauseBetween);
    const { first, rest } = await ports.together(
      ({ records }) => lease.hold(records, 0),
      (asked) => Promise.all([readActual(mailbox, waiting, asked), readSurroundings(waiting, asked, publicOrigin)]),
    );
    if (!first.ok) return undefined;
    if (rest === undefined) continue;
    const [actual, around] = rest;
    return planWork(waiting, actual, around, utcToLondon(ports.clock.now().toISOString()).date);
  }
  throw new Busy(30);
}

/**
 * Our events of the school years that the records lie in: a meeting may have been moved far within its year. What was
 * sent once and is not among them is looked for by its stamp.
 */
async function readActual(
  mailbox: string,
  waiting: readonly Published[],
  { calendar }: Pick<Ports, 'calendar'>,
): Promise<readonly ActualEvent[]> {
  const dates = waiting.map(dateOf).sort();
  const { first } = daysOfSchoolYear(schoolYearOf(dates[0] ?? ''));
  const { last } = daysOfSchoolYear(schoolYearOf(dates.at(-1) ?? ''));
  const events = await calendar.eventsBetween(mailbox, first, last);
  const seen = new Set(events.map(({ id }) => id));
  const elsewhere: ActualEvent[] = [];
  for (const published of waiting) {
    const { eventId } = published.stored.record;
    if (eventId === undefined || seen.has(eventId)) continue;
    const found = await calendar.eventStamped(mailbox, stampOf(published));
    if (found !== undefined && !seen.has(found.id)) elsewhere.push(found);
  }
  return [...events, ...elsewhere];
}
