import { join } from 'node:path';
import { readArguments, type StartArguments } from './arguments';
import { greeting } from './greeting';
import { usualPorts } from './ports';
import { toRealTrust } from './real-trust';
import { type StartOptions, startAll } from './start-all';
import { Stop } from './stop';

/** What `npm start` runs: everything up, a few lines to read, and down again at Ctrl-C. */
const usualFolder = join(process.cwd(), '.local');

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const interrupted = new Promise<undefined>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(undefined));
  });
  const began = performance.now();
  const starting = startAll(optionsOf(wanted));
  const running = await Promise.race([starting, interrupted]);
  if (running === undefined) {
    await (await starting).stop();
    return 0;
  }
  tell(greeting(running.endpoints, (performance.now() - began) / 1000));
  const death = await Promise.race([running.died, interrupted]);
  tell(death ?? 'Stopping …');
  await running.stop();
  return death === undefined ? 0 : 1;
}

function optionsOf({ fresh, folder = usualFolder, port, clock, gias }: StartArguments): StartOptions {
  return {
    folder,
    fresh,
    tell,
    ports: port === undefined ? usualPorts : { workbench: port, tenant: port + 1, functions: port + 2 },
    ...(clock === undefined ? {} : { clock }),
    ...(gias === undefined ? {} : { real: toRealTrust(gias) }),
  };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isOurs = error instanceof Stop || !(error instanceof Error);
    process.stderr.write(`${isOurs ? String(error instanceof Stop ? error.message : error) : error.stack}\n`);
    process.exit(1);
  },
);
