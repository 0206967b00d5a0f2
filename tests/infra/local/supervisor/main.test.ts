import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readEndpoints } from '../../../../infra/local/endpoints';
import { until } from '../host/spawn-host';

/** What `npm start` runs, as a process of its own. */
const supervisor = resolve('dist/local/supervisor.js');
const folder = mkdtempSync(join(tmpdir(), 'npm-start-'));

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function start(...words: string[]): Started {
  let text = '';
  const child = spawn(process.execPath, [supervisor, '--folder', folder, '--port', '4240', ...words]);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  return { child, said: () => text };
}

async function ready({ child, said }: Started): Promise<void> {
  await until(
    async () => child.exitCode !== null || said().includes('Ctrl-C stops it'),
    (isOver) => isOver,
  );
  if (child.exitCode !== null) throw new Error(said());
}

async function answers(address: string): Promise<boolean> {
  return fetch(address).then(
    () => true,
    () => false,
  );
}

test('it says where to go and as whom, refuses a second start, and Ctrl-C ends everything', async () => {
  const first = start();
  await ready(first);
  const endpoints = readEndpoints(folder);
  expect(first.said()).toContain(`Open ${endpoints?.workbench} and sign in as one of`);
  expect(first.said()).toMatch(/\S+ \S+ +Principal +logs the outcome of the visit of \d/);
  expect(first.said()).toMatch(/\S+ \S+ +Principal +\S+@/);

  const second = start();
  const [code] = await once(second.child, 'close');
  expect(code).toBe(1);
  expect(second.said().trim()).toBe(
    `Our Academies already runs from ${folder} (process ${first.child.pid}). End that one with Ctrl-C first.`,
  );

  first.child.kill('SIGINT');
  expect(await once(first.child, 'close')).toEqual([0, null]);
  expect(await answers(endpoints?.tenant ?? '')).toBe(false);
  expect(readEndpoints(folder)).toBeUndefined();
});

test('where the supervisor is killed, its children end by themselves, and the next start takes over', async () => {
  const first = start();
  await ready(first);
  const addresses = readEndpoints(folder);
  first.child.kill('SIGKILL');
  for (const address of [addresses?.tenant, addresses?.functions, addresses?.workbench])
    await until(
      () => answers(address ?? ''),
      (isUp) => !isUp,
    );
  const again = start();
  await ready(again);
  again.child.kill('SIGTERM');
  expect(await once(again.child, 'close')).toEqual([0, null]);
});

const testOnLinux = process.platform === 'linux' ? test : test.skip;

testOnLinux('a child that ends by itself ends everything, with a sentence', async () => {
  const first = start();
  await ready(first);
  process.kill(tenantProcess().pid, 'SIGKILL');
  const [code] = await once(first.child, 'close');
  expect(code).toBe(1);
  expect(first.said()).toContain('The tenant has ended by SIGKILL.');
});

/** The process whose settings lie in our folder. */
function tenantProcess(): { readonly pid: number } {
  const found = readdirSync('/proc').find(
    (name) => /^\d+$/.test(name) && environmentOf(name).includes(`TENANT_SETTINGS=${folder}/`),
  );
  if (found === undefined) throw new Error('No tenant runs.');
  return { pid: Number(found) };
}

function environmentOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/environ`, 'utf8');
  } catch {
    // It has ended since, or is somebody else's.
    return '';
  }
}

test('a file that is no GIAS export is refused with its name and the remedy', async () => {
  const file = join(folder, 'people.csv');
  writeFileSync(file, 'name,email\nA,b@c.example\n');
  const { child, said } = start('--academies', file, '--trust', 'A Trust');
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(said()).toContain(`${file}: The file has no columns "URN"`);
});
