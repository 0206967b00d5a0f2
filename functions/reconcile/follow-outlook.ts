import type { Kind, Stored } from '../../shared/record';
import { action } from '../../shared/records/action';
import { meeting } from '../../shared/records/meeting';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { addDays } from '../../shared/time/calendar-date';
import { Busy, type CalendarChanges, product } from '../ports';
import {
  type Comparison,
  compareEach,
  compareWithOutlook,
  daysAhead,
  nothingCompared,
  todayOf,
} from './compare-with-outlook';
import { keyOf, secondsUntilFree } from './lease';
import { type Lease, leaseKind } from './lease-kind';
import { type Published, readPublished, stampOf } from './published';
import type { ReconcilePorts, ReconcileSettings } from './reconcile-mailbox';

export interface Followed extends Comparison {
  /** The mailbox is reconciled at this moment, or Microsoft 365 is busy: look again after so many seconds. */
  readonly againAfterSeconds?: number;
}

/** After a week all is read anew: the span that is followed goes with the year, and lost notices are made good. */
const mostDays = 7;
/** How long another look waits where the place could not be kept. */
const soon = 5;

/**
 * What people changed in Outlook since the last look, by delta: their answers, moves, deletions. Two requests where
 * nothing changed. It only reads the calendar, so it takes no lease; it waits while somebody else holds it, and looking
 * twice at once does no harm: what is written is written at the version that was read.
 */
export async function followOutlook(
  mailbox: string,
  ports: ReconcilePorts,
  settings: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Followed> {
  try {
    const kept = await ports.records.get(leaseKind, keyOf(mailbox));
    const wait = kept === undefined ? 0 : secondsUntilFree(kept.record, ports.clock.now());
    if (wait > 0) return { ...nothingCompared, againAfterSeconds: wait };
    const { deltaLink, followedFrom } = kept?.record ?? {};
    const isFresh = followedFrom !== undefined && addDays(followedFrom, mostDays) > todayOf(ports);
    const changes =
      deltaLink === undefined || !isFresh ? undefined : await ports.calendar.changesSince(mailbox, deltaLink);
    return changes === undefined
      ? await beginAnew(mailbox, kept, ports, settings)
      : await takeChanges(mailbox, kept, changes, ports, settings);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    ports.log.warn('Microsoft 365 is busy; looking at Outlook goes on later.', { seconds: error.retryAfterSeconds });
    return { ...nothingCompared, againAfterSeconds: error.retryAfterSeconds };
  }
}

/** The place first, then everything: what changes between the two is told from there. */
async function beginAnew(
  mailbox: string,
  kept: Stored<Lease> | undefined,
  ports: ReconcilePorts,
  settings: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Followed> {
  const today = todayOf(ports);
  const deltaLink = await ports.calendar.follow(mailbox, today, addDays(today, daysAhead + mostDays));
  const compared = await compareWithOutlook(mailbox, ports, settings);
  return keepPlace(mailbox, kept, { deltaLink, followedFrom: today }, compared, ports);
}

/** Where nothing changed nothing is written: the old place is as good as the new one. */
async function takeChanges(
  mailbox: string,
  kept: Stored<Lease> | undefined,
  { events, gone, link }: CalendarChanges,
  ports: ReconcilePorts,
  settings: Pick<ReconcileSettings, 'publicOrigin'>,
): Promise<Followed> {
  if (events.length === 0 && gone.length === 0) return nothingCompared;
  const changed = await recordsStamped(new Set(events.map(({ stamp }) => stamp)), ports);
  const lost = gone.length === 0 ? [] : await recordsOfEvents(new Set(gone), ports);
  const compared = await compareEach(mailbox, [...changed, ...lost], events, ports, settings);
  return keepPlace(mailbox, kept, { deltaLink: link }, compared, ports);
}

/** Somebody who took the lease meanwhile wins: what was seen is then seen once more. */
async function keepPlace(
  mailbox: string,
  kept: Stored<Lease> | undefined,
  place: Pick<Lease, 'deltaLink' | 'followedFrom'>,
  compared: Comparison,
  ports: ReconcilePorts,
): Promise<Followed> {
  ports.log.info('Looked at what changed in Outlook.', { ...compared });
  if (compared.left > 0) return { ...compared, againAfterSeconds: soon };
  const until = ports.clock.now().toISOString();
  const written =
    kept === undefined
      ? await ports.records.create(leaseKind, keyOf(mailbox), { holder: 'nobody', until, ...place }, product)
      : await ports.records.change(leaseKind, kept, { ...kept.record, ...place }, product);
  return written.ok ? compared : { ...compared, againAfterSeconds: soon };
}

/** Records that say they are in Outlook; what waits, and what failed, is for the reconciler. */
function isIn({ stored: { record } }: Published): boolean {
  return record.outlook === 'sent' || record.outlook === 'changed in Outlook';
}

async function recordsStamped(stamps: ReadonlySet<string>, { records }: ReconcilePorts): Promise<readonly Published[]> {
  const read = async <R>(kind: Kind<R>): Promise<readonly Stored<R>[]> => {
    const own = [...stamps].filter((stamp) => stamp.startsWith(`${kind.name}:`));
    // `{kind}:{key}:{generation}`; keys have no colon.
    const keys = own.map((stamp) => stamp.slice(kind.name.length + 1, stamp.lastIndexOf(':')));
    return keys.length === 0 ? [] : records.getMany(kind, keys);
  };
  const found: readonly Published[] = [
    ...(await read(meeting)).map((stored): Published => ({ kind: 'meeting', stored })),
    ...(await read(review)).map((stored): Published => ({ kind: 'review', stored })),
    ...(await read(stage)).map((stored): Published => ({ kind: 'stage', stored })),
    ...(await read(action)).map((stored): Published => ({ kind: 'action', stored })),
  ];
  return found.filter((one) => isIn(one) && stamps.has(stampOf(one)));
}

/** Of what is gone from the calendar only the id is told. */
async function recordsOfEvents(ids: ReadonlySet<string>, { records }: ReconcilePorts): Promise<readonly Published[]> {
  const all = await readPublished(records, ['sent', 'changed in Outlook']);
  return all.filter(({ stored: { record } }) => record.eventId !== undefined && ids.has(record.eventId));
}
