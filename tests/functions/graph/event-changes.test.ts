import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CalendarStep } from '../../../functions/ports';
import { organiser, type Rig, startRig } from './rig';

let rig: Rig;
const ada = 'ada.alder@birch.example';
beforeAll(async () => {
  rig = await startRig({
    lists: false,
    seed: {
      users: [{ id: 'bbbbbbbb-0000-4000-8000-000000000001', displayName: 'Ada Alder', userPrincipalName: ada }],
    },
  });
});
afterAll(() => rig.stop());
afterEach(() => rig.control('DELETE', 'delta'));

const step = (stamp: string, date: string): CalendarStep => ({
  does: 'make',
  stamp,
  digest: 'digest',
  event: {
    subject: 'SENCo network',
    paragraphs: ['Welcome'],
    link: 'https://our.example/open/meeting/m',
    date,
    from: '15:45',
    until: '16:45',
    place: 'Beech Academy',
    invited: [{ name: 'Ada Alder', email: ada }],
    confidential: false,
  },
});

async function made(stamp: string, date: string): Promise<string> {
  const [outcome] = await rig.ports.calendar.apply(organiser, [step(stamp, date)]);
  if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
  return outcome.id;
}

function onEvent(method: 'PATCH' | 'DELETE', id: string, body?: unknown) {
  return rig.graph.ask({
    method,
    path: `/users/${organiser}/events/${id}`,
    needs: 'write events',
    place: 'mailbox',
    headers: { Prefer: 'IdType="ImmutableId"' },
    ...(body === undefined ? {} : { body }),
  });
}

async function followedFrom(from: string, until: string) {
  let link = await rig.ports.calendar.follow(organiser, from, until);
  return async () => {
    const changes = await rig.ports.calendar.changesSince(organiser, link);
    if (changes === undefined) throw new Error('The place was forgotten.');
    link = changes.link;
    return changes;
  };
}

test('what was made, moved or deleted since is told once, on days of both clocks', async () => {
  for (const [index, date] of ['2027-01-12', '2027-03-28', '2027-10-31'].entries()) {
    const changes = await followedFrom('2027-01-01', '2027-12-31');
    expect(await changes()).toMatchObject({ events: [], gone: [] });
    const stamp = `meeting:told-${index}:0`;
    const id = await made(stamp, date);
    expect((await changes()).events).toMatchObject([{ id, stamp, date, from: '15:45', until: '16:45' }]);
    const moved = { dateTime: `${date}T09:00:00`, timeZone: 'GMT Standard Time' };
    await onEvent('PATCH', id, { start: moved, end: { ...moved, dateTime: `${date}T10:00:00` } });
    expect((await changes()).events).toMatchObject([{ stamp, date, from: '09:00', until: '10:00', digest: 'digest' }]);
    await onEvent('DELETE', id);
    expect(await changes()).toMatchObject({ events: [], gone: [id] });
    expect(await changes()).toMatchObject({ events: [], gone: [] });
  }
});

test('what leaves the span is gone, and many changes cost two requests', async () => {
  const changes = await followedFrom('2027-02-01', '2027-02-28');
  const ids: string[] = [];
  for (let day = 1; day <= 24; day += 1)
    ids.push(await made(`meeting:many-${day}:0`, `2027-02-${String(day).padStart(2, '0')}`));
  await rig.control('POST', 'counters/reset');
  expect((await changes()).events).toHaveLength(24);
  expect((await rig.counters()).requests).toBe(2);
  const away = { dateTime: '2027-09-01T09:00:00', timeZone: 'GMT Standard Time' };
  await onEvent('PATCH', ids[0] ?? '', { start: away, end: { ...away, dateTime: '2027-09-01T10:00:00' } });
  expect(await changes()).toMatchObject({ events: [], gone: [ids[0]] });
});

test.each(['resyncRequired', 'syncStateNotFound'])('%s means that all is to be read anew', async (refuse) => {
  const link = await rig.ports.calendar.follow(organiser, '2027-01-01', '2027-12-31');
  await rig.control('POST', 'delta', { refuse, times: 1 });
  expect(await rig.ports.calendar.changesSince(organiser, link)).toBeUndefined();
  expect(await rig.ports.calendar.changesSince(organiser, link)).toMatchObject({ events: [], gone: [] });
});

test.each([
  'https://evil.example/v1.0/users/x/calendarView/delta?$deltatoken=1',
  'https://graph.microsoft.com.evil.example/v1.0/users/x/calendarView/delta',
  'https://graph.microsoft.com/v1.0/users/x/messages?$deltatoken=1',
  'https://graph.microsoft.com/v1.0/users/x/calendarView/../messages',
  'not an address',
])('a place that leads elsewhere is not followed: %s', async (link) => {
  await rig.control('POST', 'counters/reset');
  await expect(rig.ports.calendar.changesSince(organiser, link)).rejects.toThrow('not followed');
  expect((await rig.counters()).requests).toBe(0);
});

test('a listener is called with its secret; asked for twice it is one subscription, and what is gone is said so', async () => {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      if (token === null) heard.push(body);
      response.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' }).end(token ?? '');
    });
  }).listen(0);
  try {
    const address = `http://localhost:${(server.address() as AddressInfo).port}`;
    const listener = { address: `${address}/a`, lifecycleAddress: `${address}/b`, clientState: 'secret-of-ours' };
    const end = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const { calendar } = rig.ports;
    const first = await calendar.subscribe(organiser, listener, end(24));
    expect((await calendar.subscribe(organiser, listener, end(24))).id).toBe(first.id);
    const renewed = await calendar.renew(first.id, end(100));
    expect(Date.parse(renewed?.until ?? '')).toBeGreaterThan(Date.parse(first.until));
    await made('meeting:heard:0', '2027-05-04');
    for (let looks = 0; heard.length === 0 && looks < 100; looks += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.join()).toContain('secret-of-ours');
    expect(await calendar.renew('00000000-0000-4000-8000-000000000000', end(24))).toBeUndefined();
  } finally {
    server.close();
  }
});
