const green = '1F5C4D';
const quiet = '595959';

interface Look {
  readonly size?: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly next?: boolean;
  readonly tabs?: string;
}

function style(id: string, name: string, look: Look): string {
  const { before = 0, after = 0, next = false, tabs = '' } = look;
  const based = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  const run = [
    look.bold === true ? '<w:b/>' : '',
    look.colour === undefined ? '' : `<w:color w:val="${look.colour}"/>`,
    look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`,
  ].join('');
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${based}<w:qFormat/><w:pPr>${next ? '<w:keepNext/>' : ''}${tabs}<w:spacing w:before="${before}" w:after="${after}"/></w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9D6D2"/>`;
const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;

/** One typeface, one green, sizes that can be read in print. */
export const documentStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', { after: 120 }),
  style('Title', 'Title', { size: 36, colour: green, bold: true, after: 20 }),
  style('Subtitle', 'Subtitle', { size: 24, colour: quiet, after: 160 }),
  style('Heading1', 'heading 1', { size: 26, colour: green, bold: true, before: 160, after: 100, next: true }),
  style('Cell', 'Cell', { size: 20 }),
  style('CellHead', 'Cell head', { size: 20, bold: true, next: true }),
  style('Footer', 'footer', {
    size: 18,
    colour: quiet,
    tabs: '<w:tabs><w:tab w:val="right" w:pos="14796"/></w:tabs>',
  }),
].join(
  '',
)}<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style><w:style w:type="table" w:styleId="Plan"><w:name w:val="Plan"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders><w:tblCellMar>${margin('top', 50)}${margin('left', 100)}${margin('bottom', 50)}${margin('right', 100)}</w:tblCellMar></w:tblPr></w:style></w:styles>`;
