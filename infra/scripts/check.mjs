import { checkFileLengths } from './file-lengths.mjs';
import { checkPanelSize } from './panel-size.mjs';
import { say } from './project.mjs';
import { run, tool } from './run.mjs';
import { checkWordsInPlace } from './words-in-place.mjs';

const checks = [
  ['format and lint', () => run(...tool('@biomejs/biome/bin/biome', 'check', '.'))],
  ['types', () => run(...tool('typescript/bin/tsc', '--project', '.'))],
  [
    'imports',
    () =>
      run(
        ...tool(
          'dependency-cruiser/bin/dependency-cruise.mjs',
          '--config',
          '.dependency-cruiser.cjs',
          'addin',
          'functions',
          'shared',
          'infra',
          'tests',
        ),
      ),
  ],
  ['words in their place', checkWordsInPlace],
  ['unused code', () => run(...tool('knip/bin/knip.js'))],
  ['size of the panel', checkPanelSize],
  ['length of files', checkFileLengths],
];

/** Everything that can be said of the code without running it. All are run: one visit shows all that is wrong. */
export async function check() {
  let isSound = true;
  for (const [name, body] of checks) {
    const began = performance.now();
    const code = await body();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`${code === 0 ? 'sound' : 'NOT sound'}: ${name} (${seconds} s)`);
    isSound &&= code === 0;
  }
  return isSound;
}
