import type { OutputOf, requests } from '../../../shared/requests';
import { ok, type Result, refuse } from '../../../shared/result';
import type { ChosenFile } from './import-state';

export type ImportOutcome = OutputOf<typeof requests.importAcademies>;

const mostBytes = 5_000_000;

/** The part of a browser's File that is read. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A file that somebody chose → its bytes as base64, or the sentence that says why not. */
export async function readPickedFile(file: PickedFile): Promise<Result<ChosenFile>> {
  if (file.size === 0) return refuse('invalid', `"${file.name}" is empty. Choose another file.`);
  if (file.size > mostBytes)
    return refuse(
      'too-large',
      `"${file.name}" is larger than 5 MB. Export it again with your trust's lines, or with one school year, alone.`,
    );
  try {
    return ok({ name: file.name, content: base64Of(new Uint8Array(await file.arrayBuffer())) });
  } catch {
    // The browser says no more than that: the file was moved, or another program holds it.
    return refuse('invalid', `"${file.name}" could not be read. Close it in other programs, then choose it again.`);
  }
}

/** In pieces: `String.fromCharCode` takes some ten thousand arguments at most. */
export function base64Of(bytes: Uint8Array): string {
  const piece = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}
