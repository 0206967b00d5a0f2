import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTenant } from '../../../../infra/local/tenant/server';
import { call, ids, seed, settingsFor } from './harness';
import { listen, type Subscriber } from './subscriber';

const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
const settings = settingsFor(join(folder, 'tenant.db'));
const mine = `users/${ids.organiser}/events`;
const hour = 3_600_000;

let tenant: Awaited<ReturnType<typeof startTenant>>;
let subscriber: Subscriber;
beforeEach(async () => {
  tenant = await startTenant({ settings });
  subscriber = await listen();
  await control('POST', '/seed', seed);
  await control('POST', '/notifications', { retryMilliseconds: 50 });
});
afterEach(async () => {
  await tenant.stop();
  await subscriber.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const control = (method: string, path: string, body?: unknown) => call(`${tenant.url}/control${path}`, method, body);

async function graph(method: string, path: string, body?: unknown) {
  const scope = 'https://graph.microsoft.com/.default';
  const token = (await control('POST', '/token', { clientId: ids.everything, scope })).body.access_token;
  return call(`${tenant.url}/v1.0${path}`, method, body, { Authorization: `Bearer ${token}` });
}

const now = async (): Promise<number> => Date.parse((await control('GET', '/clock')).body.now);
const later = async (milliseconds: number) =>
  control('POST', '/clock', { to: new Date((await now()) + milliseconds).toISOString() });

async function subscribe(hours: number): Promise<string> {
  const { body } = await graph('POST', '/subscriptions', {
    changeType: 'created',
    notificationUrl: `${subscriber.url}/hook`,
    lifecycleNotificationUrl: `${subscriber.url}/life`,
    resource: mine,
    expirationDateTime: new Date((await now()) + hours * hour).toISOString(),
  });
  return body.id;
}

const at = { dateTime: '2027-06-01T10:00:00', timeZone: 'UTC' };
const makeEvent = () => graph('POST', `/${mine}`, { subject: 'x', start: at, end: at });

async function until(holds: (counted: Record<string, number>) => boolean): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (holds((await control('GET', '/notifications')).body)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(JSON.stringify((await control('GET', '/notifications')).body));
}

test('a subscription runs out without a word, and then nothing is told', async () => {
  const id = await subscribe(100);
  await later(99 * hour);
  expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(200);
  await later(2 * hour);
  expect((await graph('GET', `/subscriptions/${id}`)).status).toBe(404);
  expect((await graph('PATCH', `/subscriptions/${id}`, { expirationDateTime: '2030-01-01T00:00:00Z' })).status).toBe(
    404,
  );
  await makeEvent();
  await until(({ waiting }) => waiting === 0);
  expect(subscriber.parcels).toEqual([]);
});

test('whoever answers nothing for four hours is told at the other address that something was missed', async () => {
  const id = await subscribe(100);
  subscriber.answers.push(500, 500, 500, 500, 500, 500);
  await makeEvent();
  await until(({ refused = 0 }) => refused >= 1);
  await later(5 * hour);
  await until(({ givenUp }) => givenUp === 1);
  subscriber.answers.length = 0;
  await later(hour);
  await until(({ waiting }) => waiting === 0);
  expect(subscriber.parcels).toMatchObject([
    { path: '/life', notices: [{ subscriptionId: id, lifecycleEvent: 'missed' }] },
  ]);
  await graph('DELETE', `/subscriptions/${id}`);
});

test('what waits to be told outlives the tenant', async () => {
  const id = await subscribe(100);
  await control('POST', '/notifications', { delayMilliseconds: 600 });
  await makeEvent();
  await until(({ waiting }) => waiting === 1);
  await tenant.stop();
  tenant = await startTenant({ settings });
  await until(({ delivered }) => delivered === 1);
  expect(subscriber.parcels).toMatchObject([{ path: '/hook', notices: [{ subscriptionId: id }] }]);
});
