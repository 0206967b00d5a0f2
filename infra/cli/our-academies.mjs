#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Loads the built command line; where the sources are beside it, builds it first if they have changed. */
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const built = join(root, 'dist/cli/our-academies.js');

if (existsSync(join(root, 'node_modules/esbuild'))) {
  const [{ buildAll }, { runScript }] = await Promise.all([
    import('../scripts/build.mjs'),
    import('../scripts/project.mjs'),
  ]);
  await runScript(async () => {
    await buildAll({ quiet: true, only: ['cli'] });
  });
}
if (!existsSync(built)) {
  process.stderr.write('The command line is not built. Run npm ci and npm run build first.\n');
  process.exitCode = 1;
}
if (!process.exitCode) createRequire(import.meta.url)(built);
