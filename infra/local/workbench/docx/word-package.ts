import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** How XML is read and written: by the browser in the workbench, by xmldom in tests. */
export interface Xml {
  parse(text: string): Document;
  write(document: Document): string;
}

/** An open .docx: the very package that was opened, of which the main part may be changed. */
export interface WordPackage {
  readonly main: Document;
  /** The whole package with the main part as it is now. */
  save(): Uint8Array;
}

/** One date for every entry: the same document is the same bytes. */
const zipDate = new Date(2026, 8, 1);

const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export class NotADocument extends Error {
  override readonly name = 'NotADocument';
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (cause) {
    throw new NotADocument('This file is not a Word document, or it is damaged.', { cause });
  }
}

/** Where the main part lies is told by the content types; it is nearly always `word/document.xml`. */
function mainPartOf(files: Record<string, Uint8Array>, xml: Xml): string {
  const types = files['[Content_Types].xml'];
  const overrides = types === undefined ? [] : Array.from(xml.parse(strFromU8(types)).getElementsByTagName('Override'));
  const override = overrides.find((one) => one.getAttribute('ContentType') === mainType);
  const name = override?.getAttribute('PartName')?.replace(/^\//, '');
  if (name === undefined || files[name] === undefined)
    throw new NotADocument('This file is not a Word document (.docx).');
  return name;
}

export function openWordPackage(bytes: Uint8Array, xml: Xml): WordPackage {
  const files = unzip(bytes);
  const name = mainPartOf(files, xml);
  const main = xml.parse(strFromU8(files[name] ?? new Uint8Array()));
  return {
    main,
    save() {
      const text = xml.write(main).replace(/^<\?xml[^>]*\?>\s*/, '');
      const part = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
      return zipSync({ ...files, [name]: part }, { mtime: zipDate });
    },
  };
}
