import * as z from 'zod/mini';
import { type LocalClock, openClock } from './moved-clock';

const clockSettingSchema = z.strictObject({ base: z.number(), realBase: z.number(), rate: z.number() });

/** What moves the clock of a process that runs: `at` is the real instant at which it is `to`. */
export const clockOrderSchema = z.strictObject({ to: z.iso.datetime(), at: z.optional(z.number()) });

/** Opened first in every process: moved from the beginning by `LOCAL_CLOCK`, and later by those who may. */
export function processClock(environment: Readonly<Record<string, string | undefined>> = process.env): LocalClock {
  const text = environment['LOCAL_CLOCK'];
  return openClock(text === undefined || text === '' ? undefined : z.parse(clockSettingSchema, JSON.parse(text)));
}
