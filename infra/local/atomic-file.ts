import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

/** Readers see the file before or after, never between: whoever is killed while writing leaves the old one. */
export function writeAtomically(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text, { mode: 0o600 });
  renameSync(fresh, file);
}

export function readStored<T>(file: string, schema: z.ZodMiniType<T>): T | undefined {
  if (!existsSync(file)) return undefined;
  return z.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
}
