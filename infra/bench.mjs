import { buildAll } from './scripts/build.mjs';
import { installPackages } from './scripts/install.mjs';
import { closingLine, runJest } from './scripts/jest.mjs';
import { runScript, say } from './scripts/project.mjs';

/** Measurements are told by what they print; they fail only where a number misses its goal. */
await runScript(async () => {
  await installPackages();
  await buildAll();
  const results = await runJest('--testMatch', '**/tests/bench/**/*.bench.ts', '--runInBand', ...process.argv.slice(2));
  say(closingLine(results));
  return results.code;
});
