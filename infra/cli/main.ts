import path from 'node:path';
import { runCommandLine } from './run';
import { planInWorker } from './triads/in-worker';

const words = process.argv.slice(2);
/** The built file lies in dist/cli. */
const project = path.join(__dirname, '..', '..');

function localFolder(): string {
  const at = words.indexOf('--folder');
  const named = at < 0 ? undefined : words[at + 1];
  return named === undefined ? path.join(project, '.local') : path.resolve(named);
}

const surroundings = {
  environment: process.env,
  from: process.cwd(),
  localFolder: localFolder(),
  seconds: () => performance.now() / 1000,
  progress: (sentence: string) => {
    if (process.stderr.isTTY) process.stderr.write(`${sentence}\n`);
  },
  planTriads: planInWorker(path.join(__dirname, 'triads-worker.js')),
};

const output = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
};

runCommandLine(words, surroundings, output).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
