import { type Call, ids, type Rig, startRig } from './harness';

let rig: Rig;
let graph: Call;
const json = { 'Content-Type': 'application/json' };
const events = `/users/${ids.organiser}/events`;

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.everything);
});
afterEach(() => rig.stop());

const event = (number: number) => ({
  subject: `Meeting ${number}`,
  start: { dateTime: '2026-11-25T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-11-25T10:00:00', timeZone: 'UTC' },
  transactionId: `t-${number}`,
});
const create = (number: number, more: object = {}) => ({
  id: String(number),
  method: 'POST',
  url: events,
  headers: json,
  body: event(number),
  ...more,
});

test('twenty calls in one, at most four of one mailbox at once, each counted', async () => {
  await rig.control('POST', '/options', { latencyMilliseconds: 20 });
  const { status, body } = await graph('POST', '/$batch', {
    requests: Array.from({ length: 20 }, (_, index) => create(index)),
  });
  expect(status).toBe(200);
  expect(body.responses.map((one: { status: number }) => one.status)).toEqual(Array(20).fill(201));
  const counters = (await rig.control('GET', '/counters')).body;
  expect(counters).toMatchObject({ requests: 1, operations: 20, largestInFlight: 4, concurrencyRefusals: 0 });
  expect(counters.kinds).toEqual({ 'POST /users/{}/events': 20 });
});

test('a dependant of a failed call gets 424', async () => {
  const { body } = await graph('POST', '/$batch', {
    requests: [
      { id: 'a', method: 'GET', url: '/users/nobody@beacon.example' },
      { id: 'b', method: 'GET', url: `/users/${ids.ash}`, dependsOn: ['a'] },
      { id: 'c', method: 'GET', url: `/users/${ids.ash}?$select=displayName` },
    ],
  });
  const byId = Object.fromEntries(body.responses.map((one: { id: string }) => [one.id, one]));
  expect([byId['a'].status, byId['b'].status, byId['c'].status]).toEqual([404, 424, 200]);
  expect(byId['c'].body.displayName).toBe('Ash Ridley');
});

test.each([
  ['21 calls', Array.from({ length: 21 }, (_, index) => create(index))],
  ['no calls', []],
  ['the same id twice', [create(1), create(1)]],
  ['a dependence on nothing', [create(1, { dependsOn: ['9'] })]],
  ['an absolute address', [create(1, { url: 'https://graph.microsoft.com/v1.0/users' })]],
  ['a body without its type', [create(1, { headers: {} })]],
])('a batch with %s is refused', async (_what, requests) => {
  expect((await graph('POST', '/$batch', { requests })).status).toBe(400);
});

test('the fifth call at once to one mailbox is refused outside a batch', async () => {
  await rig.control('POST', '/options', { latencyMilliseconds: 150 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => graph('GET', events)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.body.error.message).toContain('MailboxConcurrency');
});
