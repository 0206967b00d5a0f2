import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { processClock } from '../process-clock';
import { startTenant } from './server';
import { settingsSchema } from './settings';

async function main(): Promise<void> {
  const clock = processClock();
  const file = process.env['TENANT_SETTINGS'];
  if (file === undefined) throw new Error('TENANT_SETTINGS must name the file with the settings of the tenant.');
  const settings = z.parse(settingsSchema, JSON.parse(readFileSync(file, 'utf8')));
  const tenant = await startTenant({ settings, clock });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      tenant.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  console.log(`tenant ready ${tenant.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
