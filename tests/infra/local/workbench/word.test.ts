import { createWordEngine } from '../../../../infra/local/workbench/docx/word-engine';
import type { Channel } from '../../../../infra/local/workbench/office/channel';
import { createWord, namesIn } from '../../../../infra/local/workbench/office/word-request';
import { bodyIn, control, line, opened } from './make-document';

/** The frame's half and the page's half together, without a browser between them. */
function wordOver(body: string) {
  const document = opened(body);
  const engine = createWordEngine(document.main);
  const channel = {
    ask: async (_: string, input: { context: number; steps: never }) => engine.take(input.context, input.steps),
    onTold: () => undefined,
  } as unknown as Channel;
  return { word: createWord(channel), body: () => bodyIn(document.save()) };
}

const tag = (name: string) => `<w:tag w:val="${name}"/>`;
const inLine = (content: string) => `<w:p>${content}</w:p>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test('text replaces what stood in an inline control, and its formatting stays', async () => {
  const { word, body } = wordOver(
    inLine(control(`${tag('year')}<w:text/>`, '<w:r><w:rPr><w:b/></w:rPr><w:t>old</w:t></w:r>')),
  );
  await word.run(async (context) => {
    context.document.contentControls.getByTag('year').getFirst().insertText('2026/27', 'Replace');
  });
  expect(body()).toBe(
    inLine(
      control(`${tag('year')}<w:text/>`, '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">2026/27</w:t></w:r>'),
    ),
  );
});

test('a placeholder disappears with its grey when text is put in', async () => {
  const grey = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>[name]</w:t></w:r>';
  const { word, body } = wordOver(inLine(control(`${tag('a')}<w:showingPlcHdr/><w:text/>`, grey)));
  await word.run(async (context) => {
    context.document.contentControls.getByTag('a').getFirst().insertText('Ada', 'Replace');
  });
  expect(body()).toBe(inLine(control(`${tag('a')}<w:text/>`, run('Ada'))));
});

test('line feeds make paragraphs in a rich-text block, and each keeps the paragraph style', async () => {
  const style = '<w:pPr><w:pStyle w:val="FieldText"/></w:pPr>';
  const { word, body } = wordOver(control(tag('m'), line('old', style)));
  await word.run(async (context) => {
    const place = context.document.contentControls.getByTag('m').getFirst();
    place.insertText('first\nsecond', 'Replace');
    place.insertParagraph('third', 'End');
  });
  expect(body()).toBe(control(tag('m'), line('first', style) + line('second', style) + line('third', style)));
});

test('a control around a table cell keeps the cell', async () => {
  const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>${line(text)}</w:tc>`;
  const table = (text: string) => `<w:tbl><w:tr>${control(tag('c'), cell(text))}</w:tr></w:tbl>`;
  const { word, body } = wordOver(table('old'));
  await word.run(async (context) => {
    context.document.contentControls.getByTag('c').getFirst().insertText('new', 'Replace');
  });
  expect(body()).toBe(table('new'));
});

test('a locked control refuses text until it is unlocked', async () => {
  const { word, body } = wordOver(control(`${tag('l')}<w:lock w:val="contentLocked"/>`, line('old')));
  const fill = () =>
    word.run(async (context) => {
      context.document.contentControls.getByTag('l').getFirst().insertText('new', 'Replace');
    });
  await expect(fill()).rejects.toMatchObject({ code: 'AccessDenied' });
  await word.run(async (context) => {
    context.document.contentControls.getByTag('l').getFirst().cannotEdit = false;
  });
  await fill();
  expect(body()).toBe(control(tag('l'), line('new')));
});

test('what was not loaded cannot be read, as in Word', async () => {
  const { word } = wordOver(control(tag('a'), line('x')));
  const reading = word.run(async (context) => {
    const controls = context.document.contentControls;
    controls.load('items/tag');
    await context.sync();
    return [controls.items[0]?.tag, controls.items[0]?.title];
  });
  await expect(reading).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

test('tags, titles and locks of all controls are read in one go', async () => {
  const { word } = wordOver(
    control(`<w:alias w:val="Name"/>${tag('a')}`, line('x')) +
      control(`${tag('b')}<w:lock w:val="sdtContentLocked"/>`, line('y')),
  );
  const told = await word.run(async (context) => {
    const controls = context.document.contentControls;
    controls.load({ tag: true, title: true, cannotEdit: true, text: true });
    await context.sync();
    return controls.items.map(({ tag, title, text, cannotEdit }) => ({ tag, title, text, cannotEdit }));
  });
  expect(told).toEqual([
    { tag: 'a', title: 'Name', text: 'x', cannotEdit: false },
    { tag: 'b', title: '', text: 'y', cannotEdit: true },
  ]);
});

test('a tag that is not there is a null object, or an error where Word says so', async () => {
  const { word } = wordOver(line('nothing here'));
  const absent = await word.run(async (context) => {
    const found = context.document.contentControls.getByTag('a').getFirstOrNullObject();
    found.load('tag');
    await context.sync();
    return found.isNullObject;
  });
  expect(absent).toBe(true);
  const missing = word.run(async (context) => {
    context.document.contentControls.getByTag('a').getFirst();
  });
  await expect(missing).rejects.toMatchObject({ code: 'ItemNotFound' });
});

test('a call that the workbench does not know is refused by name', async () => {
  const { word } = wordOver(control(tag('a'), line('x')));
  const loading = word.run(async (context) => {
    context.document.contentControls.load('appearance');
  });
  await expect(loading).rejects.toThrow('does not know "appearance"');
});

test.each([
  ['tag,title', ['tag', 'title']],
  ['items/tag, items/title', ['tag', 'title']],
  [['items', 'items/tag'], ['tag']],
  [{ tag: true, title: false }, ['tag']],
  [{ select: 'tag' }, ['tag']],
  [undefined, []],
])('load(%j) asks for %j', (option, names) => {
  expect(namesIn(option)).toEqual(names);
});

/** Ours held against Microsoft's types: if @types/office-js changes, or our calls drift, this stops compiling. */
type Strange<Ours, Real> = Exclude<keyof Ours, keyof Real>;
type Document = Parameters<Parameters<ReturnType<typeof createWord>['run']>[0]>[0]['document'];
type Controls = Document['contentControls'];
type Control = ReturnType<Controls['getById']>;
type StrangeNames =
  | Strange<Document, Word.Document>
  | Strange<Controls, Word.ContentControlCollection>
  | Strange<Control, Word.ContentControl>
  | Strange<ReturnType<typeof createWord>, typeof Word>;

test('nothing of ours has a name that Word has not', () => {
  const strange: readonly StrangeNames[] = [] satisfies readonly never[];
  const none: [StrangeNames] extends [never] ? 'none' : StrangeNames = 'none';
  expect([strange, none]).toEqual([[], 'none']);
});
