import { existsSync } from 'node:fs';
import { buildAll } from './scripts/build.mjs';
import { installPackages } from './scripts/install.mjs';
import { inProject, runScript, Stop } from './scripts/project.mjs';
import { mustRun } from './scripts/run.mjs';

/** Writes shared/reference anew from the declarations: OpenAPI, JSON Schemas, access matrix, tags. */
await runScript(async () => {
  await installPackages();
  await buildAll({ quiet: true });
  const generator = inProject('dist/local/reference.js');
  if (!existsSync(generator)) throw new Stop('infra/reference/main.ts is not there yet.');
  await mustRun(process.execPath, [generator]);
});
