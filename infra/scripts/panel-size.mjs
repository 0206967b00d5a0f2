import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inProject, readJson, Stop, say } from './project.mjs';

const kilobyte = 1024;
const most = { firstScreen: 250 * kilobyte, all: 420 * kilobyte };

/** Gzip bytes of what the page loads before it shows anything, and of all that it may ever load. */
export function panelSizes() {
  const { outputs } = readJson('dist/panel/meta.json');
  const scripts = Object.keys(outputs).filter((path) => /\.(js|css)$/.test(path));
  const first = beginnings.map((source) => outputOf(source, outputs));
  return { firstScreen: total(closure(first, outputs)), all: total(scripts) };
}

/** panel.tsx loads start.tsx by import(), and that msal and the first screen: what stands here comes before any click. */
const beginnings = [
  /^addin\/panel\.tsx$/,
  /^addin\/start\.tsx$/,
  /^addin\/screens\/home\.tsx$/,
  /@azure\/msal-browser/,
];

function outputOf(source, outputs) {
  const found = Object.keys(outputs).find((path) => source.test(outputs[path].entryPoint ?? ''));
  if (found === undefined)
    throw new Stop(`The panel has no part that begins with ${source}. See infra/scripts/panel-size.mjs.`);
  return found;
}

export async function checkPanelSize() {
  if (!existsSync(inProject('dist/panel/meta.json'))) {
    say('The panel is not built.');
    return 1;
  }
  const sizes = panelSizes();
  const names = { firstScreen: 'first screen', all: 'the whole panel' };
  let code = 0;
  for (const [part, bytes] of Object.entries(sizes)) {
    const isOver = bytes > most[part];
    if (isOver) code = 1;
    const verdict = isOver ? 'Load what it does not need at once with import(), or do without.' : '';
    say(`${names[part]}: ${(bytes / kilobyte).toFixed(1)} of ${most[part] / kilobyte} KB gzip. ${verdict}`.trim());
  }
  return code;
}

/** Outputs and everything that they import statically. */
function closure(entries, outputs) {
  const found = new Set();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path) || outputs[path] === undefined) continue;
    found.add(path);
    if (outputs[path].cssBundle !== undefined) open.push(outputs[path].cssBundle);
    open.push(...outputs[path].imports.filter(({ kind }) => kind === 'import-statement').map((one) => one.path));
  }
  return [...found];
}

function total(paths) {
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(inProject(path)), { level: 9 }).length, 0);
}
