import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. Scripts may be started from anywhere. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export function inProject(...parts) {
  return join(root, ...parts);
}

export function readJson(...parts) {
  return JSON.parse(readFileSync(inProject(...parts), 'utf8'));
}

export function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** A stop that the person at the keyboard can do something about: one sentence, no stack. */
export class Stop extends Error {}

/** Runs a script's body; a Stop ends it with its sentence, a fault with its stack. */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? process.exitCode ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
