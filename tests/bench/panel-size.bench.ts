import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = process.cwd();

/** What any panel with these libraries loads before it has said a word: React, five small Fluent controls, msal. */
const yardstick = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { DefaultButton, MessageBar, PrimaryButton, Spinner, TextField } from '@fluentui/react';
  import { PublicClientApplication } from '@azure/msal-browser';
  createRoot(document.body).render(createElement('div', null, ...[DefaultButton, MessageBar, PrimaryButton, Spinner, TextField].map((part) => createElement(part))));
  globalThis.sign = PublicClientApplication;`;

async function yardstickBytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: yardstick, resolveDir: root, loader: 'tsx' },
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}

function panelBytes(): { readonly firstScreen: number; readonly all: number } {
  const script = `import('${root}/infra/scripts/panel-size.mjs').then(({ panelSizes }) => process.stdout.write(JSON.stringify(panelSizes())))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }));
}

test('the first screen loads at most 250 KB gzip, and less than its libraries would as they come', async () => {
  const { firstScreen, all } = panelBytes();
  const libraries = await yardstickBytes();
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(8)} KB gzip`;
  const ratio = firstScreen / libraries;
  console.info(
    [
      `${kilobytes(firstScreen)}  first screen (goal: 250 or less)`,
      `${kilobytes(all)}  the whole panel (goal: 420 or less)`,
      `${kilobytes(libraries)}  React, five Fluent controls and msal, nothing else`,
      `${ratio.toFixed(2).padStart(8)}          first screen / these libraries`,
    ].join('\n'),
  );
  expect(firstScreen).toBeLessThanOrEqual(250 * 1024);
  expect(all).toBeLessThanOrEqual(420 * 1024);
  expect(ratio).toBeLessThan(1);
}, 60_000);
