import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ok, type Result } from '../../shared/result';
import { type Flaw, unusable } from './unusable';

/** Sizes above which a template is refused before anything of it is unpacked. */
export const limits = {
  compressedBytes: 10_000_000,
  unpackedBytes: 50_000_000,
  entries: 2_000,
  ratio: 200,
} as const;

/** The parts of a .docx by name, in their order. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Sizes are read and judged first; yauzl stops at the declared size, so a lying size costs nothing. */
export async function unzip(bytes: Uint8Array): Promise<Result<Parts>> {
  const outside = flawOfFile(bytes);
  if (outside !== undefined) return unusable([{ part: '', sentence: outside }]);
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    });
    return await unpack(zip);
  } catch (cause) {
    // Every error of yauzl and zlib on a buffer in memory speaks of the bytes that were given.
    return unusable([{ part: '', sentence: damaged(cause) }]);
  }
}

function damaged(cause: unknown): string {
  const told = cause instanceof Error ? cause.message : 'it cannot be read';
  return `The file is damaged or is no .docx (${told.slice(0, 120)}). Open it in Word and save it again as .docx.`;
}

function flawOfFile(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'The file is empty.';
  if (bytes.length > limits.compressedBytes) return 'The file is larger than 10 MB. Make its pictures smaller.';
  const [first, second, third, fourth] = bytes;
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0)
    return 'The file is an old .doc or is protected with a password. Remove the password and save it as .docx.';
  return undefined;
}

async function unpack(zip: ZipFile): Promise<Result<Parts>> {
  if (zip.entryCount > limits.entries) return unusable([tooMany]);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.entries) return unusable([tooMany]);
    entries.push(entry);
  }
  const flaws = flawsOfEntries(entries);
  if (flaws.length > 0) return unusable(flaws);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue;
    parts.set(entry.fileName, await contentOf(zip, entry));
  }
  return ok(parts);
}

const tooMany: Flaw = { part: '', sentence: `The file holds more than ${limits.entries} parts.` };

function flawsOfEntries(entries: readonly Entry[]): readonly Flaw[] {
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > limits.unpackedBytes)
    return [{ part: '', sentence: 'Unpacked, the file is larger than 50 MB. Make its pictures smaller.' }];
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const name = entry.fileName.toLowerCase();
    const sentence = seen.has(name) ? 'It is in the file twice.' : flawOfEntry(entry);
    seen.add(name);
    return sentence === undefined
      ? []
      : [{ part: entry.fileName, sentence: `"${entry.fileName.slice(0, 100)}": ${sentence}` }];
  });
}

const symbolicLink = 0xa000;

function flawOfEntry(entry: Entry): string | undefined {
  const { fileName, compressedSize, uncompressedSize, externalFileAttributes } = entry;
  // yauzl has refused absolute names, `..` and backslashes already; control characters it lets through.
  if (/[\u0000-\u001f\u007f]/.test(fileName)) return 'Its name has control characters.';
  if (((externalFileAttributes >>> 16) & 0xf000) === symbolicLink) return 'It is a link to another file.';
  if (entry.isEncrypted()) return 'It is encrypted. Remove the password.';
  if (!entry.canDecodeFileData()) return 'It is packed in a way that Word does not use.';
  if (uncompressedSize > compressedSize * limits.ratio)
    return `It unpacks to more than ${limits.ratio} times its size.`;
  return undefined;
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw new Error(`the checksum of "${entry.fileName}" is wrong`);
  return content;
}
