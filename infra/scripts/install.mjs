import { existsSync } from 'node:fs';
import { inProject, readJson, Stop, say } from './project.mjs';
import { mustRun } from './run.mjs';

/** Brings node_modules to package-lock.json where it differs, and leaves it alone where it does not. */
export async function installPackages(folder = '.') {
  checkNode();
  if (isInstalled(folder)) return;
  say(`Installing the packages of ${folder === '.' ? 'the project' : folder} …`);
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: inProject(folder),
  });
}

/** npm keeps beside the packages a lock of what it really installed. */
export function isInstalled(folder) {
  if (!existsSync(inProject(folder, 'node_modules/.package-lock.json'))) return false;
  const wanted = readJson(folder, 'package-lock.json').packages;
  const present = readJson(folder, 'node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    if (present[path] === undefined) return optional === true;
    return present[path].version === version && existsSync(inProject(folder, path));
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Our Academies needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node.`);
}
