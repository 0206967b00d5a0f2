import { join } from 'node:path';
import * as z from 'zod/mini';
import { readStored, writeAtomically } from '../../atomic-file';

const timerStatus = z.object({ Last: z.string(), Next: z.string(), LastUpdated: z.string() });
export type TimerStatus = z.infer<typeof timerStatus>;

/** .NET's "never". */
export const never = '0001-01-01T00:00:00.000Z';

/** What a monitored timer remembers over a restart, so that a missed run is made up once. */
export interface TimerStatusStore {
  read(name: string): TimerStatus | undefined;
  write(name: string, status: TimerStatus): void;
}

export function keepTimerStatus(folder: string): TimerStatusStore {
  function fileOf(name: string): string {
    return join(folder, `${name}.json`);
  }
  return {
    read: (name) => readStored(fileOf(name), timerStatus),
    write: (name, status) => writeAtomically(fileOf(name), JSON.stringify(status)),
  };
}
