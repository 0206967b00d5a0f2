import { type Call, ids, type Rig, startRig } from './harness';

let rig: Rig;
let graph: Call;
const events = `/users/${ids.organiser}/events`;
const event = (transactionId: string) => ({
  subject: 'Meeting',
  start: { dateTime: '2026-11-25T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-11-25T10:00:00', timeZone: 'UTC' },
  transactionId,
});

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.everything);
});
afterEach(() => rig.stop());

const always = (kind: string, more: object = {}) =>
  rig.control('POST', '/faults', { seed: 1, rate: 1, kinds: [kind], ...more });
const counters = async () => (await rig.control('GET', '/counters')).body;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each([
  ['500', 500],
  ['502', 502],
  ['503', 503],
  ['504', 504],
])('a fault %s is answered without effect', async (kind, status) => {
  await always(kind);
  expect((await graph('POST', events, event('a'))).status).toBe(status);
  await rig.control('DELETE', '/faults');
  expect((await graph('GET', events)).body.value).toEqual([]);
});

test.each([
  ['reset-before', 0],
  ['reset-after', 1],
])('a fault %s loses the connection; %d events are there afterwards', async (kind, expected) => {
  await always(kind);
  await expect(graph('POST', events, event('a'))).rejects.toThrow('fetch failed');
  await rig.control('DELETE', '/faults');
  expect((await graph('GET', events)).body.value).toHaveLength(expected);
});

test('a fault 504-after is answered after the effect', async () => {
  await always('504-after');
  expect((await graph('POST', events, event('a'))).status).toBe(504);
  await rig.control('DELETE', '/faults');
  expect((await graph('GET', events)).body.value).toHaveLength(1);
});

test('a hanging call is never answered', async () => {
  await always('hang');
  const token = (
    await rig.control('POST', '/token', { clientId: ids.everything, scope: 'https://graph.microsoft.com/.default' })
  ).body;
  const asked = fetch(`${rig.url}/v1.0${events}`, {
    headers: { Authorization: `Bearer ${token.access_token}` },
    signal: AbortSignal.timeout(200),
  });
  await expect(asked).rejects.toThrow(/aborted/);
});

test.each([
  ['429-seconds', /^\d+$/],
  ['429-decimal', /^\d+\.\d{3}$/],
  ['429-date', /GMT$/],
])('%s says in its way when to come back', async (kind, form) => {
  await always(kind);
  const { status, headers } = await graph('GET', events);
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toMatch(form);
});

test('coming back too early is counted and lengthens the wait; another mailbox is not concerned', async () => {
  await always('429-seconds', { limit: 1 });
  expect((await graph('GET', events)).headers.get('retry-after')).toBe('1');
  await pause(100);
  expect((await graph('GET', `/users/${ids.ash}/events`)).status).toBe(200);
  const early = await graph('GET', events);
  expect([early.status, early.headers.get('retry-after')]).toEqual([429, '2']);
  expect((await counters()).early).toBe(1);
  await pause(2000);
  expect((await graph('GET', events)).status).toBe(200);
  expect(await counters()).toMatchObject({ early: 1, faults: { '429-seconds': 1 } });
});

test('429 without Retry-After closes nothing', async () => {
  await always('429-none', { limit: 1 });
  expect((await graph('GET', events)).headers.get('retry-after')).toBeNull();
  await pause(50);
  expect((await graph('GET', events)).status).toBe(200);
  expect((await counters()).early).toBe(0);
});

test('the same seed and calls give the same faults, another seed others', async () => {
  const kinds = ['429-none', '500', '503'];
  const run = async (seed: number) => {
    await rig.control('POST', '/faults', { seed, rate: 0.5, kinds });
    const statuses = [];
    for (let number = 0; number < 20; number += 1) statuses.push((await graph('GET', '/users?$top=1')).status);
    return statuses;
  };
  const first = await run(7);
  expect(await run(7)).toEqual(first);
  expect(await run(8)).not.toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(2);
  expect((await rig.control('GET', '/faults')).body.given.length).toBeGreaterThan(5);
});

test('faults of status hit the calls inside a batch one by one', async () => {
  await rig.control('POST', '/faults', { seed: 3, rate: 0.5, kinds: ['500'] });
  const requests = Array.from({ length: 20 }, (_, index) => ({
    id: String(index),
    method: 'GET',
    url: `/users/${ids.ash}`,
  }));
  const { status, body } = await graph('POST', '/$batch', { requests });
  expect(status).toBe(200);
  const statuses = new Set(body.responses.map((one: { status: number }) => one.status));
  expect(statuses).toEqual(new Set([200, 500]));
});

test('faults can be kept to some paths', async () => {
  await always('500', { only: '/sites/' });
  expect((await graph('GET', '/users?$top=1')).status).toBe(200);
  expect((await graph('GET', `/sites/${ids.site}`)).status).toBe(500);
});
