import fc from 'fast-check';
import { findNames } from '../../../shared/language/names';

const wordsIn = (text: string) => findNames(text).map(({ words }) => words);

test.each([
  ['We saw Mrs Harris teach Year 4.', ['Mrs Harris']],
  ['Aisha reads with a partner.', ['Aisha']],
  ['The lesson of Priya Raman was calm.', ['Priya Raman']],
  ['A conversation with Oluwaseun Adeyemi, the English lead', ['Oluwaseun Adeyemi']],
  ["Tyler's book shows progress.", ['Tyler']],
  ['Dr. O’Neill and Miss Bright led it', ['Dr. O’Neill', 'Miss Bright']],
])('"%s" is pointed out', (text, names) => {
  expect(wordsIn(text)).toEqual(names);
});

test.each([
  'Pupils in Year 4 talk about books.',
  'Reading in Key Stage 2 is strong. Mark books more often.',
  'The English lead and the Mathematics lead plan together on Monday.',
  'Good Practice in Early Years; Special Educational Needs are met.',
  'Grace and calm at lunch.',
  'Phonics, Reading and Writing in Church of England schools',
  '',
])('"%s" is left alone', (text) => {
  expect(wordsIn(text)).toEqual([]);
});

test('places lie in the text, in order, and do not overlap', () => {
  const pieces = fc.constantFrom(
    'Mrs Harris',
    'Aisha Khan',
    'Year 4',
    'reads',
    'Tom',
    'The',
    '. ',
    ' ',
    '\n',
    'é',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      let last = 0;
      for (const { start, end, words } of findNames(text)) {
        expect(text.slice(start, end)).toBe(words);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }),
  );
});
