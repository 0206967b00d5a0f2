import { fillValuesSchema } from '../../../shared/documents/fill-values';
import { parseWith } from '../../../shared/parse';

const read = (input: unknown) => parseWith(fillValuesSchema, input, 'These are no values.');

test('texts and lists of texts are taken by tag', () => {
  const values = { 'principal.name': 'Morwenna Askew', 'objective.measure': ['One.', 'Two.'] };
  expect(read(values)).toEqual({ ok: true, value: values });
});

test.each([
  [{ year: 2026 }],
  [{ year: { a: 'b' } }],
  [{ year: [1] }],
  [['x']],
  ['x'],
  [null],
  [{ ['x'.repeat(65)]: 'y' }],
])('%j is refused with a remedy', (input) => {
  const result = read(input);
  expect(result.ok ? '' : result.problem.sentence).toMatch(/Give|Word keeps tags within 64/);
});
