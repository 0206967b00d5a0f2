import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export interface SpawnedHost {
  readonly url: string;
  readonly stateFolder: string;
  readonly masterKey: string;
  readonly log: string[];
  readonly child: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const bundle = resolve('dist/local/functions-host.js');

/** The host as a process of its own, since it reaches into Node's module loader. */
export async function spawnHost(
  environment: NodeJS.ProcessEnv,
  stateFolder = newFolder(),
  node = process.execPath,
): Promise<SpawnedHost> {
  if (!existsSync(bundle)) throw new Error(`${bundle} is not there: run "npm run build" first.`);
  const child = spawn(node, [bundle], {
    env: { ...process.env, PORT: '0', HOST_STATE: stateFolder, MORNING: '0 0 3 1 1 *', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  createInterface(child.stderr).on('line', (line) => log.push(line));
  const url = await new Promise<string>((found, failed) => {
    child.once('exit', (code) => failed(new Error(`The host ended with ${code}:\n${log.join('\n')}`)));
    createInterface(child.stdout).on('line', (line) => {
      log.push(line);
      const [, address] = /^functions ready (.+)$/.exec(line) ?? [];
      if (address !== undefined) found(address);
    });
  });
  child.removeAllListeners('exit');
  const keys: { master: string } = JSON.parse(readFileSync(join(stateFolder, 'keys.json'), 'utf8'));
  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = await once(child, 'close');
    return code;
  }
  return { url, stateFolder, masterKey: keys.master, log, child, stop };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'functions-host-'));
}

/** Asks again until the answer fits, for at most ten seconds. */
export async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(answer)} after ten seconds.`);
    await wait(25);
  }
}
