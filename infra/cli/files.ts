import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { refuse } from '../../shared/result';
import { Refusal, type Surroundings } from './command';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
  EPERM: 'it may not be opened',
  ENOTDIR: 'its folder is a file',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk may not be written to',
};

export function readBytes(file: string, { from }: Pick<Surroundings, 'from'>): Uint8Array {
  return explained(`The file "${file}" cannot be read`, () => readFileSync(resolve(from, file)));
}

export function readJsonFile(file: string, surroundings: Pick<Surroundings, 'from'>): unknown {
  const text = new TextDecoder().decode(readBytes(file, surroundings));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(refuse('invalid', `The file "${file}" is no JSON. Correct it and try again.`).problem, { cause });
  }
}

export function writeBytes(file: string, bytes: Uint8Array, { from }: Pick<Surroundings, 'from'>): void {
  explained(`The file "${file}" cannot be written`, () => writeFileSync(resolve(from, file), bytes));
}

/** What the file system refuses is nobody's fault but the name's: a sentence. Anything else stays a fault. */
function explained<T>(what: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    const reason = reasons[codeOf(cause) ?? ''];
    if (reason === undefined) throw cause;
    throw new Refusal(refuse('invalid', `${what}: ${reason}. Check the name.`).problem, { cause });
  }
}

/** The code that Node gives its errors, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
