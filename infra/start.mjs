import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildAll } from './scripts/build.mjs';
import { installPackages } from './scripts/install.mjs';
import { inProject, root, runScript, Stop } from './scripts/project.mjs';

await runScript(async () => {
  await installPackages();
  await buildAll({ quiet: true });
  const supervisor = inProject('dist/local/supervisor.js');
  if (!existsSync(supervisor)) throw new Stop('The supervisor is not built.');
  // Paths that somebody types are meant from where he stands; the project's own from its folder.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(root);
  createRequire(import.meta.url)(supervisor);
});
