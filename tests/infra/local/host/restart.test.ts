import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { newFolder, spawnHost, until } from './spawn-host';

const appDirectory = resolve('tests/infra/local/host/app');

async function heard(url: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${url}/api/heard`);
  return JSON.parse(await response.text());
}

test('a schedule is kept, and a run missed while the host was down is made up once, past due', async () => {
  const stateFolder = newFolder();
  mkdirSync(join(stateFolder, 'timers'));
  const missed = {
    Last: '2026-01-01T03:00:00.000Z',
    Next: '2026-01-02T03:00:00.000Z',
    LastUpdated: '2026-01-01T03:00:01.000Z',
  };
  writeFileSync(join(stateFolder, 'timers/tick.json'), JSON.stringify(missed));
  const host = await spawnHost({ APP_DIRECTORY: appDirectory, TICK: '0 0 3 * * *' }, stateFolder);
  const first = await until(
    () => heard(host.url),
    (entries) => entries.length > 0,
  );
  expect(first).toEqual([{ tick: true, next: '2026-01-02T03:00:00.000Z' }]);
  expect(await host.stop()).toBe(0);
  expect(host.log).toContain('terminated cleanly');
  const again = await spawnHost({ APP_DIRECTORY: appDirectory, TICK: '0 0 3 * * *' }, stateFolder);
  expect(await heard(again.url)).toEqual([]);
  await again.stop();
});

test('a timer runs on its schedule, by the moved clock', async () => {
  const LOCAL_CLOCK = JSON.stringify({ base: Date.parse('2027-03-01T02:59:58Z'), realBase: Date.now(), rate: 1 });
  const host = await spawnHost({ APP_DIRECTORY: appDirectory, TICK: '0 0 3 * * *', LOCAL_CLOCK });
  const entries = await until(
    () => heard(host.url),
    (all) => all.length > 0,
  );
  expect(entries).toEqual([{ tick: false, next: '2027-03-01T03:00:00.000Z' }]);
  await host.stop();
});

test('messages outlive a killed host', async () => {
  const stateFolder = newFolder();
  mkdirSync(join(stateFolder, 'queues'));
  const message = { id: 'a', insertedAt: 0, expiresAt: 9e15, nextVisibleAt: 0, dequeueCount: 0, popReceipt: '' };
  const later = { ...message, id: 'b', text: Buffer.from('{"n":2}').toString('base64'), nextVisibleAt: 9e14 };
  const now = { ...message, text: Buffer.from('{"n":1}').toString('base64') };
  writeFileSync(join(stateFolder, 'queues/work.json'), JSON.stringify([later, now]));
  const host = await spawnHost({ APP_DIRECTORY: appDirectory, TICK: '0 0 3 1 1 *' }, stateFolder);
  expect(
    await until(
      () => heard(host.url),
      (entries) => entries.length > 0,
    ),
  ).toEqual([{ message: { n: 1 }, dequeueCount: 1 }]);
  await host.stop('SIGKILL');
  const again = await spawnHost({ APP_DIRECTORY: appDirectory, TICK: '0 0 3 1 1 *' }, stateFolder);
  const response = await fetch(`${again.url}/admin/host/status`, { headers: { 'x-functions-key': again.masterKey } });
  expect(JSON.parse(await response.text())).toMatchObject({ queues: { work: 1, 'work-poison': 0 } });
  await again.stop();
});

test('a function that breaks a rule stops the start with its sentence', async () => {
  await expect(spawnHost({ APP_DIRECTORY: appDirectory, TICK: '61 * * * * *' })).rejects.toThrow(
    'Function "tick": binding "timerTrigger',
  );
});
