import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { inProject } from './project.mjs';

/** One deployable: the panel's files lie beside the function app's bundle, which serves them. */
export function copyPanel(stamps) {
  const outputs = ['panel', 'redirect', 'plan-worker', 'triad-worker'].flatMap((name) => stamps[name]?.outputs ?? []);
  if (outputs.length === 0) return;
  const target = inProject('dist/functions/panel');
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const path of outputs) cpSync(inProject(path), `${fresh}/${basename(path)}`);
  // The manifests name them; the SVG they are drawn from stays here.
  cpSync(inProject('addin/icons'), fresh, { recursive: true, filter: (path) => !path.endsWith('.svg') });
  if (existsSync(target)) rmSync(target, { recursive: true });
  renameSync(fresh, target);
}
