import { join } from 'node:path';
import { processClock } from '../process-clock';
import { startWorkbench } from './server';
import { readEndpoints } from './settings';

/** Environment: PORT (0 takes a free one), ENDPOINTS_FILE (as `.local/endpoints.json`). */
function environmentText(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Set ${name}.`);
  return value;
}

async function main(): Promise<void> {
  const clock = processClock();
  const workbench = await startWorkbench({
    port: Number(environmentText('PORT')),
    endpoints: readEndpoints(environmentText('ENDPOINTS_FILE')),
    assets: join(process.cwd(), 'dist', 'workbench'),
    clock,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      workbench.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  process.stdout.write(`workbench ready ${workbench.url}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
