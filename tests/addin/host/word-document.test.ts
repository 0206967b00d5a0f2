import { documentBy, type WordCalls, type WordControls } from '../../../addin/host/word';

interface FakeControl {
  readonly tag: string;
  readonly title: string;
  readonly cannotEdit: boolean;
  readonly type: string;
  readonly paragraphs: string[];
}

function control(tag: string, more: Partial<FakeControl> = {}): FakeControl {
  return { tag, title: '', cannotEdit: false, type: 'RichText', paragraphs: ['before'], ...more };
}

/** Word as far as it matters here: nothing may be read before it was loaded and synced, nothing is written before a sync. */
function word(
  controls: readonly FakeControl[],
  reachesPlainText = false,
): WordCalls & { readonly syncs: () => number } {
  let syncs = 0;
  const run: WordCalls['run'] = (batch) => {
    const orders: (() => void)[] = [];
    const collection = (all: readonly FakeControl[]): WordControls => collectionOf(all, orders, collection);
    return batch({
      document: {
        contentControls: collection(controls.filter(({ type }) => type === 'RichText')),
        getContentControls: (options) => collection(controls.filter(({ type }) => options?.types.includes(type))),
      },
      sync: () => {
        syncs += 1;
        for (const order of orders.splice(0)) order();
        return Promise.resolve();
      },
    });
  };
  return { run, address: () => 'https://t.example/Copy.docx', reachesPlainText, syncs: () => syncs };
}

function collectionOf(
  all: readonly FakeControl[],
  orders: (() => void)[],
  collection: (all: readonly FakeControl[]) => WordControls,
): WordControls {
  let isLoaded = false;
  const drawn = all.map((one) => ({
    tag: one.tag,
    title: one.title,
    cannotEdit: one.cannotEdit,
    type: one.type,
    insertText: (text: string) => orders.push(() => one.paragraphs.splice(0, one.paragraphs.length, text)),
    insertParagraph: (text: string) => orders.push(() => one.paragraphs.push(text)),
  }));
  return {
    get items() {
      if (!isLoaded) throw new Error('PropertyNotLoaded: items');
      return drawn;
    },
    load: () =>
      orders.push(() => {
        isLoaded = true;
      }),
    getByTag: (tag: string) => collection(all.filter((one) => one.tag === tag)),
  };
}

test('tagged places are told with their locks', async () => {
  const document = documentBy(
    word([control('year'), control('objective.text', { cannotEdit: true, title: 'Objective' })]),
  );
  expect(await document.contentControls()).toEqual([
    { tag: 'year', title: '', locked: false },
    { tag: 'objective.text', title: 'Objective', locked: true },
  ]);
});

test('a text replaces what stood there, and several lines become paragraphs', async () => {
  const measure = control('objective.measure');
  const twice = control('objective.measure');
  const outcome = await documentBy(word([measure, twice])).fill({ 'objective.measure': 'One\n\nTwo\r\nThree' });
  expect([measure.paragraphs, twice.paragraphs]).toEqual([
    ['One', 'Two', 'Three'],
    ['One', 'Two', 'Three'],
  ]);
  expect(outcome).toEqual({ filled: ['objective.measure'], locked: [], missing: [] });
});

test('a locked place is left as it is and told, one that is gone is told too', async () => {
  const locked = control('year', { cannotEdit: true });
  const open = control('year');
  const outcome = await documentBy(word([locked, open])).fill({ year: '2026/27', 'trust.name': 'Larkrise' });
  expect(locked.paragraphs).toEqual(['before']);
  expect(open.paragraphs).toEqual(['2026/27']);
  expect(outcome).toEqual({ filled: ['year'], locked: ['year'], missing: ['trust.name'] });
});

test('a plain-text control is reached from WordApi 1.5 on, and holds one paragraph', async () => {
  const plain = control('objective.text', { type: 'PlainText' });
  await documentBy(word([plain])).fill({ 'objective.text': 'One\nTwo' });
  expect(plain.paragraphs).toEqual(['before']);
  await documentBy(word([plain], true)).fill({ 'objective.text': 'One\nTwo' });
  expect(plain.paragraphs).toEqual(['One Two']);
});

test('filling takes two round trips, however many tags there are', async () => {
  const calls = word([control('year'), control('trust.name'), control('objective.text')]);
  await documentBy(calls).fill({ year: '2026/27', 'trust.name': 'Larkrise', 'objective.text': 'Lead' });
  expect(calls.syncs()).toBe(2);
});
