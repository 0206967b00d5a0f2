import { request as rawRequest } from 'node:http';
import { resolve } from 'node:path';
import { type SpawnedHost, spawnHost, until } from './spawn-host';

const environment = { APP_DIRECTORY: resolve('tests/infra/local/host/app'), TICK: '0 0 3 1 1 *' };
let host: SpawnedHost;

beforeAll(async () => {
  host = await spawnHost(environment);
});
afterAll(() => host.stop());

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; body: string; headers: Headers }> {
  const response = await fetch(`${host.url}${path}`, init);
  return { status: response.status, body: await response.text(), headers: response.headers };
}

async function heard(): Promise<Record<string, unknown>[]> {
  return JSON.parse((await ask('/api/heard')).body);
}

test('a request arrives with its method, parameters, query and body, and the answer with status, headers and cookies', async () => {
  const { status, body, headers } = await ask('/api/echo/42?a=1&a=2&b=', { method: 'POST', body: 'Grüße' });
  expect(status).toBe(201);
  expect(headers.get('x-answer')).toBe('yes');
  expect(headers.get('x-fixture')).toBe('yes');
  expect(headers.get('set-cookie')).toBe('c=v; Max-Age=60; HttpOnly; SameSite=Strict');
  expect(JSON.parse(body)).toEqual({
    method: 'POST',
    url: `${host.url}/api/echo/42?a=1&a=2&b=`,
    params: { id: '42' },
    query: { a: '1,2', b: '' },
    user: null,
    principal: null,
    body: 'Grüße',
  });
});

test('a forged client principal does not reach the app', async () => {
  const forged = Buffer.from(JSON.stringify({ userId: 'forged', identityProvider: 'x' })).toString('base64');
  const { body } = await ask('/api/echo', {
    headers: { 'x-ms-client-principal': forged, 'x-ms-client-principal-id': 'forged' },
  });
  expect(JSON.parse(body)).toMatchObject({ user: null, principal: null });
});

test('a path, a constraint or a method that no function takes is not found', async () => {
  expect((await ask('/api/nowhere')).status).toBe(404);
  expect((await ask('/api/echo/forty-two')).status).toBe(404);
  expect((await ask('/api/echo/42', { method: 'PUT' })).status).toBe(404);
  expect((await ask('/api/echo/%E0%A4%A')).status).toBe(404);
});

test('a literal route goes before a catch-all, and bytes stay bytes', async () => {
  expect((await ask('/api/files/list')).body).toBe('list');
  const response = await fetch(`${host.url}/api/files/image/png`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 10]);
});

test('hooks may replace the function, and rescue its error', async () => {
  expect((await ask('/api/hooked')).body).toBe('replaced by a hook');
  expect((await ask('/api/rescued')).body).toBe('rescued, hook data kept: true');
});

test('a function that throws answers 500 with nothing, and the log has its words and invocation id', async () => {
  const { status, body } = await ask('/api/broken');
  expect({ status, body }).toEqual({ status: 500, body: '' });
  const line = host.log.find((text) => text.includes('a secret of the inside')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    functionName: 'broken',
    invocationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test('a function that answers nothing is a fault, and 204 has no body', async () => {
  expect((await ask('/api/silent')).status).toBe(500);
  expect(await ask('/api/empty', { method: 'DELETE' })).toMatchObject({ status: 204, body: '' });
});

test('a function with a key asks for it', async () => {
  expect((await ask('/api/locked')).status).toBe(401);
  expect((await ask('/api/locked', { headers: { 'x-functions-key': 'wrong' } })).status).toBe(401);
  expect((await ask('/api/locked', { headers: { 'x-functions-key': host.masterKey } })).body).toBe('open');
  expect((await ask(`/api/locked?code=${host.masterKey}`)).body).toBe('open');
});

test('a body over 100 MB is refused before it is read', async () => {
  const status = await new Promise((found, failed) => {
    const asked = rawRequest(`${host.url}/api/echo`, {
      method: 'POST',
      headers: { 'content-length': 101 * 1024 * 1024 },
    });
    asked.on('response', (response) => found(response.statusCode));
    asked.on('error', failed);
    asked.write('x');
  });
  expect(status).toBe(413);
});

test('an output goes into the queue, an array as one message each, and the listener hears them in order', async () => {
  await ask('/api/enqueue', { method: 'POST', body: JSON.stringify([{ n: 1 }, { n: 2 }]) });
  await ask('/api/enqueue', { method: 'POST', body: JSON.stringify({ n: 3 }) });
  const all = await until(heard, (entries) => entries.some(({ message }) => JSON.stringify(message) === '{"n":3}'));
  expect(all.filter(({ message }) => message !== undefined)).toEqual([
    { message: { n: 1 }, dequeueCount: 1 },
    { message: { n: 2 }, dequeueCount: 1 },
    { message: { n: 3 }, dequeueCount: 1 },
  ]);
});

test('a message that fails three times lies in the poison queue', async () => {
  await ask('/api/enqueue', { method: 'POST', body: JSON.stringify({ fails: true }) });
  const status = await until(hostStatus, ({ queues }) => queues['work-poison'] === 1);
  expect(status.queues['work']).toBe(0);
  const tries = (await heard()).filter(({ message }) => JSON.stringify(message) === '{"fails":true}');
  expect(tries.map(({ dequeueCount }) => dequeueCount)).toEqual([1, 2, 3]);
});

async function hostStatus(): Promise<{ queues: Record<string, number> }> {
  return JSON.parse((await ask('/admin/host/status', { headers: { 'x-functions-key': host.masterKey } })).body);
}

test('a message over 64 KB is refused to the function that sends it', async () => {
  expect(
    (await ask('/api/enqueue', { method: 'POST', body: JSON.stringify({ big: 'x'.repeat(60_000) }) })).status,
  ).toBe(500);
});

test('the administration runs a timer by hand, with the master key alone', async () => {
  const init = { method: 'POST', body: '{}' };
  expect((await ask('/admin/functions/tick', init)).status).toBe(401);
  expect(
    (await ask('/admin/functions/nobody', { ...init, headers: { 'x-functions-key': host.masterKey } })).status,
  ).toBe(404);
  expect((await ask('/admin/functions/tick', { ...init, headers: { 'x-functions-key': host.masterKey } })).status).toBe(
    202,
  );
  const ticks = await until(heard, (entries) => entries.some(({ tick }) => tick === false));
  expect(ticks.find(({ tick }) => tick === false)).toMatchObject({
    next: expect.stringMatching(/^\d{4}-01-01T03:00:00/),
  });
});
