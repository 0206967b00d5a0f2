import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { readStored, writeAtomically } from '../../atomic-file';

export interface Keys {
  readonly master: string;
  readonly function: string;
}

const keys = z.object({ master: z.string(), function: z.string() });

/** Made once and kept, as Azure keeps them in the app's storage. */
export function keepKeys(file: string): Keys {
  const stored = readStored(file, keys);
  if (stored !== undefined) return stored;
  const fresh = { master: randomBytes(32).toString('base64url'), function: randomBytes(32).toString('base64url') };
  writeAtomically(file, JSON.stringify(fresh));
  return fresh;
}

export function isOpenTo(
  request: IncomingMessage,
  url: URL,
  authLevel: string,
  { master, function: forFunctions }: Keys,
) {
  if (authLevel === 'anonymous') return true;
  const given = request.headers['x-functions-key'] ?? url.searchParams.get('code');
  if (typeof given !== 'string') return false;
  return isSame(given, master) || (authLevel === 'function' && isSame(given, forFunctions));
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
