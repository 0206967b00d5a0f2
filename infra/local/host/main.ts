import { processClock } from '../process-clock';
import { type FunctionsHost, startFunctionsHost } from './functions-host';
import { createLog, toFailureText } from './log';

/** Environment: PORT (0 takes a free one), HOST_STATE, APP_DIRECTORY, LOCAL_CLOCK; the rest are the app's settings. */
function environmentText(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Set ${name}.`);
  return value;
}

async function main(): Promise<void> {
  const clock = processClock();
  const writeLog = createLog(
    (line) => process.stdout.write(`${line}\n`),
    () => new Date(),
    'information',
  );
  const host = await startFunctionsHost({
    appDirectory: environmentText('APP_DIRECTORY'),
    stateFolder: environmentText('HOST_STATE'),
    port: Number(environmentText('PORT')),
    environment: process.env,
    writeLog,
    clock,
  });
  // Azure's worker lives through neither: an error that nobody awaited is a fault of the app.
  process.on('unhandledRejection', (error) => {
    writeLog({ level: 'critical', category: 'system', message: `Unhandled rejection: ${toFailureText(error)}` });
    process.exit(1);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(host));
  process.stdout.write(`functions ready ${host.url}\n`);
}

async function stop(host: FunctionsHost): Promise<void> {
  await host.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${toFailureText(error)}\n`);
  process.exit(1);
});
