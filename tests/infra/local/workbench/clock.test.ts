import { resolve } from 'node:path';
import { ownClock } from '../../../../infra/local/moved-clock';
import { createMover, type Mover, type TimerWay } from '../../../../infra/local/workbench/clock/mover';
import { otherClocks } from '../../../../infra/local/workbench/clock/others';
import { targetOf } from '../../../../infra/local/workbench/clock/wanted';
import { type SpawnedHost, spawnHost } from '../host/spawn-host';
import { ids, type Rig, startRig } from '../tenant/harness';

interface Together {
  readonly host: SpawnedHost;
  readonly rig: Rig;
  readonly mover: Mover;
  readonly now: () => number;
  go(to: string, timers?: TimerWay): Promise<void>;
  heard(): Promise<Record<string, unknown>[]>;
}

let together: Together;
afterEach(async () => {
  await together.host.stop();
  await together.rig.stop();
});

/** A host, a tenant and what moves their clocks, from this moment on. */
async function begin(from: string, environment: NodeJS.ProcessEnv): Promise<Together> {
  const rig = await startRig();
  const host = await spawnHost({ APP_DIRECTORY: resolve('tests/infra/local/host/app'), ...environment });
  const clock = ownClock();
  const addresses = { tenant: rig.url, functions: host.url, functionsMasterKey: host.masterKey };
  const mover = createMover(clock, otherClocks(addresses));
  const go = async (to: string, timers: TimerWay = 'thinned') => {
    expect(mover.begin(Date.parse(to), timers)).toBe(true);
    await mover.ended();
    expect(mover.state().sentence).toBeUndefined();
  };
  const heard = async () => JSON.parse(await (await fetch(`${host.url}/api/heard`)).text());
  together = { host, rig, mover, now: clock.now, go, heard };
  await go(from, 'once');
  return together;
}

const never = { TICK: '0 0 3 1 1 *', MORNING: '0 0 3 1 1 *' };
const morningsOf = (entries: readonly Record<string, unknown>[]) => entries.flatMap(({ morning }) => morning ?? []);

test('a timer at half past seven in London fires at the right instants when October and March are stepped through', async () => {
  const { go, heard } = await begin('2027-10-28T12:00:00Z', { ...never, MORNING: '0 30 6,7 * * 1-5' });
  await go('2027-11-02T12:00:00Z');
  expect(morningsOf(await heard())).toEqual(['2027-10-29T06:30', '2027-11-01T07:30', '2027-11-02T07:30']);
  await go('2028-03-23T12:00:00Z', 'once');
  const before = (await heard()).length;
  await go('2028-03-28T12:00:00Z');
  const later = (await heard()).slice(before);
  expect(morningsOf(later)).toEqual(['2028-03-24T07:30', '2028-03-27T06:30', '2028-03-28T06:30']);
  expect(later.every(({ isPastDue }) => isPastDue !== true)).toBe(true);
});

test('a message that a timer leaves is worked off before time goes on', async () => {
  const { go, heard } = await begin('2027-11-01T00:00:00Z', { ...never, MORNING: '0 30 7 * * *' });
  await go('2027-11-04T00:00:00Z');
  const entries = (await heard()).filter(({ tick }) => tick === undefined);
  const order = entries.map(({ morning, message }) => morning ?? (message as { from: string }).from);
  const days = ['2027-11-01T07:30', '2027-11-02T07:30', '2027-11-03T07:30'];
  expect(order).toEqual(days.flatMap((day) => [day, day]));
});

test('what runs hourly or oftener runs with every other step, each time where that is asked for, or once', async () => {
  const { go, heard } = await begin('2027-11-01T00:00:30Z', { MORNING: '0 30 7 * * *', TICK: '0 */5 * * * *' });
  const ticks = async () => (await heard()).filter(({ tick }) => tick !== undefined).length;
  const began = await ticks();
  await go('2027-11-03T00:01:00Z');
  const thinned = await ticks();
  expect(thinned - began).toBe(3);
  await go('2027-11-03T01:01:00Z', 'each');
  const each = await ticks();
  expect(each - thinned).toBe(12);
  await go('2027-12-01T00:01:00Z', 'once');
  expect((await ticks()) - each).toBe(1);
});

test('tenant, host and workbench agree, whoever was signed in stays so, and the clock never goes back', async () => {
  const { rig, host, mover, now, go } = await begin('2027-11-01T00:00:00Z', never);
  const wanted = { clientId: ids.panel, user: ids.ash, scope: `api://${ids.api}/access_as_user offline_access` };
  const { body } = await rig.control('POST', '/token', wanted);
  await go('2028-06-01T08:00:00Z');
  const headers = { 'x-functions-key': host.masterKey };
  const ofHost = await (await fetch(`${host.url}/admin/local/clock`, { headers })).json();
  const ofTenant = (await rig.control('GET', '/clock')).body;
  for (const moment of [ofHost.now, ofTenant.now]) expect(Math.abs(Date.parse(moment) - now())).toBeLessThan(1000);
  const form = { client_id: ids.panel, grant_type: 'refresh_token', refresh_token: body.refresh_token };
  const renewed = await fetch(`${rig.url}/${ids.tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { Origin: 'http://localhost:4002' },
    body: new URLSearchParams({ ...form, scope: wanted.scope }),
  });
  expect(renewed.status).toBe(200);
  expect(mover.begin(Date.parse('2028-05-01T00:00:00Z'), 'once')).toBe(false);
  expect((await fetch(`${host.url}/admin/local/clock`, { method: 'POST', headers, body: '{"to":1}' })).status).toBe(
    400,
  );
  expect((await fetch(`${host.url}/admin/local/clock`)).status).toBe(401);
});

test('the next school morning leaves out weekends, holidays and bank holidays; a day is a day across the clock change', async () => {
  await begin('2027-11-01T00:00:00Z', never);
  const on = (to: Parameters<typeof targetOf>[0], now: string) => new Date(targetOf(to, Date.parse(now))).toISOString();
  expect(on('next school morning', '2026-11-27T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(on('next school morning', '2026-11-30T06:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  expect(on('next school morning', '2027-04-30T12:00:00Z')).toBe('2027-05-04T07:00:00.000Z');
  expect(on('next school morning', '2026-12-18T12:00:00Z') > '2027-01-04').toBe(true);
  expect(on('next day', '2027-03-27T10:00:00Z')).toBe('2027-03-28T09:00:00.000Z');
  expect(on('next week', '2027-10-28T08:00:00Z')).toBe('2027-11-04T09:00:00.000Z');
  expect(on('2027-07-01T08:00', '2027-01-01T00:00:00Z')).toBe('2027-07-01T07:00:00.000Z');
});
