import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject, Stop } from './project.mjs';

/** Two builds at once (a start and a test, say) would write the same files: the second waits. */
export async function withLock(path, body) {
  await take(inProject(path));
  try {
    return await body();
  } finally {
    rmSync(inProject(path), { force: true });
  }
}

async function take(file) {
  for (let tries = 0; tries < 1200; tries += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await wait(100);
  }
  throw new Stop(`Another build has held ${file} for two minutes. End it, or remove that file.`);
}

function isAbandoned(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
