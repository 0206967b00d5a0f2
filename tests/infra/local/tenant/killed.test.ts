import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import Database from 'libsql';
import { call, ids, seed, settingsFor } from './harness';

const kills = 12;
const folder = mkdtempSync(join(tmpdir(), 'tenant-killed-'));
const bundle = join(folder, 'tenant.js');
const databaseFile = join(folder, 'tenant.db');
const settingsFile = join(folder, 'settings.json');
let child: ChildProcess | undefined;

beforeAll(async () => {
  await build({
    entryPoints: ['infra/local/tenant/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
    outfile: bundle,
    logLevel: 'error',
  });
  writeFileSync(settingsFile, JSON.stringify(settingsFor(databaseFile)));
});
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the tenant as the supervisor does, and waits for its line. */
async function start(): Promise<string> {
  const process_ = spawn(process.execPath, [bundle], {
    env: { ...process.env, TENANT_SETTINGS: settingsFile, NODE_PATH: join(process.cwd(), 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = process_;
  for await (const line of createInterface({ input: process_.stdout })) {
    const url = /^tenant ready (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The tenant ended before it was ready.');
}

async function kill(): Promise<void> {
  if (!child) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function tokenAt(url: string): Promise<Record<string, string>> {
  const scope = 'https://graph.microsoft.com/.default';
  const { body } = await call(`${url}/control/token`, 'POST', { clientId: ids.everything, scope });
  return { Authorization: `Bearer ${body.access_token}` };
}

interface Acknowledged {
  readonly items: Map<string, string>;
  readonly events: Set<string>;
}

/** Writes until the connection is lost; remembers only what was acknowledged. */
async function write(url: string, list: string, writer: string, acknowledged: Acknowledged): Promise<void> {
  const as = await tokenAt(url);
  const event = {
    start: { dateTime: '2026-11-25T09:00:00', timeZone: 'UTC' },
    end: { dateTime: '2026-11-25T10:00:00', timeZone: 'UTC' },
    attendees: [{ emailAddress: { address: 'ash.ridley@beacon.example' } }],
  };
  for (let number = 0; ; number += 1) {
    const key = `${writer}-${number}`;
    const item = await call(`${url}/v1.0${list}/items`, 'POST', { fields: { Key: key } }, as);
    if (item.status === 201) acknowledged.items.set(item.body.id, key);
    const changed = await call(`${url}/v1.0${list}/items/${item.body.id}/fields`, 'PATCH', { Key: `${key}-2` }, as);
    if (changed.status === 200) acknowledged.items.set(item.body.id, `${key}-2`);
    const made = await call(
      `${url}/v1.0/users/${ids.organiser}/events`,
      'POST',
      { ...event, subject: key, transactionId: key },
      as,
    );
    if (made.status === 201) acknowledged.events.add(made.body.id);
  }
}

test(`${kills} SIGKILLs while four clients write: whatever was acknowledged is there, and the file is whole`, async () => {
  const acknowledged: Acknowledged = { items: new Map(), events: new Set() };
  let url = await start();
  await call(`${url}/control/seed`, 'POST', seed);
  const admin = await tokenAt(url);
  const columns = [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }];
  const made = await call(
    `${url}/v1.0/sites/${ids.site}/lists`,
    'POST',
    { displayName: 'Kept', list: { template: 'genericList' }, columns },
    admin,
  );
  const list = `/sites/${ids.site}/lists/${made.body.id}`;
  for (let round = 0; round < kills; round += 1) {
    const before = acknowledged.items.size;
    const writers = Array.from({ length: 4 }, (_, writer) => write(url, list, `${round}-${writer}`, acknowledged));
    const ended = Promise.allSettled(writers);
    while (acknowledged.items.size === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    await kill();
    expect((await ended).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    url = await start();
  }
  const as = await tokenAt(url);
  const found = await call(`${url}/v1.0${list}/items?$expand=fields($select=Key)&$top=5000`, 'GET', undefined, as);
  const keys = new Map<string, string>(
    found.body.value.map((one: { id: string; fields: { Key: string } }) => [one.id, one.fields.Key]),
  );
  const lost = [...acknowledged.items].filter(([id, key]) => !keys.get(id)?.startsWith(key));
  expect(lost).toEqual([]);
  for (const id of acknowledged.events)
    expect(
      (await call(`${url}/v1.0/users/${ids.organiser}/events/${id}?$select=id`, 'GET', undefined, as)).status,
    ).toBe(200);
  await kill();
  const database = new Database(databaseFile);
  expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  const half =
    'select count(*) as n from event one where organiser = 1 and not exists (select 1 from event other where other.uid = one.uid and other.organiser = 0)';
  expect(database.prepare(half).get()).toMatchObject({ n: 0 });
  database.close();
  expect(acknowledged.items.size).toBeGreaterThan(kills);
}, 120_000);
