import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundles } from './bundles.mjs';
import { copyPanel } from './copy-panel.mjs';
import { withLock } from './lock.mjs';
import { hashOf, inProject, Stop, say } from './project.mjs';

const stampFile = 'dist/.stamps.json';
const recipe = ['infra/scripts/build.mjs', 'infra/scripts/bundles.mjs', 'package-lock.json', 'tsconfig.json'];

/**
 * Builds what changed since the last time, all bundles or `only` those named. Packages count through the lock, our
 * sources through their text.
 */
export async function buildAll({ quiet = false, only = undefined } = {}) {
  mkdirSync(inProject('dist'), { recursive: true });
  return withLock('dist/.lock', async () => {
    const stamps = readStamps();
    const outcomes = [];
    for (const bundle of bundles().filter(({ name }) => only?.includes(name) ?? true))
      outcomes.push({ name: bundle.name, outcome: await renew(bundle, stamps) });
    const [changed, broken] = ['changed', 'broken'].map((wanted) =>
      outcomes.filter(({ outcome }) => outcome === wanted).map(({ name }) => name),
    );
    if (changed.some(isPartOfPanel) || (only === undefined && !existsSync(inProject('dist/functions/panel'))))
      copyPanel(stamps);
    if (!quiet) say(changed.length === 0 ? 'Everything is built.' : `Built ${changed.join(', ')}.`);
    if (broken.length > 0) throw new Stop(`Could not build ${broken.join(', ')}: see above.`);
    return changed;
  });
}

function isPartOfPanel(name) {
  return ['panel', 'redirect', 'plan-worker', 'triad-worker'].includes(name);
}

async function renew(bundle, stamps) {
  if (isFresh(bundle, stamps[bundle.name])) return 'fresh';
  const before = stamps[bundle.name]?.outputs ?? [];
  try {
    stamps[bundle.name] = await build(bundle);
  } catch (error) {
    // esbuild has shown what is wrong and where. The other bundles have no part in it.
    if (error.errors === undefined) throw error;
    return 'broken';
  }
  removeStale(before, stamps[bundle.name].outputs);
  writeFileSync(inProject(stampFile), JSON.stringify(stamps));
  return 'changed';
}

async function build(bundle) {
  const esbuild = await import('esbuild');
  const { metafile } = await esbuild.build({
    ...bundle.options,
    entryPoints: bundle.entries,
    absWorkingDir: inProject(),
    bundle: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  if (bundle.keepMetafile) writeFileSync(inProject(bundle.options.outdir, 'meta.json'), JSON.stringify(metafile));
  const copies = Object.entries(bundle.copies ?? {});
  for (const [target, source] of copies) copyFileSync(inProject(source), inProject(target));
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.startsWith('node_modules/'));
  return {
    hash: hashInputs(bundle, inputs),
    inputs,
    outputs: [...Object.keys(metafile.outputs), ...copies.map(([target]) => target)],
  };
}

/** Chunks carry their hash in their name, so each change would leave its old ones behind. */
function removeStale(before, after) {
  for (const path of before) if (!after.includes(path)) rmSync(inProject(path), { force: true });
}

function isFresh(bundle, stamp) {
  if (stamp === undefined) return false;
  if (!stamp.outputs.every((path) => existsSync(inProject(path)))) return false;
  if (!stamp.inputs.every((path) => existsSync(inProject(path)))) return false;
  return stamp.hash === hashInputs(bundle, stamp.inputs);
}

function hashInputs(bundle, inputs) {
  const texts = [...recipe, ...inputs].map((path) => readFileSync(inProject(path), 'utf8'));
  return hashOf(JSON.stringify([bundle.options, bundle.entries, inputs]), ...texts);
}

function readStamps() {
  return existsSync(inProject(stampFile)) ? JSON.parse(readFileSync(inProject(stampFile), 'utf8')) : {};
}
