import * as fc from 'fast-check';
import { type FilledDocument, fillDocument, type Values } from '../../../functions/word/fill';
import { block, cell, inline, makeDocx, paragraph, partOf, plainCell, table, textsOf } from './make-docx';

async function filled(template: Uint8Array, values: Values): Promise<FilledDocument> {
  const result = await fillDocument(template, values);
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

async function refusal(template: Uint8Array, values: Values) {
  const result = await fillDocument(template, values);
  if (result.ok) throw new Error('It was filled');
  return result.problem;
}

const wholeTemplate = makeDocx({
  header: `<w:p><w:r><w:t xml:space="preserve">Appraisal </w:t></w:r>${inline('year')}</w:p>`,
  footer: block('trust.name'),
  body: [
    `<w:p><w:r><w:t xml:space="preserve">Name: </w:t></w:r>${inline('principal.name')}<w:r><w:t>.</w:t></w:r></w:p>`,
    block('objective.text'),
    table(
      `${plainCell(paragraph('Measure'))}${cell('objective.measure')}`,
      `${plainCell(paragraph('Evidence'))}${plainCell(block('objective.evidence'))}`,
    ),
  ].join(''),
});

test('a control is filled inline, as a block, as a cell, in a cell, in the header and in the footer', async () => {
  const document = await filled(wholeTemplate, {
    year: '2026/27',
    'trust.name': 'Larkrise Learning Trust',
    'principal.name': 'Morwenna Askew',
    'objective.text': 'Lead two reviews.\nReturn to both.',
    'objective.measure': ['Both done.', 'Both accurate.'],
    'objective.evidence': 'The records.',
  });
  expect(textsOf(document.bytes)).toEqual([
    'Name: Morwenna Askew.',
    'Lead two reviews.',
    'Return to both.',
    'Measure',
    'Both done.',
    'Both accurate.',
    'Evidence',
    'The records.',
  ]);
  expect(textsOf(document.bytes, 'word/header1.xml')).toEqual(['Appraisal 2026/27']);
  expect(textsOf(document.bytes, 'word/footer1.xml')).toEqual(['Larkrise Learning Trust']);
  expect(document.filled).toEqual([
    'principal.name',
    'objective.text',
    'objective.measure',
    'objective.evidence',
    'trust.name',
    'year',
  ]);
});

test('the report tells tags without a value and values without a tag', async () => {
  const document = await filled(wholeTemplate, { 'principal.name': 'Morwenna Askew', 'objective.standard': '9' });
  expect(document).toMatchObject({
    filled: ['principal.name'],
    empty: ['objective.text', 'objective.measure', 'objective.evidence', 'trust.name', 'year'],
    unused: ['objective.standard'],
  });
  expect(textsOf(document.bytes)).toContain('…');
});

test('a tag that stands in several places is filled in all of them', async () => {
  const twice = makeDocx({ body: `<w:p>${inline('year')}</w:p>${block('year')}` });
  expect(textsOf((await filled(twice, { year: '2026/27' })).bytes)).toEqual(['2026/27', '2026/27']);
});

test('the template is left as it was, and the same values give the same bytes', async () => {
  const before = wholeTemplate.slice();
  const one = await filled(wholeTemplate, { year: '2026/27' });
  const other = await filled(wholeTemplate, { year: '2026/27' });
  expect(wholeTemplate).toEqual(before);
  expect(one.bytes).toEqual(other.bytes);
});

test('the text keeps the formatting of the text that it replaces', async () => {
  const bold = inline('year', {
    content: '<w:r><w:rPr><w:b/><w:color w:val="1F3864"/></w:rPr><w:t>Ye</w:t></w:r><w:r><w:t>ar</w:t></w:r>',
  });
  const listed = block('objective.measure', {
    content: '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>…</w:t></w:r></w:p>',
  });
  const document = await filled(makeDocx({ body: `<w:p>${bold}</w:p>${listed}` }), {
    year: '2026/27',
    'objective.measure': 'One\nTwo',
  });
  const xml = partOf(document.bytes, 'word/document.xml');
  expect(xml).toContain('<w:rPr><w:b/><w:color w:val="1F3864"/></w:rPr><w:t xml:space="preserve">2026/27</w:t>');
  expect(xml.match(/<w:pPr><w:pStyle w:val="ListBullet"\/><\/w:pPr><w:r><w:rPr><w:i\/>/g)).toHaveLength(2);
});

test('a placeholder goes, with its style and its mark', async () => {
  const placeholder = inline('year', {
    properties: '<w:showingPlcHdr/><w:text/>',
    content:
      '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/><w:color w:val="808080"/></w:rPr><w:t>Click here</w:t></w:r>',
  });
  const xml = partOf(
    (await filled(makeDocx({ body: `<w:p>${placeholder}</w:p>` }), { year: '2026/27' })).bytes,
    'word/document.xml',
  );
  expect(xml).not.toContain('showingPlcHdr');
  expect(xml).not.toContain('PlaceholderText');
  expect(xml).not.toContain('808080');
  expect(xml).toContain('<w:b/>');
});

test('a control bound to a data part is set free, or Word would show the old text again', async () => {
  const bound = inline('year', { properties: '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/><w:text/>' });
  const document = await filled(makeDocx({ body: `<w:p>${bound}</w:p>` }), { year: '2026/27' });
  expect(partOf(document.bytes, 'word/document.xml')).not.toContain('dataBinding');
});

test('several lines stay in one paragraph inline, and become paragraphs in a plain-text block', async () => {
  const body = `<w:p>${inline('priority.why', { properties: '<w:text/>' })}</w:p>${block('objective.text', { properties: '<w:text/>' })}`;
  const document = await filled(makeDocx({ body }), { 'priority.why': 'a\nb', 'objective.text': 'c\r\nd' });
  expect(textsOf(document.bytes)).toEqual(['a\nb', 'c', 'd']);
  expect(partOf(document.bytes, 'word/document.xml').match(/<w:text[ /][^>]*>/g)).toEqual([
    '<w:text w:multiLine="1"/>',
  ]);
});

test('a bookmark around the old text stays around the new text', async () => {
  const marked = block('objective.text', {
    content: '<w:p><w:bookmarkStart w:id="1" w:name="here"/><w:r><w:t>…</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
  });
  const xml = partOf(
    (await filled(makeDocx({ body: marked }), { 'objective.text': 'New' })).bytes,
    'word/document.xml',
  );
  expect(xml).toMatch(/<w:bookmarkStart[^>]*\/><w:p>.*New.*<\/w:p><w:bookmarkEnd/s);
});

test('a control inside a control without a value is filled', async () => {
  const nested = block('appraisal.section', { content: `${paragraph('Objective')}${block('objective.text')}` });
  const document = await filled(makeDocx({ body: nested }), { 'objective.text': 'Lead two reviews.' });
  expect(textsOf(document.bytes)).toEqual(['Objective', 'Lead two reviews.']);
  expect(document.empty).toEqual(['appraisal.section']);
});

test('two controls with values, one inside the other, are refused by name', async () => {
  const nested = block('objective.text', { content: block('objective.measure') });
  const problem = await refusal(makeDocx({ body: nested }), { 'objective.text': 'a', 'objective.measure': 'b' });
  expect(problem.code).toBe('unprocessable-template');
  expect(problem.sentence).toContain('"objective.measure"');
  expect(problem.sentence).toContain('lies inside the control "objective.text"');
});

test.each(['contentLocked', 'sdtContentLocked'])('a control with %s is refused with what and where', async (lock) => {
  const locked = `<w:p><w:r><w:t xml:space="preserve">Agreed measure: </w:t></w:r>${inline('objective.measure', { properties: `<w:lock w:val="${lock}"/>` })}</w:p>`;
  const problem = await refusal(makeDocx({ body: `${block('year')}${locked}` }), {
    year: '2026/27',
    'objective.measure': 'b',
  });
  expect(problem.sentence).toBe(
    'This template cannot be used. The content control "objective.measure" in the text (word/document.xml), near "…" is locked. In Word, under Developer, Properties, allow its contents to be edited.',
  );
  expect(problem.fields?.map(({ path }) => path)).toEqual(['word/document.xml']);
});

test('a control that may be edited but not deleted is filled', async () => {
  const kept = block('year', { properties: '<w:lock w:val="sdtLocked"/>' });
  expect(textsOf((await filled(makeDocx({ body: kept }), { year: '2026/27' })).bytes)).toEqual(['2026/27']);
});

test('a control inside a locked control is refused', async () => {
  const nested = block('outer', { properties: '<w:lock w:val="contentLocked"/>', content: block('year') });
  expect((await refusal(makeDocx({ body: nested }), { year: '2026/27' })).sentence).toContain('"year"');
});

test.each([
  ['a picture control', '<w:picture/>'],
  ['a check box', '<w14:checkbox/>'],
])('%s cannot hold text and is refused', async (what, properties) => {
  const problem = await refusal(makeDocx({ body: block('year', { properties }) }), { year: '2026/27' });
  expect(problem.sentence).toContain(`is ${what}`);
});

test('a control around a whole table row is refused', async () => {
  const row = inline('year', { content: `<w:tr>${plainCell(paragraph('a'))}</w:tr>` });
  const body = `<w:tbl><w:tblPr/><w:tblGrid/>${row}</w:tbl>`;
  expect((await refusal(makeDocx({ body }), { year: '2026/27' })).sentence).toContain('whole table row');
});

test('a template without controls, without tags or with other tags is refused and says what to do', async () => {
  const none = await refusal(makeDocx({ body: paragraph('Hello') }), { year: '2026/27' });
  expect(none.sentence).toContain('It has no content controls.');
  const untagged = '<w:p><w:r><w:t>Measure </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent/></w:sdt></w:p>';
  const without = await refusal(makeDocx({ body: untagged }), { year: '2026/27' });
  expect(without.sentence).toContain('have no tags, the first in the text (word/document.xml), near "Measure"');
  const others = await refusal(makeDocx({ body: block('colour') }), { year: '2026/27' });
  expect(others.sentence).toContain('None of its tags (colour) has a value.');
});

test('no value at all is a problem of the caller, not of the template', async () => {
  expect((await refusal(wholeTemplate, { year: ' ' })).code).toBe('invalid');
});

test('a template (.dotx) becomes a document', async () => {
  const document = await filled(makeDocx({ body: block('year'), mainType: 'template.main+xml' }), { year: '2026/27' });
  expect(partOf(document.bytes, '[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
});

test('a strict Open XML document is filled in its own namespace', async () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const xml = `<w:document xmlns:w="${strict}"><w:body>${block('year')}</w:body></w:document>`;
  const document = await filled(makeDocx({ parts: { 'word/document.xml': xml } }), { year: '2026/27' });
  expect(textsOf(document.bytes)).toEqual(['2026/27']);
  expect(partOf(document.bytes, 'word/document.xml')).not.toContain('schemas.openxmlformats');
});

test('a document whose namespace has no prefix is filled without one', async () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const xml = `<document xmlns="${main}" xmlns:w="${main}"><body><sdt><sdtPr><tag w:val="year"/></sdtPr><sdtContent><p/></sdtContent></sdt></body></document>`;
  const document = await filled(makeDocx({ parts: { 'word/document.xml': xml } }), { year: '2026/27' });
  expect(partOf(document.bytes, 'word/document.xml')).toContain('<p><r><t xml:space="preserve">2026/27</t></r></p>');
});

test('any text comes out as it went in, but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
      const document = await fillDocument(makeDocx({ body: block('year') }), { year: `a${text}` });
      if (!document.ok) throw new Error(document.problem.sentence);
      const kept = `a${text}`
        .replaceAll(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g, '')
        .replaceAll(/[\ud800-\udfff]/gu, '')
        .split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/);
      expect(textsOf(document.value.bytes)).toEqual(kept);
      const again = await fillDocument(document.value.bytes, { year: 'again' });
      expect(again.ok).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('tabs become tabs of Word', async () => {
  const document = await filled(makeDocx({ body: block('year') }), { year: 'a\tb' });
  expect(textsOf(document.bytes)).toEqual(['a\tb']);
});
