import { strToU8, unzipSync, zipSync } from 'fflate';

/** Builds .docx files by hand, so that a test says exactly what lies in them. */
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = `xmlns:w="${wordNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"`;
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface Pieces {
  readonly body?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly settings?: string;
  readonly mainType?: string;
  /** Further relations of the document part. */
  readonly relations?: string;
  /** Parts that replace or join the usual ones; undefined leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly types?: string;
}

export function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function inline(tag: string, more: { properties?: string; content?: string } = {}): string {
  const content = more.content ?? '<w:r><w:t>…</w:t></w:r>';
  return `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${more.properties ?? ''}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export function block(tag: string, more: { properties?: string; content?: string } = {}): string {
  return inline(tag, { properties: more.properties ?? '', content: more.content ?? paragraph('…') });
}

export function cell(tag: string, more: { properties?: string } = {}): string {
  const content = `<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>${paragraph('…')}</w:tc>`;
  return inline(tag, { properties: more.properties ?? '', content });
}

export function table(...rows: readonly string[]): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}

export function plainCell(content: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

function relationsXml(content: string): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

export function relation(id: string, type: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

export function partsOf(pieces: Pieces): Record<string, Uint8Array> {
  const sections = `${pieces.header === undefined ? '' : '<w:headerReference w:type="default" r:id="rId11"/>'}${pieces.footer === undefined ? '' : '<w:footerReference w:type="default" r:id="rId12"/>'}`;
  const optional: Record<string, string | Uint8Array | undefined> = {
    'word/header1.xml': pieces.header && `${declaration}<w:hdr ${namespaces}>${pieces.header}</w:hdr>`,
    'word/footer1.xml': pieces.footer && `${declaration}<w:ftr ${namespaces}>${pieces.footer}</w:ftr>`,
    'word/settings.xml': pieces.settings && `${declaration}<w:settings ${namespaces}>${pieces.settings}</w:settings>`,
  };
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${type.includes('/') ? type : `${wordType}.${type}`}"/>`;
  const overrides = [
    override('word/document.xml', pieces.mainType ?? 'document.main+xml'),
    ...(pieces.header ? [override('word/header1.xml', 'header+xml')] : []),
    ...(pieces.footer ? [override('word/footer1.xml', 'footer+xml')] : []),
    ...(pieces.settings ? [override('word/settings.xml', 'settings+xml')] : []),
    pieces.types ?? '',
  ].join('');
  const relations = [
    pieces.header ? relation('rId11', 'header', 'header1.xml') : '',
    pieces.footer ? relation('rId12', 'footer', 'footer1.xml') : '',
    pieces.settings ? relation('rId13', 'settings', 'settings.xml') : '',
    pieces.relations ?? '',
  ].join('');
  const all: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides}</Types>`,
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${declaration}<w:document ${namespaces}><w:body>${pieces.body ?? ''}<w:sectPr>${sections}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsXml(relations),
    ...optional,
    ...pieces.parts,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, content]) =>
      content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
    ),
  );
}

export function makeDocx(pieces: Pieces): Uint8Array {
  return zipSync(partsOf(pieces));
}

/** The XML of one part of a .docx, for looking at. */
export function partOf(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes)[part];
  if (found === undefined) throw new Error(`No part ${part}`);
  return new TextDecoder().decode(found);
}

/** The texts of the paragraphs of one part, runs joined; breaks are line feeds and tabs are tabs. */
export function textsOf(bytes: Uint8Array, part = 'word/document.xml'): readonly string[] {
  const xml = partOf(bytes, part);
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([found]) =>
    found
      .replaceAll(/<w:br\/>/g, '\n')
      .replaceAll(/<w:tab\/>/g, '\t')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}
