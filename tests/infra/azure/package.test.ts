import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const git = (folder: string, ...words: string[]) => execFileSync('git', words, { cwd: folder, encoding: 'utf8' });
const lines = (text: string) => text.split('\n').filter((line) => line !== '');

/** git reads the rules of .funcignore as azd does. */
function packaged(files: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    git(folder, 'init', '--quiet');
    copyFileSync('.funcignore', join(folder, '.git', 'info', 'exclude'));
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    return lines(git(folder, 'ls-files', '--others', '--exclude-standard')).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the package for Azure is the bundle and what names it, and nothing of the embedded Microsoft 365', () => {
  const written = readFileSync('infra/scripts/bundles.mjs', 'utf8').matchAll(/dist\/\w+/g);
  const bundles = [...new Set([...written].map(([folder]) => `${folder}/bundle.js`)), 'dist/functions/panel/panel.js'];
  const sources = lines(git('.', 'ls-files')).filter((file) => file !== '.gitignore');
  expect(bundles).toContain('dist/local/bundle.js');
  expect(packaged([...sources, ...bundles, 'node_modules/hono/index.js'])).toEqual([
    'dist/functions/bundle.js',
    'dist/functions/panel/panel.js',
    'host.json',
    'package.json',
  ]);
});
