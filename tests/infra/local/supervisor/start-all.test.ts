import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEndpoints } from '../../../../infra/local/endpoints';
import { type Running, type StartOptions, startAll } from '../../../../infra/local/supervisor/start-all';

const anyPorts = { workbench: 0, tenant: 0, functions: 0 };
const folder = mkdtempSync(join(tmpdir(), 'supervisor-'));
const told: string[] = [];
let running: Running;

function options(more: Partial<StartOptions> = {}): StartOptions {
  return { folder, fresh: false, ports: anyPorts, tell: (sentence) => told.push(sentence), ...more };
}

beforeAll(async () => {
  running = await startAll(options());
}, 120_000);
afterAll(() => running.stop());

async function tokenFor(user: string): Promise<string> {
  const { tenant, panelClientId, apiScope } = running.endpoints;
  const response = await fetch(`${tenant}/control/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: panelClientId, user, scope: apiScope }),
  });
  const { access_token: token }: { access_token: string } = JSON.parse(await response.text());
  return token;
}

async function me(): Promise<{ status: number; body: unknown }> {
  const [principal] = running.endpoints.people.filter(({ roles }) => roles.includes('Principal'));
  const token = await tokenFor(principal?.email ?? '');
  const response = await fetch(`${running.endpoints.functions}/api/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test('all three answer, and the API knows a principal by a token of the tenant', async () => {
  const { workbench, tenant, functions } = running.endpoints;
  for (const address of [workbench, `${tenant}/control/health`, `${functions}/panel`])
    expect((await fetch(address)).status).toBe(200);
  expect(await me()).toMatchObject({ status: 200 });
});

test('the endpoints are written for other programs, readable by us alone', () => {
  expect(readEndpoints(folder)).toEqual(running.endpoints);
  expect(running.endpoints.people.length).toBeGreaterThan(100);
});

test('the functions host comes back after SIGKILL, at the same address, and knows everybody again', async () => {
  await running.killFunctionsHost();
  await expect(fetch(`${running.endpoints.functions}/panel`)).rejects.toThrow();
  await running.restartFunctionsHost();
  expect(await me()).toMatchObject({ status: 200 });
});

test('everything outlives a stop: the same people, ids and records, and nothing is put in twice', async () => {
  const before = running.endpoints;
  await running.stop();
  expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
  told.length = 0;
  const began = performance.now();
  running = await startAll(options());
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(told).toEqual([]);
  expect(running.endpoints.people).toEqual(before.people);
  expect(running.endpoints.apiClientId).toBe(before.apiClientId);
  expect(await me()).toMatchObject({ status: 200 });
});

test('another trust needs a fresh start', async () => {
  await running.stop();
  const real = { trustName: 'Another Trust', academies: [] };
  await expect(startAll(options({ real }))).rejects.toThrow('Add --fresh to begin again.');
  running = await startAll(options());
});
