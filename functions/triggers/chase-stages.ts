import type { Stored } from '../../shared/record';
import { type Academy, academy } from '../../shared/records/academy';
import { type Review, review } from '../../shared/records/review';
import { type Stage, stage } from '../../shared/records/stage';
import { finished, isOver } from '../../shared/reviews/change-cycle';
import { type Chased, reminderDue, reminderLetter, withReminder } from '../../shared/reviews/chase';
import { isCancelled } from '../../shared/reviews/steps';
import { inLondon } from '../../shared/time/british-date';
import { allOf } from '../identity/directory';
import { type Invited, type Ports, product } from '../ports';
import { factsOfError } from '../request';
import { readCalendars } from './triad-cycle';

type ChasePorts = Pick<Ports, 'records' | 'people' | 'mail' | 'clock' | 'log'>;

interface ChaseSettings {
  readonly organiserMailbox: string;
  readonly publicOrigin: string;
}

/** The schedule is in UTC: of its two hours one is half past seven in London. */
export function isChasingHour(now: Date): boolean {
  return inLondon(now.toISOString()).time.startsWith('07');
}

/**
 * Every school morning: stages that are late are asked about, politely, each person once. A reminder is kept before it
 * is sent: the same morning run twice sends nothing twice, and a letter that is lost is followed by the next one.
 */
export async function chaseStages(ports: ChasePorts, settings: ChaseSettings): Promise<{ readonly sent: number }> {
  const { records, clock, log } = ports;
  const today = inLondon(clock.now().toISOString()).date;
  const open = (await allOf(records.each(stage, { by: 'state', is: 'open' }))).filter(
    ({ record }) => record.on < today,
  );
  if (open.length === 0) return { sent: 0 };
  const [academies, calendarOf, reviews] = await Promise.all([
    allOf(records.each(academy)),
    readCalendars(today, ports),
    reviewsOf(open, ports),
  ]);
  const places = new Map(academies.map(({ record }) => [record.urn, record]));
  let sent = 0;
  for (const one of open) {
    const held = reviews.get(one.record.review);
    const place = places.get(one.record.host);
    if (held === undefined || place === undefined || isCancelled(held)) continue;
    if (isOver(one.record, held)) await settle(one, today, ports);
    else {
      const to = reminderDue(one.record, calendarOf(place), today);
      if (to !== undefined && (await remind(one, to, place, today, ports, settings))) sent += 1;
    }
  }
  log.info('Asked about stages that are late.', { late: open.length, sent });
  return { sent };
}

async function reviewsOf(
  stages: readonly Stored<Stage>[],
  { records }: ChasePorts,
): Promise<ReadonlyMap<string, Review>> {
  const keys = [...new Set(stages.map(({ record }) => record.review))];
  const found = await Promise.all(keys.map((key) => records.get(review, key)));
  return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.key, one.record] as const])));
}

/** The outcome and its answer end stages too; the list follows. A clash is looked at again tomorrow. */
async function settle(one: Stored<Stage>, today: string, { records }: ChasePorts): Promise<void> {
  await records.change(stage, one, finished(one.record, today), product);
}

async function remind(
  one: Stored<Stage>,
  to: Chased,
  place: Academy,
  today: string,
  ports: ChasePorts,
  settings: ChaseSettings,
): Promise<boolean> {
  const kept = await ports.records.change(stage, one, withReminder(one.record, to, today), product);
  if (!kept.ok) return false;
  try {
    const whom = await addressee(one.record, to, ports, settings);
    if (whom === undefined) return false;
    const letter = reminderLetter(one.record, to, place.name);
    await ports.mail.send({ to: [whom], ...letter, link: `${settings.publicOrigin}/open/review/${one.record.review}` });
    return true;
  } catch (error) {
    ports.log.warn('A reminder could not be sent.', { stage: one.key, ...factsOfError(error) });
    return false;
  }
}

async function addressee(
  { owner, lead }: Stage,
  to: Chased,
  { people }: ChasePorts,
  { organiserMailbox }: ChaseSettings,
): Promise<Invited | undefined> {
  if (to === 'trust office') return { name: 'Trust office', email: organiserMailbox };
  const whom = to === 'owner' ? owner : lead;
  if (whom === undefined) return undefined;
  const account = (await people.byId([whom.id])).get(whom.id.toLowerCase());
  return account === undefined ? undefined : { name: whom.name, email: account.email };
}
