import { readPickedFile } from '../../../../addin/screens/imports/import-files';
import {
  correctionsOf,
  countsOf,
  type ImportState,
  importReducer,
  keyOfCell,
  noFile,
} from '../../../../addin/screens/imports/import-state';
import { ok, refuse } from '../../../../shared/result';

const file = { name: 'gias.csv', content: 'VVJO' };
const outcome = { applied: false, added: ['A'], changed: [], same: 3, refused: [{ line: 2, sentence: 'No URN.' }] };
const { problem } = refuse('invalid', 'The file has no column "URN".');

function after(...events: Parameters<typeof importReducer>[1][]): ImportState {
  return events.reduce(importReducer, noFile);
}

const nothing = { corrections: [], isChecked: false };

test('a file is chosen, looked at and applied, in this order alone', () => {
  expect(after({ type: 'look' })).toEqual(noFile);
  expect(after({ type: 'chose', file }, { type: 'apply' })).toEqual({ ...nothing, step: 'choose', file });
  const looked = after({ type: 'chose', file }, { type: 'look' }, { type: 'answered', outcome });
  expect(looked).toEqual({ step: 'preview', file, outcome, corrections: [], isChecked: true });
  const applied = [{ type: 'apply' } as const, { type: 'answered', outcome } as const].reduce(importReducer, looked);
  expect(applied).toEqual({ ...looked, step: 'done' });
});

test('a refusal keeps the file, and the preview with its corrections where there is one', () => {
  expect(after({ type: 'chose', file }, { type: 'look' }, { type: 'refused', problem })).toEqual({
    ...nothing,
    step: 'choose',
    file,
    problem,
  });
  const correction = { key: keyOfCell(2, 'School day ends'), value: '15:15' };
  const corrected = after(
    { type: 'chose', file },
    { type: 'look' },
    { type: 'answered', outcome },
    { type: 'correct', correction: { ...correction, value: '15' } },
    { type: 'correct', correction },
  );
  expect(corrected).toEqual({ step: 'preview', file, outcome, corrections: [correction], isChecked: false });
  expect(correctionsOf(corrected.corrections)).toEqual([{ line: 2, column: 'School day ends', value: '15:15' }]);
  expect(importReducer(corrected, { type: 'apply' })).toBe(corrected);
  const looking = importReducer(corrected, { type: 'look' });
  expect(importReducer(looking, { type: 'refused', problem })).toEqual({ ...corrected, problem });
});

test('an answer that comes after starting again is dropped', () => {
  expect(
    after({ type: 'chose', file }, { type: 'look' }, { type: 'start again' }, { type: 'answered', outcome }),
  ).toEqual(noFile);
});

test('what was corrected waits for its own file, and says nothing about another', () => {
  const corrections = [{ key: '2 URN', value: '900001' }];
  const waiting = after({ type: 'restored', corrections, of: file.name });
  expect(importReducer(waiting, { type: 'chose', file }).corrections).toEqual(corrections);
  expect(importReducer(waiting, { type: 'chose', file: { ...file, name: 'other.csv' } }).corrections).toEqual([]);
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
