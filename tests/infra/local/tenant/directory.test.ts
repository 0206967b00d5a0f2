import { type Call, ids, type Rig, seed, startRig } from './harness';

let rig: Rig;
let graph: Call;
const many = Array.from({ length: 120 }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  displayName: `Person ${index}`,
  userPrincipalName: `person${index}@beacon.example`,
}));

beforeAll(async () => {
  rig = await startRig({ seeded: { ...seed, users: [...(seed.users ?? []), ...many] } });
  graph = await rig.as(ids.everything);
});
afterAll(() => rig.stop());

const found = async (filter: string) => {
  const { status, body } = await graph('GET', `/users?$select=displayName&$filter=${encodeURIComponent(filter)}`);
  return status === 200 ? body.value.map((one: { displayName: string }) => one.displayName) : status;
};

test.each([
  ["userPrincipalName eq 'ASH.RIDLEY@beacon.example'", ['Ash Ridley']],
  ["mail eq 'ash.ridley@beacon.example' or mail eq 'birch.okafor@beacon.example'", ['Ash Ridley', 'Birch Okafor']],
  ["mail in ('ash.ridley@beacon.example','nobody@beacon.example')", ['Ash Ridley']],
  ["startswith(displayName,'Birch')", ['Birch Okafor']],
  ["mail ne 'x'", 400],
  ["shoeSize eq '9'", 400],
  [`mail in (${Array.from({ length: 16 }, (_, index) => `'p${index}'`).join(',')})`, 400],
  ["mail eq 'unterminated", 400],
  ["mail eq 'a' and", 400],
])('people by %s', async (filter, expected) => {
  expect(await found(filter)).toEqual(expected);
});

test('a hundred people a page', async () => {
  const first = await graph('GET', '/users?$select=id');
  expect(first.body.value).toHaveLength(100);
  const second = await graph('GET', first.body['@odata.nextLink'].replace('https://graph.microsoft.com/v1.0', ''));
  expect(second.body.value).toHaveLength(23);
});

test('the members of a group', async () => {
  const { body } = await graph('GET', `/groups/${ids.group}/members?$select=displayName`);
  expect(body.value).toEqual([
    { '@odata.type': '#microsoft.graph.user', displayName: 'Ash Ridley' },
    { '@odata.type': '#microsoft.graph.user', displayName: 'Birch Okafor' },
  ]);
});

test('somebody who is not there is not found', async () => {
  const { status, body } = await graph('GET', '/users/nobody@beacon.example');
  expect([status, body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
});

test('a seed can be repeated, and what was deleted since stays deleted', async () => {
  const busy = [
    {
      mailbox: ids.ash,
      start: { dateTime: '2026-11-25T09:00:00', timeZone: 'Europe/London' },
      end: { dateTime: '2026-11-25T10:00:00', timeZone: 'Europe/London' },
      subject: 'Assembly',
    },
  ];
  const files = [
    { driveId: ids.drive, path: 'Templates/Appraisal.txt', contentBase64: Buffer.from('one').toString('base64') },
  ];
  for (let time = 0; time < 2; time += 1)
    expect((await rig.control('POST', '/seed', { busy, files })).body).toEqual({ busy: 1, files: 1 });
  const view = `/users/${ids.ash}/calendarView?startDateTime=2026-11-25T00:00:00Z&endDateTime=2026-11-26T00:00:00Z`;
  const [event, ...more] = (await graph('GET', view)).body.value;
  expect(more).toEqual([]);
  await graph('DELETE', `/users/${ids.ash}/events/${event.id}`);
  await graph('DELETE', `/drives/${ids.drive}/root:/Templates/Appraisal.txt`);
  await rig.control('POST', '/seed', { busy, files });
  expect((await graph('GET', view)).body.value).toEqual([]);
  expect((await graph('GET', `/drives/${ids.drive}/root:/Templates/Appraisal.txt`)).status).toBe(404);
});

test('a seed that is not understood is refused whole', async () => {
  const { status, body } = await rig.control('POST', '/seed', { busy: [{ mailbox: ids.ash, beginning: 'now' }] });
  expect([status, typeof body.problem]).toEqual([400, 'string']);
});
