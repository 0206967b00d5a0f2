import { buildAll } from './scripts/build.mjs';
import { check } from './scripts/check.mjs';
import { installPackages } from './scripts/install.mjs';
import { runScript } from './scripts/project.mjs';

await runScript(async () => {
  await installPackages();
  await buildAll();
  return (await check()) ? 0 : 1;
});
