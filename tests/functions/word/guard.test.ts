import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { guardTemplate } from '../../../functions/word/guard';
import { block, makeDocx, type Pieces, paragraph, partsOf, relation } from './make-docx';

async function refusal(bytes: Uint8Array) {
  const result = await guardTemplate(bytes);
  if (result.ok) throw new Error('It was let in');
  expect(result.problem.code).toBe('unprocessable-template');
  return result.problem;
}

const good: Pieces = { body: block('year') };

function withRelation(relations: string): Uint8Array {
  return makeDocx({ ...good, relations });
}

function withBody(body: string): Uint8Array {
  return makeDocx({ body: `${block('year')}${body}` });
}

function field(...code: readonly string[]): string {
  const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const codes = code.map((text) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`).join('');
  return `${character('begin')}${codes}${character('separate')}<w:r><w:t>shown</w:t></w:r>${character('end')}`;
}

/** A zip written by hand: names and sizes may lie as they like. */
function rawZip(
  entries: readonly { name: string; content: Uint8Array; says?: number; flags?: number; attributes?: number }[],
): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says = content.length, flags = 0, attributes = 0 } of entries) {
    const packed = deflateRawSync(content);
    const file = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(file.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(0x0314, 4);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(file.length, 28);
    entry.writeUInt32LE(attributes >>> 0, 38);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, file, packed);
    central.push(entry, file);
    offset += local.length + file.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

test('a plain template is let in', async () => {
  expect((await guardTemplate(makeDocx(good))).ok).toBe(true);
});

test.each<[string, string, Uint8Array]>([
  ['an empty file', 'empty', new Uint8Array()],
  ['a file that is no zip', 'damaged', Buffer.from('Dear principal,')],
  ['a zip cut off in the middle', 'damaged', makeDocx(good).slice(0, 600)],
  ['a password-protected file', 'password', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['a file above 10 MB', 'larger than 10 MB', new Uint8Array(10_000_001)],
  ['a zip without content types', 'is missing', zipSync({ 'word/document.xml': Buffer.from('<a/>') })],
  [
    'a spreadsheet',
    'no Word document',
    makeDocx({ ...good, mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' }),
  ],
  ['a document part with another root', 'holds something else', makeDocx({ parts: { 'word/document.xml': '<a/>' } })],
  ['a document part that is missing', 'is missing', makeDocx({ parts: { 'word/document.xml': undefined } })],
  ['XML that is not well-formed', 'not well-formed', makeDocx({ parts: { 'word/document.xml': '<a><b></a>' } })],
])('%s is refused with a sentence', async (_what, told, bytes) => {
  expect((await refusal(bytes)).sentence).toContain(told);
});

test.each<[string, string, Uint8Array]>([
  [
    'macros by their type',
    'macros',
    makeDocx({ ...good, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  ],
  ['macros by their part', 'macros', makeDocx({ ...good, parts: { 'word/vbaProject.bin': 'x' } })],
  ['an OLE object', 'embedded object', makeDocx({ ...good, parts: { 'word/embeddings/oleObject1.bin': 'x' } })],
  ['ActiveX', 'ActiveX', makeDocx({ ...good, parts: { 'word/activeX/activeX1.xml': '<a/>' } })],
  [
    'an attached template',
    'attached template',
    makeDocx({
      ...good,
      settings: '<w:attachedTemplate xmlns:r="r" r:id="rId1"/>',
      parts: {
        'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'attachedTemplate', 'http://evil.example/t.dotm', true)}</Relationships>`,
      },
    }),
  ],
  [
    'an external picture',
    'outside the file',
    withRelation(relation('rId2', 'image', 'http://evil.example/a.png', true)),
  ],
  [
    'an internal relation with an address',
    'outside the file',
    withRelation(relation('rId2', 'image', 'file:///etc/passwd')),
  ],
  ['a link to a file', 'web and e-mail', withRelation(relation('rId2', 'hyperlink', 'file://server/share', true))],
  [
    'a link that runs script',
    'web and e-mail',
    withRelation(relation('rId2', 'hyperlink', 'javascript:alert(1)', true)),
  ],
  ['altChunk', 'another file', withBody('<w:altChunk r:id="rId9"/>')],
  ['an embedded object element', 'OLE', withBody('<w:p><w:r><w:object/></w:r></w:p>')],
  ['DDEAUTO', 'field DDEAUTO', withBody(`<w:p>${field('DDEAUTO c:\\\\windows\\\\cmd.exe')}</w:p>`)],
  [
    'a field cut over runs',
    'field INCLUDETEXT',
    withBody(`<w:p>${field(' INCL', 'UDET', 'EXT "http://evil.example"')}</w:p>`),
  ],
  ['a simple field', 'field INCLUDEPICTURE', withBody('<w:p><w:fldSimple w:instr=" IncludePicture x"/></w:p>')],
  ['a field without its characters', 'field DDE', withBody('<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>')],
  [
    'a field whose command is computed',
    'another field',
    withBody(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('QUOTE 68 68 69')}<w:r><w:instrText> cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ),
  ],
  [
    'a field in a part of another name',
    'field LINK',
    makeDocx({
      ...good,
      types:
        '<Override PartName="/word/odd.dat" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
      parts: {
        'word/odd.dat': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:fldSimple w:instr="LINK x"/></w:p></w:hdr>`,
      },
    }),
  ],
  [
    'a document type',
    'document type',
    makeDocx({ parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' } }),
  ],
  ['UTF-16', 'UTF-8', makeDocx({ ...good, parts: { 'word/styles.xml': Buffer.from('\ufeff<a/>', 'utf16le') } })],
  [
    'another encoding',
    'encoding is UTF-7',
    makeDocx({ ...good, parts: { 'word/styles.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' } }),
  ],
  ['a mail merge', 'mail merge', makeDocx({ ...good, settings: '<w:mailMerge><w:query w:val="x"/></w:mailMerge>' })],
])('%s is refused with what and where', async (_what, told, bytes) => {
  const problem = await refusal(bytes);
  expect(problem.sentence).toContain(told);
  expect(problem.fields?.[0]?.path).not.toBe('');
});

test('harmless fields and links are let in', async () => {
  const body = `<w:p>${field(' PAGE ')}${field(' HYPERLINK "https://link.example/database" ')}${field(' TOC \\o ', '"1-3"')}</w:p>`;
  const bytes = makeDocx({
    body: `${block('year')}${body}`,
    relations: `${relation('rId2', 'hyperlink', 'https://trust.example', true)}${relation('rId3', 'hyperlink', 'mailto:office@trust.example', true)}`,
  });
  expect((await guardTemplate(bytes)).ok).toBe(true);
});

test('a field in the result of another field is no computed command', async () => {
  const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${field(' PAGEREF _Toc1 ')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  expect((await guardTemplate(withBody(contents))).ok).toBe(true);
});

test('all flaws are told at once', async () => {
  const problem = await refusal(withBody(`<w:p>${field('DDE x')}</w:p><w:p>${field('IMPORT y')}</w:p>`));
  expect(problem.sentence).toContain('(and 1 more)');
  expect(problem.fields).toHaveLength(2);
});

test.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/a.xml', 'word\\document2.xml', 'word/\u0007.xml'])(
  'the entry name %j is refused',
  async (name) => {
    await refusal(rawZip([{ name, content: Buffer.from('<a/>') }]));
  },
);

test('an entry that is there twice, a link and an encrypted entry are refused', async () => {
  const content = Buffer.from('<a/>');
  const twice = rawZip([
    { name: 'word/A.xml', content },
    { name: 'word/a.xml', content },
  ]);
  expect((await refusal(twice)).sentence).toContain('twice');
  expect((await refusal(rawZip([{ name: 'a', content, attributes: 0xa1ff0000 }]))).sentence).toContain('link');
  expect((await refusal(rawZip([{ name: 'a', content, flags: 1 }]))).sentence).toContain('encrypted');
});

test('too many parts are refused before any is unpacked', async () => {
  const many = Array.from({ length: 2001 }, (_, index) => ({ name: `a${index}`, content: Buffer.from('x') }));
  expect((await refusal(rawZip(many))).sentence).toContain('more than 2000 parts');
});

test('a bomb of 300 MB is refused in a moment and without being unpacked', async () => {
  const chunk = new Uint8Array(60_000_000);
  const parts = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`word/media/${number}.png`, chunk]));
  const bomb = zipSync({ ...partsOf(good), ...parts });
  expect(bomb.length).toBeLessThan(1_000_000);
  const before = process.memoryUsage().rss;
  const started = performance.now();
  expect((await refusal(bomb)).sentence).toContain('50 MB');
  expect(performance.now() - started).toBeLessThan(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test('a part that unpacks to more than 200 times its size is refused', async () => {
  const bytes = zipSync({ ...partsOf(good), 'word/media/1.png': new Uint8Array(5_000_000) });
  expect((await refusal(bytes)).sentence).toContain('200 times');
});

test('sizes that lie are found out, too small and too large', async () => {
  const content = new Uint8Array(40_000).map((_, index) => (index * 7919) % 251);
  for (const says of [10, 39_999, 40_001]) {
    const bytes = rawZip([{ name: '[Content_Types].xml', content, says }]);
    expect((await refusal(bytes)).sentence).toContain('damaged');
  }
});

test('elements are counted over all parts, since a small file may hold many large ones', async () => {
  const notes = Array.from({ length: 80_000 }, (_, n) => `<!--${n * 7919}-->`).join('');
  const part = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${notes}</Relationships>`;
  const one = makeDocx({ ...good, parts: { 'word/_rels/x1.xml.rels': part } });
  expect(await guardTemplate(one)).toMatchObject({ ok: true });
  const parts = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`word/_rels/x${n}.xml.rels`, part]));
  expect((await refusal(makeDocx({ ...good, parts }))).sentence).toContain('too many elements');
});

test('many elements, and elements nested very deep, cost neither the memory nor the stack', async () => {
  const xml = (inner: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;
  const many = makeDocx({
    parts: {
      'word/document.xml': xml(Array.from({ length: 400_000 }, (_, n) => `<w:p/><w:r${n % 97}/><!--${n}-->`).join('')),
    },
  });
  expect((await refusal(many)).sentence).toContain('too many elements');
  const depth = 20_000;
  const deep = makeDocx({
    parts: {
      'word/document.xml': xml(
        `${Array.from({ length: depth }, (_, n) => `<w:sdt n="${n * 7919}">`).join('')}${'</w:sdt>'.repeat(depth)}`,
      ),
    },
  });
  const started = performance.now();
  const result = await guardTemplate(deep);
  expect(result.ok ? '' : result.problem.sentence).toContain('nested deeper');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a file corrupted at any of many offsets is refused or read, and never breaks anything', async () => {
  const bytes = makeDocx({ body: block('year') + paragraph('text '.repeat(200)), header: paragraph('top') });
  let random = 42;
  let refused = 0;
  for (let count = 0; count < 300; count += 1) {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    const broken = bytes.slice();
    const at = random % broken.length;
    broken[at] = (broken[at] ?? 0) ^ (1 + (random % 254));
    const result = await guardTemplate(broken);
    if (!result.ok) {
      refused += 1;
      expect(result.problem.code).toBe('unprocessable-template');
    }
  }
  expect(refused).toBeGreaterThan(100);
});
