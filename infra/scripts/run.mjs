import { spawn } from 'node:child_process';
import { root, Stop } from './project.mjs';

/** Runs a program in the project's folder with our own output, and gives its exit code. */
export function run(program, parameters, { env = {}, quiet = false, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

export async function mustRun(program, parameters, options = {}) {
  const code = await run(program, parameters, options);
  if (code !== 0) throw new Stop(`"${program} ${parameters.join(' ')}" ended with code ${code}.`);
}

/** A tool of node_modules, run by this very Node, so that no shell and no PATH matters. */
export function tool(path, ...parameters) {
  return [process.execPath, [`node_modules/${path}`, ...parameters]];
}
