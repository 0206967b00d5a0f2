import path from 'node:path';
import { inWorker } from './in-worker';
import type { PlanMeetings } from './meetings/plan-for';
import { runCommandLine } from './run';
import type { PlanTriads } from './triads/plan-and-prove';

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
  planTriads: inWorker(path.join(__dirname, 'triads-worker.js')) satisfies PlanTriads,
  planMeetings: inWorker(path.join(__dirname, 'meetings-worker.js')) satisfies PlanMeetings,
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
