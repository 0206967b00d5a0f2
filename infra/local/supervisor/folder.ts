import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './stop';

/** All that we ever put into the data folder. A folder that somebody names by mistake loses nothing else. */
const ours = [
  'identities.json',
  'demonstration.json',
  'endpoints.json',
  'workbench.json',
  'tenant-settings.json',
  'tenant.db',
  'tenant.db-wal',
  'tenant.db-shm',
  'functions',
  'logs',
];

const runningFile = 'running.pid';

/** Two starts in one folder would share a database: the second is refused. */
export function claimFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, runningFile);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder !== process.pid && isRunning(holder))
    throw new Stop(`Our Academies already runs from ${folder} (process ${holder}). End that one with Ctrl-C first.`);
  writeFileSync(file, String(process.pid));
}

export function releaseFolder(folder: string): void {
  rmSync(join(folder, runningFile), { force: true });
}

export function emptyFolder(folder: string): void {
  for (const name of ours) rmSync(join(folder, name), { recursive: true, force: true });
}

function isRunning(id: number): boolean {
  if (id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process is running all the same.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}
