import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Stop } from './stop';

export interface ChildOptions {
  /** `tenant`, `functions`, `workbench`: also the first word of the line that says it is ready. */
  readonly name: string;
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logFolder: string;
}

export interface Child {
  readonly name: string;
  readonly url: string;
  /** With a sentence, when it ends without having been told to. */
  readonly died: Promise<string>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const longestStart = 60_000;
const longestStop = 15_000;

/** Where `npm run build` put the processes: beside the supervisor's own bundle, or under the folder of a test's run. */
export const bundleFolder = join(process.cwd(), 'dist', 'local');

/** Starts one process and waits for its line `<name> ready <address>`. Everything it says goes to its log. */
export async function startChild({ name, bundle, environment, logFolder }: ChildOptions): Promise<Child> {
  mkdirSync(logFolder, { recursive: true });
  const logFile = join(logFolder, `${name}.log`);
  // A group of its own, so that Ctrl-C reaches the supervisor alone, which stops them in order.
  const child = spawn(
    process.execPath,
    ['--require', join(bundleFolder, 'end-with-parent.js'), join(bundleFolder, `${bundle}.js`)],
    { env: { ...inherited(), ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const last = lastWords(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => log.end(() => resolve())));
  let isWanted = false;
  const died = ended.then(() => {
    if (isWanted) return new Promise<string>(() => undefined);
    return `The ${name} has ended${how(child)}${last()} All it said is in ${logFile}.`;
  });
  const url = await readiness(child, name, died);
  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    isWanted = true;
    child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), longestStop);
    await ended;
    clearTimeout(patience);
  }
  return { name, url, died, stop };
}

/** A child gets what a program needs to run, not whatever settings the terminal happens to hold. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'SYSTEMROOT', 'NODE_EXTRA_CA_CERTS'];
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function readiness(child: ChildProcess, name: string, died: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Stop(`The ${name} was not ready within ${longestStart / 1000} seconds.`));
    }, longestStart);
    const fail = (error: unknown): void => {
      clearTimeout(patience);
      reject(error);
    };
    child.once('error', fail);
    died.then((sentence) => fail(new Stop(sentence)), fail);
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      const [, word, address] = /^(\S+) ready (\S+)$/.exec(line) ?? [];
      if (word !== name || address === undefined) return;
      clearTimeout(patience);
      resolve(address);
    });
  });
}

function how({ exitCode, signalCode }: ChildProcess): string {
  if (signalCode !== null) return ` by ${signalCode}.`;
  return exitCode === 0 ? '.' : ` with code ${exitCode}.`;
}

/** The end of what it complained about: usually the one sentence that helps. */
function lastWords(child: ChildProcess): () => string {
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-1500);
  });
  return () => (complaint.trim() === '' ? '' : `\n${complaint.trim()}\n`);
}
