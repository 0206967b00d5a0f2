/** Small words for WordprocessingML. Text comes in as text and is escaped here. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function run(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

export function paragraph(content: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${content}</w:p>`;
}

export const heading = (text: string) => paragraph(run(text), 'Heading1');
export const label = (text: string) => paragraph(run(text), 'FieldLabel');

/** A content control's properties. It cannot be deleted by accident; its content can be edited. */
function properties(tag: string, title: string, plain: boolean): string {
  const id = [...tag].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_000_000_011, 7);
  return `<w:sdtPr><w:alias w:val="${escapeXml(title)}"/><w:tag w:val="${tag}"/><w:id w:val="${id}"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/>${plain ? '<w:text/>' : ''}</w:sdtPr>`;
}

/** Inside a line of text: one line, plain. */
export function inline(tag: string, title: string): string {
  const content = run(`[${title}]`, 'PlaceholderText');
  return `<w:sdt>${properties(tag, title, true)}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** Paragraphs of its own: rich text, several lines. Also stands in a table cell. */
export function block(tag: string, title: string, style = 'FieldText'): string {
  const content = paragraph(run(`[${title}]`, 'PlaceholderText'), style);
  return `<w:sdt>${properties(tag, title, false)}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

export interface Cell {
  /** Twentieths of a point. */
  readonly width: number;
  readonly content: string;
  readonly shaded?: boolean;
}

export function table(rows: readonly (readonly Cell[])[]): string {
  const grid = (rows[0] ?? []).map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map((cells) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map(cell).join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TrustTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

function cell({ width, content, shaded }: Cell): string {
  const shading = shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="EAF1EF"/>' : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${content}</w:tc>`;
}
