import { utcToLondon } from '../../shared/time/london';
import { daysOfSchoolYear, schoolYearOf } from '../../shared/time/school-year';
import { type ActualEvent, Busy, type Ports, type ReconcileOutcome } from '../ports';
import { type HeldLease, takeLease } from './lease';
import { openPace, type Pace } from './pace';
import { anythingWaits, dateOf, type Published, readPublished, stampOf } from './published';
import { readSurroundings } from './surroundings';
import { newState, planWork, stepsOf, takeWork, type Work } from './work';
import { writeStates } from './write-states';

export type ReconcilePorts = Pick<Ports, 'records' | 'calendar' | 'people' | 'clock' | 'ids' | 'log'>;

export interface ReconcileSettings {
  readonly publicOrigin: string;
  /** Functions stop a run after a while: we stop before, and leave the rest to the next one. */
  readonly runSeconds?: number;
}

const usualRunSeconds = 240;
const mostSteps = 20;
/** Fewer steps than this are not worth a request while more are waiting. */
const fewestSteps = 9;

/**
 * Brings the mailbox's calendar to what the lists want, for the records that wait. Safe to repeat, to interrupt at any
 * instant and to run twice at once: nothing is made before it was looked for, and what is done is written in the lists.
 */
export async function reconcileMailbox(
  mailbox: string,
  ports: ReconcilePorts,
  settings: ReconcileSettings,
): Promise<ReconcileOutcome> {
  try {
    if (!(await anythingWaits(ports.records))) return { done: 0 };
    const taken = await takeLease(mailbox, ports);
    if (!taken.ok) return { done: 0, againAfterSeconds: taken.againAfterSeconds };
    return await underLease(mailbox, taken.lease, ports, settings);
  } catch (error) {
    return comeBack(error, 0, ports);
  }
}

interface Progress {
  done: number;
  againAfterSeconds: number | undefined;
  notBefore: Date | undefined;
}

async function underLease(
  mailbox: string,
  lease: HeldLease,
  ports: ReconcilePorts,
  settings: ReconcileSettings,
): Promise<ReconcileOutcome> {
  const progress: Progress = { done: 0, againAfterSeconds: undefined, notBefore: undefined };
  const pace = openPace(ports.clock);
  const stopAt = ports.clock.now().getTime() + (settings.runSeconds ?? usualRunSeconds) * 1000;
  try {
    const work = await readWork(mailbox, ports, settings);
    await workThrough(work, { mailbox, lease, ports, pace, stopAt, progress });
    await lease.release(progress.notBefore ?? paceAsDate(pace, ports));
  } catch (error) {
    return comeBack(error, progress.done, ports);
  }
  const { done, againAfterSeconds } = progress;
  ports.log.info('Reconciled the calendar with the lists.', { done, again: againAfterSeconds ?? -1 });
  return againAfterSeconds === undefined ? { done } : { done, againAfterSeconds };
}

/** Microsoft 365 is busy: what is left waits, and the lease, if it could not be given back, runs out by itself. */
function comeBack(error: unknown, done: number, { log }: ReconcilePorts): ReconcileOutcome {
  if (!(error instanceof Busy)) throw error;
  log.warn('Microsoft 365 is busy; reconciling goes on later.', { seconds: error.retryAfterSeconds });
  return { done, againAfterSeconds: error.retryAfterSeconds };
}

/** The next run must not send more within the same minute. */
function paceAsDate(pace: Pace, { clock }: ReconcilePorts): Date | undefined {
  const wait = pace.waitFor(mostSteps);
  return wait <= 0 ? undefined : new Date(clock.now().getTime() + wait);
}

async function readWork(
  mailbox: string,
  ports: ReconcilePorts,
  { publicOrigin }: ReconcileSettings,
): Promise<readonly Work[]> {
  const waiting = await readPublished(ports.records, ['waiting']);
  if (waiting.length === 0) return [];
  const around = await readSurroundings(waiting, ports, publicOrigin);
  const actual = await readActual(mailbox, waiting, ports);
  const today = utcToLondon(ports.clock.now().toISOString()).date;
  return planWork(waiting, actual, around, today);
}

/**
 * Our events of the school years that the records lie in: a meeting may have been moved far within its year. What was
 * sent once and is not among them is looked for by its stamp.
 */
async function readActual(
  mailbox: string,
  waiting: readonly Published[],
  { calendar }: ReconcilePorts,
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

interface Run {
  readonly mailbox: string;
  readonly lease: HeldLease;
  readonly ports: ReconcilePorts;
  readonly pace: Pace;
  readonly stopAt: number;
  readonly progress: Progress;
}

async function workThrough(work: readonly Work[], run: Run): Promise<void> {
  let open = work;
  while (open.length > 0 && run.progress.againAfterSeconds === undefined) {
    const { ports, pace, stopAt, progress } = run;
    const wait = pace.waitFor(Math.min(fewestSteps, stepsOf(open).length));
    if (ports.clock.now().getTime() + wait > stopAt) {
      progress.againAfterSeconds = Math.ceil(wait / 1000);
      return;
    }
    if (wait > 0) await ports.clock.wait(wait);
    else open = open.slice(await takeSome(open, run));
  }
}

/** Applies and writes back one batch; gives how many records it took. */
async function takeSome(open: readonly Work[], run: Run): Promise<number> {
  const { ports, pace, progress } = run;
  const taken = takeWork(open, Math.min(mostSteps, pace.allowed()));
  const steps = stepsOf(taken);
  if (steps.length > 0 && !(await run.lease.renew())) {
    progress.againAfterSeconds = 60;
    return 0;
  }
  const outcomes = steps.length === 0 ? [] : await ports.calendar.apply(run.mailbox, steps);
  pace.sent(steps.length);
  progress.done += outcomes.filter(({ ok }) => ok === true).length;
  const later = Math.max(0, ...outcomes.map((outcome) => (outcome.ok === 'later' ? outcome.retryAfterSeconds : 0)));
  if (later > 0) {
    progress.againAfterSeconds = later;
    progress.notBefore = new Date(ports.clock.now().getTime() + later * 1000);
  }
  let position = 0;
  const states = taken.flatMap((one) => {
    const own = outcomes.slice(position, position + one.steps.length);
    position += one.steps.length;
    return newState(one, own) ?? [];
  });
  const left = await writeStates(states, ports);
  if (left > 0) progress.againAfterSeconds ??= 1;
  return taken.length;
}
