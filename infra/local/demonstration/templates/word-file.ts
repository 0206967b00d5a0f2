import { strToU8, zipSync } from 'fflate';
import { styles } from './styles';
import { escapeXml, paragraph, run } from './wordprocessing';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Zip entries carry a date; a fixed one makes the same document the same bytes. */
const zipDate = new Date(2026, 8, 1);

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function footer(title: string): string {
  const page =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  return `${declaration}<w:ftr xmlns:w="${word}">${paragraph(`${run(`${title} · page `)}${page}`, 'Footer')}</w:ftr>`;
}

/** A .docx of A4 pages with this body: WordprocessingML paragraphs and tables. */
export function wordFile(title: string, body: string): Uint8Array {
  const section = `<w:sectPr><w:footerReference xmlns:r="${office}" w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="907" w:right="1134" w:bottom="850" w:left="1134" w:header="454" w:footer="397" w:gutter="0"/></w:sectPr>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${wordType}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships">${relationship('document', `${office}/officeDocument`, 'word/document.xml')}${relationship('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="${word}"><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships">${relationship('styles', `${office}/styles`, 'styles.xml')}${relationship('settings', `${office}/settings`, 'settings.xml')}${relationship('footer', `${office}/footer`, 'footer1.xml')}</Relationships>`,
    'word/styles.xml': styles,
    'word/settings.xml': `${declaration}<w:settings xmlns:w="${word}"><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/footer1.xml': footer(title),
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync(Object.fromEntries(files), { mtime: zipDate });
}
