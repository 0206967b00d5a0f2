import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../../../infra/local/supervisor/arguments';

const folder = mkdtempSync(join(tmpdir(), 'arguments-'));

test('a file is meant from where the command was typed', () => {
  writeFileSync(join(folder, 'gias.csv'), 'URN');
  const read = readArguments(['--academies', 'gias.csv', '--trust', 'A Trust', '--fresh', '--port', '5000'], folder);
  expect(read).toMatchObject({ fresh: true, port: 5000, gias: { trustName: 'A Trust', file: 'gias.csv' } });
  expect(Buffer.from(read.gias?.bytes ?? []).toString()).toBe('URN');
});

test.each([
  [['--academies', 'nowhere.csv', '--trust', 'A'], 'is not there'],
  [['--academies', 'nowhere.csv'], 'belong together'],
  [['--port', 'eighty'], 'is no port'],
  [['--port', '80'], 'is no port'],
  [['--frsh'], 'npm start [-- --fresh]'],
])('%j is refused with a sentence', (words, sentence) => {
  expect(() => readArguments(words, folder)).toThrow(sentence);
});
