const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>';

interface Look {
  readonly size?: number;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly capitals?: boolean;
  readonly before?: number;
  readonly after?: number;
  readonly next?: boolean;
  readonly border?: string;
}

function paragraphStyle(id: string, name: string, look: Look): string {
  const { before = 0, after = 0, border = '', next = false } = look;
  const keep = next ? '<w:keepNext/>' : '';
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${keep}${border}<w:spacing w:before="${before}" w:after="${after}"/></w:pPr><w:rPr>${runLook(look)}</w:rPr></w:style>`;
}

function runLook({ size, colour, bold, capitals }: Look): string {
  return [
    bold ? '<w:b/>' : '',
    capitals ? '<w:caps/>' : '',
    colour === undefined ? '' : `<w:color w:val="${colour}"/>`,
    capitals ? '<w:spacing w:val="20"/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
}

const green = '1F5C4D';
const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9D6D2"/>`;
const underline = `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="2" w:color="${green}"/></w:pBdr>`;

/** The trust's look: one typeface, one green, room to breathe. */
export const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  paragraphStyle('Normal', 'Normal', { after: 120 }),
  paragraphStyle('TrustName', 'Trust name', { size: 20, colour: green, bold: true, capitals: true, after: 240 }),
  paragraphStyle('Title', 'Title', { size: 48, colour: green, after: 40 }),
  paragraphStyle('Subtitle', 'Subtitle', { size: 26, colour: '595959', after: 280 }),
  paragraphStyle('Heading1', 'heading 1', {
    size: 28,
    colour: green,
    bold: true,
    before: 320,
    after: 120,
    next: true,
    border: underline,
  }),
  paragraphStyle('FieldLabel', 'Field label', {
    size: 19,
    colour: '595959',
    bold: true,
    before: 120,
    after: 20,
    next: true,
  }),
  paragraphStyle('FactLabel', 'Fact label', { size: 19, colour: '595959', bold: true, after: 80 }),
  paragraphStyle('SmallPrint', 'Small print', { size: 18, colour: '595959', before: 160 }),
  paragraphStyle('FieldText', 'Field text', { after: 80 }),
  paragraphStyle('Footer', 'footer', { size: 18, colour: '595959' }),
].join(
  '',
)}<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="666666"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TrustTable"><w:name w:val="Trust table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge).join('')}</w:tblBorders><w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
