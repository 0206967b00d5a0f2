import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { product } from '../../functions/ports';
import { keyOf } from '../../functions/reconcile/lease';
import { leaseKind } from '../../functions/reconcile/lease-kind';
import { subscriptionKind } from '../../functions/reconcile/subscription-kind';
import { type Running, startAll } from '../../infra/local/supervisor/start-all';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { addDays } from '../../shared/time/calendar-date';
import { movedClockOf } from './moved-clock-of';
import { realSeconds, type Trust, trustOf } from './running-trust';

const meetings = 8;
const keys = Array.from({ length: meetings }, (_, index) => `noticed-${index}`);

interface World extends Trust {
  readonly running: Running;
  readonly folder: string;
}

async function begin(): Promise<World> {
  const clock = movedClockOf('2026-11-23T08:00:00Z', 20);
  const folder = mkdtempSync(join(tmpdir(), 'notices-'));
  const running = await startAll({
    folder,
    fresh: true,
    ports: { workbench: 0, tenant: 0, functions: 0 },
    clock: clock.setting,
    tell: () => undefined,
  });
  return { ...trustOf(running, clock), running, folder };
}

const open: World[] = [];

async function world(): Promise<World> {
  const one = await begin();
  open.push(one);
  // Who publishes for the first time need not wait for the hour of the timer.
  await publish(one);
  expect(await subscriptionOf(one)).toBeDefined();
  await one.fire('reconcileNightly');
  await until(
    async () => (await one.ports.records.get(leaseKind, mailboxKey(one)))?.record.deltaLink !== undefined,
    'a place',
  );
  return one;
}

async function end(one: World): Promise<void> {
  open.splice(open.indexOf(one), 1);
  await one.running.stop();
  rmSync(one.folder, { recursive: true, force: true });
}

afterAll(async () => {
  for (const one of [...open]) await end(one);
});

function mailboxKey({ running }: World): string {
  return keyOf(running.endpoints.organiserMailbox);
}

async function subscriptionOf(one: World): Promise<string | undefined> {
  return (await one.ports.records.get(subscriptionKind, mailboxKey(one)))?.record.subscription;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let looks = 0; looks < 240; looks += 1) {
    if (await holds()) return;
    await realSeconds(0.5);
  }
  throw new Error(`It did not come to ${what}.`);
}

function guests({ running }: World) {
  return running.endpoints.people.filter(({ academy }) => academy !== undefined).slice(0, 2);
}

/** Two people are invited to eight meetings by the reconciler of the running host. */
async function publish(one: World): Promise<void> {
  const [lead] = guests(one);
  if (lead === undefined) throw new Error('The demonstration trust has nobody.');
  const members = guests(one).map(({ id, name, email, academy }) => ({ who: { id, name }, email, academy }));
  const recordOf = (index: number): Meeting => ({
    year: '2026/27',
    network: 'network-of-the-notices',
    number: index + 1,
    name: `Noticed ${index}`,
    lead: { id: lead.id, name: lead.name },
    date: addDays('2027-01-11', index),
    from: '15:45',
    until: '16:45',
    place: 'In Teams',
    members,
    wanted: 'event',
    generation: 0,
    outlook: 'waiting',
  });
  await one.ports.records.createMany(
    meeting,
    keys.map((key, index) => ({ key, record: recordOf(index) })),
    product,
  );
  await one.fire('sweep');
  await until(async () => (await lists(one)).every(({ outlook }) => outlook === 'sent'), 'eight meetings in Outlook');
}

async function lists({ ports }: World) {
  const found = await ports.records.getMany(meeting, keys);
  return found
    .map(({ key, record }) => ({
      key,
      outlook: record.outlook,
      answers: (record.answers ?? []).map(({ email, answer }) => `${email} ${answer}`).sort(),
      seen: record.seen,
      hasEvent: record.eventId !== undefined,
    }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));
}

async function inOutlook({ ports, running }: World) {
  const { organiserMailbox } = running.endpoints;
  const events = await ports.calendar.eventsBetween(organiserMailbox, '2027-01-01', '2027-03-31');
  return events
    .filter(({ stamp }) => stamp.startsWith('meeting:noticed-'))
    .map(({ stamp, date, from, invited }) => ({
      stamp,
      date,
      from,
      answers: invited.map(({ email, answer }) => `${email} ${answer}`).sort(),
    }))
    .sort((left, right) => (left.stamp < right.stamp ? -1 : 1));
}

/** Somebody's own copy of a meeting is answered as they would in their Outlook. */
async function answer(one: World, email: string, index: number, verb: 'accept' | 'decline'): Promise<void> {
  const span = 'startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-03-31T00:00:00Z';
  const { value } = await one.outlook<{ value: { id: string; subject: string }[] }>(
    'GET',
    `users/${email}/calendarView?${span}&$top=500&$select=id,subject`,
  );
  const copy = value.find(({ subject }) => subject === `Noticed ${index}`);
  if (copy === undefined) throw new Error(`Nobody was invited to meeting ${index}.`);
  await one.outlook('POST', `users/${email}/events/${copy.id}/${verb}`, { sendResponse: true });
}

/** Attendees answer; somebody moves two events in the organiser's mailbox and deletes two. */
async function deeds(one: World): Promise<void> {
  const [first, second] = guests(one);
  if (first === undefined || second === undefined) throw new Error('The demonstration trust has nobody.');
  const events = new Map(
    (await one.ports.records.getMany(meeting, keys)).map(({ key, record }) => [key, record.eventId]),
  );
  const event = (index: number) =>
    `users/${one.running.endpoints.organiserMailbox}/events/${events.get(`noticed-${index}`)}`;
  const at = (time: string) => ({ dateTime: `2027-02-03T${time}:00`, timeZone: 'Europe/London' });
  for (let index = 0; index < 6; index += 1) await answer(one, first.email, index, 'accept');
  await one.outlook('PATCH', event(6), { start: at('10:00'), end: at('11:00') });
  await one.outlook('DELETE', event(4));
  for (let index = 0; index < 3; index += 1) await answer(one, second.email, index, 'decline');
  await one.outlook('PATCH', event(7), { start: at('13:00'), end: at('14:00') });
  await one.outlook('DELETE', event(5));
  await answer(one, first.email, 0, 'decline');
}

/** How the lists say it in the end, once everything that was done has been seen. */
async function isSeen(one: World): Promise<boolean> {
  const found = await lists(one);
  const states = found.map(({ outlook, answers }) => (outlook === 'sent' ? answers.length : outlook));
  const mindChanged = found[0]?.answers.every((line) => line.endsWith('declined'));
  const changed = 'changed in Outlook';
  return mindChanged === true && states.join() === [2, 2, 2, 1, changed, changed, changed, changed].join();
}

async function deltaCalls({ control }: World): Promise<number> {
  const { kinds } = await control<{ kinds: Record<string, number> }>('GET', 'counters');
  return Object.entries(kinds).reduce((sum, [kind, count]) => sum + (kind.includes('delta') ? count : 0), 0);
}

/** The quiet run that the disturbed one is held against. */
async function withoutLoss() {
  const one = await world();
  await deeds(one);
  await until(() => isSeen(one), 'what was done, without loss');
  const state = { lists: await lists(one), outlook: await inOutlook(one) };
  await end(one);
  return state;
}

/** As Graph sends them, with the true secret, again and again; gives the milliseconds that each answer took. */
async function replay(one: World, times: number): Promise<number[]> {
  const kept = await one.ports.records.get(subscriptionKind, mailboxKey(one));
  const value = [{ clientState: kept?.record.clientState, changeType: 'updated', resource: 'Users/x/Events/y' }];
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const from = performance.now();
    const heard = await fetch(`${one.running.endpoints.functions}/api/hooks/outlook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
    });
    took.push(performance.now() - from);
    expect(heard.status).toBe(202);
  }
  return took.sort((left, right) => left - right);
}

test('lost, doubled, shuffled, late and forged notices bring the lists to the same as a run without loss', async () => {
  const wanted = await withoutLoss();
  const one = await world();
  const subscription = await subscriptionOf(one);
  await one.control('POST', 'notifications', {
    seed: 20261123,
    lose: 0.4,
    duplicate: 0.4,
    disorder: true,
    delayMilliseconds: 20_000,
  });
  await deeds(one);
  await until(
    async () => (await one.control<{ waiting: number }>('GET', 'notifications')).waiting === 0,
    'an empty bag',
  );
  const told = await one.control<{ lost: number; doubled: number }>('GET', 'notifications');
  expect(told.lost).toBeGreaterThan(0);
  expect(told.doubled).toBeGreaterThan(0);
  await one.control('DELETE', 'notifications');

  // Graph says that it could not tell everything: what is missing is asked of the calendar.
  await one.control('POST', 'notifications/lifecycle', { subscription, event: 'missed' });
  await until(() => isSeen(one), 'what was done, with loss');
  expect({ lists: await lists(one), outlook: await inOutlook(one) }).toEqual(wanted);

  await forgedChangeNothing(one, subscription ?? '');
  const took = await replay(one, 100);
  expect({ lists: await lists(one), outlook: await inOutlook(one) }).toEqual(wanted);
  await madeAnew(one, subscription ?? '');
  process.stdout.write(
    `Notices: ${told.lost} lost, ${told.doubled} twice; acknowledged in ${took[50]?.toFixed(1)} ms (half), ${took[98]?.toFixed(1)} ms (99 of 100)\n`,
  );
}, 420_000);

async function forgedChangeNothing(one: World, subscription: string): Promise<void> {
  // Looks that genuine notices asked for come to an end first.
  await realSeconds(3);
  const versions = async () => (await one.ports.records.getMany(meeting, keys)).map(({ version }) => version).sort();
  const before = [await versions(), await deltaCalls(one)];
  for (let time = 0; time < 20; time += 1) {
    const forged = { clientState: `guessed-${time}`, changeType: 'deleted', lifecycleEvent: 'subscriptionRemoved' };
    await one.control('POST', 'notifications/forge', { subscription, with: forged });
  }
  await realSeconds(3);
  expect([await versions(), await deltaCalls(one)]).toEqual(before);
  expect(await subscriptionOf(one)).toBe(subscription);
}

/** Graph took the subscription away: there is a new one, and what happens then is told by it. */
async function madeAnew(one: World, removed: string): Promise<void> {
  await one.control('POST', 'notifications/lifecycle', { subscription: removed, event: 'subscriptionRemoved' });
  await until(async () => (await subscriptionOf(one)) !== removed, 'a new subscription');
  const [, second] = guests(one);
  await answer(one, second?.email ?? '', 3, 'accept');
  await until(async () => (await lists(one))[3]?.answers.length === 2, 'an answer told by the new subscription');
}
