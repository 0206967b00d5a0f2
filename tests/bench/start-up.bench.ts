import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const root = process.cwd();
const folder = `${root}/dist/bench`;
const runs = 15;
const floor = '@azure/functions';
/** What a function app with these jobs loads when its packages stay unbundled. */
const packages = [floor, '@azure/msal-node', '@microsoft/microsoft-graph-client', 'jose', 'zod/mini'];

/** Milliseconds that a cold process takes to load these modules; the process's own start is not counted. */
function loadTimes(modules: readonly string[]): number {
  const script = `
    require(${JSON.stringify(`${root}/tests/bench/core-stand-in.cjs`)});
    const began = performance.now();
    for (const one of ${JSON.stringify(modules)}) require(require.resolve(one, { paths: [${JSON.stringify(root)}] }));
    process.stdout.write(String(performance.now() - began));`;
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { cwd: root })),
  );
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}

async function buildUnbundled(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/app-with-packages-outside.js`;
  await build({
    entryPoints: [`${root}/functions/app.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

test('the function bundle starts in at most half the time of its unbundled packages', async () => {
  const outside = await buildUnbundled();
  const measured = {
    floor: loadTimes([floor]),
    bundle: loadTimes([`${root}/dist/functions/app.js`]),
    'same code, packages outside': loadTimes([outside]),
    'packages loaded one by one': loadTimes(packages),
  };
  const ratio = measured.bundle / measured['packages loaded one by one'];
  const rows = Object.entries(measured).map(([name, ms]) => `${ms.toFixed(1).padStart(8)} ms  ${name}`);
  console.info(
    `Start-up, median of ${runs} cold processes\n${rows.join('\n')}\n${ratio.toFixed(2).padStart(8)}     bundle / packages (goal: 0.5 or less)`,
  );
  expect(ratio).toBeLessThanOrEqual(0.5);
  expect(measured.bundle).toBeLessThanOrEqual(2 * measured.floor + 20);
}, 120_000);
