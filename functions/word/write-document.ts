import { strToU8, zipSync } from 'fflate';
import type { Block, BlockDocument } from '../../shared/documents/blocks';
import { documentStyles } from './document-styles';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Zip entries carry a date; a fixed one makes the same document the same bytes. */
const zipDate = new Date(2026, 8, 1);
/** A4 across, in twentieths of a point; the table fills what the margins leave. */
const page = { width: 16_838, height: 11_906, margin: 1021 } as const;
const tableWidth = page.width - 2 * page.margin;

/** A .docx of A4 pages across: headings, texts, tables whose head stands on each page, and page numbers. */
export function writeDocument({ title, subtitle, blocks }: BlockDocument): Uint8Array {
  const body = [paragraph(title, 'Title'), paragraph(subtitle, 'Subtitle'), ...blocks.map(blockOf)].join('');
  const section = `<w:sectPr><w:footerReference xmlns:r="${office}" w:type="default" r:id="footer"/><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="907" w:left="${page.margin}" w:header="454" w:footer="454" w:gutter="0"/></w:sectPr>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document', 'document.main')}${override('word/styles', 'styles')}${override('word/footer1', 'footer')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relationships([
      ['document', `${office}/officeDocument`, 'word/document.xml'],
      ['core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ['styles', `${office}/styles`, 'styles.xml'],
      ['footer', `${office}/footer`, 'footer1.xml'],
    ]),
    'word/styles.xml': documentStyles,
    'word/footer1.xml': `<w:ftr xmlns:w="${word}">${footerOf(`${title} · ${subtitle}`)}</w:ftr>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(`${declaration}${text}`)] as const);
  return zipSync(Object.fromEntries(files), { mtime: zipDate });
}

function override(part: string, type: string): string {
  return `<Override PartName="/${part}.xml" ContentType="${wordType}.${type}+xml"/>`;
}

function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function blockOf(block: Block): string {
  switch (block.block) {
    case 'heading':
      return paragraph(block.text, 'Heading1');
    case 'text':
      return paragraph(block.text);
    case 'table':
      return tableOf(block);
  }
}

/** Line ends inside a text stay line ends. */
function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${runs(text)}</w:p>`;
}

function runs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
}

function tableOf({ columns, rows }: Extract<Block, { readonly block: 'table' }>): string {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((tableWidth * width) / all));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const head = row(
    columns.map(({ name }) => name),
    widths,
    true,
  );
  const body = rows.map((cells) => row(cells, widths, false)).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Plan"/><w:tblW w:w="${tableWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${body}</w:tbl>${paragraph('')}`;
}

/** No row is parted by the end of a page, and the head stands on each. */
function row(cells: readonly string[], widths: readonly number[], isHead: boolean): string {
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
  const shading = isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="EAF1EF"/>' : '';
  const each = widths.map(
    (width, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${paragraph(cells[at] ?? '', isHead ? 'CellHead' : 'Cell')}</w:tc>`,
  );
  return `<w:tr>${properties}${each.join('')}</w:tr>`;
}

function footerOf(text: string): string {
  const tab = '<w:r><w:tab/></w:r>';
  return `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${runs(text)}${tab}${runs('Page ')}${field('PAGE')}${runs(' of ')}${field('NUMPAGES')}</w:p>`;
}

function field(name: 'PAGE' | 'NUMPAGES'): string {
  const part = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${part('begin')}<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>${part('separate')}${runs('1')}${part('end')}`;
}

/** What XML cannot hold at all is left out. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
