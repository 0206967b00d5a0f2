import type { Correction } from '../../shared/imports/table';
import { ok, type Result, refuse } from '../../shared/result';
import type { Importing } from '../imports/import-records';
import type { Asked } from '../request';

const mostBytes = 5 * 1024 * 1024;

/** A file that travelled as base64, with what an import needs beside it. */
export function importing(
  {
    file,
    apply,
    corrections = [],
  }: {
    readonly file: string;
    readonly apply: boolean;
    readonly corrections?: readonly Correction[] | undefined;
  },
  { records, people, caller }: Asked,
): Result<Importing> {
  if (file === '') return wrong('Choose a file.');
  if (file.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(file))
    return wrong('The file was damaged. Choose it again.');
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  if (bytes.byteLength > mostBytes) return refuse('too-large', 'The file is larger than 5 MB. Split it.');
  return ok({ bytes, apply, corrections, ports: { records, people }, actor: { id: caller.id, name: caller.name } });
}

function wrong(sentence: string): ReturnType<typeof refuse> {
  return refuse('invalid', sentence, { fields: [{ path: 'file', sentence }] });
}
