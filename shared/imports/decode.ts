import { ok, type Result, refuse } from '../result';

/** The text of a file that came from somewhere else, and in which encoding it was. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/**
 * Bytes → text. GIAS exports are Windows-1252, Excel saves UTF-8 with or without its mark, or UTF-16: what is valid
 * UTF-8 is UTF-8, since text of the other encodings hardly ever is.
 */
export function decode(bytes: Uint8Array): Result<Decoded> {
  const [first, second] = bytes;
  if (first === undefined) return refuse('invalid', 'The file is empty. Export it again.');
  if (first === 0x50 && second === 0x4b)
    return refuse('invalid', 'The file is an Excel workbook. In Excel choose Save as, CSV UTF-8, and give that file.');
  const decoded = decodeText(bytes);
  if (decoded.text.includes('\u0000')) return refuse('invalid', 'The file is not a text file. Give a CSV file.');
  return ok(decoded);
}

function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

/** What 0x80 to 0x9f mean in Windows-1252. Node 20's own decoder reads them as control characters (Latin-1). */
const fromHex80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replaceAll(/[\u0080-\u009f]/g, (control) => fromHex80[control.charCodeAt(0) - 0x80] ?? control);
}
