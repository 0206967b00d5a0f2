import { ok, type Result, refuse } from '../../../shared/result';
import { base64Of } from './import-files';
import type { ChosenFile } from './import-state';

/** A draft takes 60,000 characters; the rest is left for what was corrected. */
const most = 40_000;

/** A file as a draft keeps it: compressed, as base64; empty where it is too large even so. */
export async function packFile({ content }: ChosenFile): Promise<string> {
  const packed = await through(bytesOf(content), new CompressionStream('gzip'));
  const text = base64Of(packed);
  return text.length <= most ? text : '';
}

/** The file that a draft kept. */
export async function fileOfDraft(name: string, packed: string): Promise<Result<ChosenFile>> {
  if (packed === '')
    return refuse('invalid', `"${name}" was too large to keep. Choose it again: your corrections are kept.`);
  try {
    return ok({ name, content: base64Of(await through(bytesOf(packed), new DecompressionStream('gzip'))) });
  } catch {
    return refuse('invalid', `"${name}" could not be read again. Choose it once more: your corrections are kept.`);
  }
}

function bytesOf(content: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}
