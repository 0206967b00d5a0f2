import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { libraryFiles } from '../../../../infra/local/demonstration/templates/library';
import { openWordPackage, type Xml } from '../../../../infra/local/workbench/docx/word-package';

/** xmldom in place of the browser's own parser: the same DOM, of which we use the old and common part. */
export const xml: Xml = {
  parse: (text) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document,
  write: (document) => new XMLSerializer().serializeToString(document as never),
};

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The appraisal statement's package around another body. */
export function documentWith(body: string): Uint8Array {
  const files = unzipSync(libraryFiles()[0]?.content ?? new Uint8Array());
  const text = `<w:document xmlns:w="${word}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipSync({ ...files, 'word/document.xml': strToU8(text) });
}

export function opened(body: string) {
  return openWordPackage(documentWith(body), xml);
}

/** The body's XML after a save, as it lies in the file. */
export function bodyIn(saved: Uint8Array): string {
  const text = strFromU8(unzipSync(saved)['word/document.xml'] ?? new Uint8Array());
  return /<w:body>(.*)<w:sectPr\/><\/w:body>/s.exec(text)?.[1] ?? text;
}

export function control(properties: string, content: string): string {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export function line(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
