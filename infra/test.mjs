import { buildAll } from './scripts/build.mjs';
import { check } from './scripts/check.mjs';
import { installPrograms } from './scripts/debian.mjs';
import { installPackages } from './scripts/install.mjs';
import { closingLine, runJest } from './scripts/jest.mjs';
import { installNode24 } from './scripts/node-24.mjs';
import { runScript, say } from './scripts/project.mjs';

await runScript(async () => {
  await installPackages();
  await installPrograms();
  await installNode24();
  await buildAll();
  const isSound = await check();
  // Words for jest come first: the patterns would take them for more of themselves.
  const results = await runJest(...process.argv.slice(2), '--testPathIgnorePatterns', 'tests/bench/');
  if (!isSound) say('The checks above found something: npm test fails for that as well.');
  say(closingLine(results));
  return results.code === 0 && isSound ? 0 : 1;
});
