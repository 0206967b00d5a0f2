import { readPickedFile } from '../../../../addin/screens/imports/import-files';
import { countsOf, type ImportState, importReducer, noFile } from '../../../../addin/screens/imports/import-state';
import { ok, refuse } from '../../../../shared/result';

const file = { name: 'gias.csv', content: 'VVJO' };
const outcome = { applied: false, added: ['A'], changed: [], same: 3, refused: [{ line: 2, sentence: 'No URN.' }] };
const { problem } = refuse('invalid', 'The file has no column "URN".');

function after(...events: Parameters<typeof importReducer>[1][]): ImportState {
  return events.reduce(importReducer, noFile);
}

test('a file is chosen, looked at and applied, in this order alone', () => {
  expect(after({ type: 'look' })).toEqual(noFile);
  expect(after({ type: 'chose', file }, { type: 'apply' })).toEqual({ step: 'choose', file });
  const looked = after({ type: 'chose', file }, { type: 'look' }, { type: 'looked', outcome });
  expect(looked).toEqual({ step: 'preview', file, outcome });
  expect([{ type: 'apply' } as const, { type: 'applied', outcome } as const].reduce(importReducer, looked)).toEqual({
    step: 'done',
    file,
    outcome,
  });
});

test('a refusal keeps the file, and the preview where there is one', () => {
  expect(after({ type: 'chose', file }, { type: 'look' }, { type: 'refused', problem })).toEqual({
    step: 'choose',
    file,
    problem,
  });
  expect(
    after(
      { type: 'chose', file },
      { type: 'look' },
      { type: 'looked', outcome },
      { type: 'apply' },
      { type: 'refused', problem },
    ),
  ).toEqual({ step: 'preview', file, outcome, problem });
});

test('an answer that comes after starting again is dropped', () => {
  expect(
    after({ type: 'chose', file }, { type: 'look' }, { type: 'start again' }, { type: 'looked', outcome }),
  ).toEqual(noFile);
});

test('the counts are one sentence', () => {
  expect(countsOf(outcome)).toBe('1 new, 0 changed, 3 as before, 1 line left out.');
});

describe('a picked file', () => {
  const picked = (bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
    name: 'people.csv',
    size,
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });

  test('becomes base64, byte for byte, also when it is large', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    expect(await readPickedFile(picked(bytes))).toEqual(
      ok({ name: 'people.csv', content: Buffer.from(bytes).toString('base64') }),
    );
  });

  test('is refused above 5 MB before it is read', async () => {
    const read = await readPickedFile(picked(new Uint8Array(1), 5_000_001));
    expect(read).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  test('that another program holds gets a sentence', async () => {
    const read = await readPickedFile({
      name: 'a.csv',
      size: 3,
      arrayBuffer: () => Promise.reject(new Error('NotReadable')),
    });
    expect(read).toEqual(
      refuse('invalid', '"a.csv" could not be read. Close it in other programs, then choose it again.'),
    );
  });
});
