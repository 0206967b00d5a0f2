import { shortNames } from '../../../../addin/screens/triads/academy-names';
import { schoolYearAfter, yearOfRound } from '../../../../addin/screens/triads/rounds-and-years';
import { kilometresInWords, moreOrLess, nearness, repeatsChange } from '../../../../addin/screens/triads/triad-words';

test('a difference in kilometres is said without a sign', () => {
  expect([12.34, -3.2, 0.01].map(moreOrLess)).toEqual(['12.3 km more', '3.2 km less', 'as far as before']);
  expect(kilometresInWords(1234.56)).toBe('1,234.6 km');
  expect([1, -2, 0].map(repeatsChange)).toEqual([
    '1 pair more meeting again',
    '2 pairs fewer meeting again',
    'as many pairs meet again',
  ]);
});

test('a plan that nothing can beat is proved, any other says how much a better one could save', () => {
  expect(nearness(100, 100).proved).toBe(true);
  expect(nearness(100, 98)).toEqual({
    proved: false,
    words: 'A better plan could save at most 2.0\u00a0%, if there is one.',
  });
  expect(nearness(100, 99.95).words).toContain('less than 0.1\u00a0%');
});

test('names are short on the map, but never the same', () => {
  expect(shortNames(['Millbrook Primary Academy', 'Ash Junior School', 'Ash Infant School'])).toEqual([
    'Millbrook',
    'Ash Junior School',
    'Ash Infant School',
  ]);
});

test('the first round is this year, each further one a year later', () => {
  expect(schoolYearAfter('2098/99', 1)).toBe('2099/00');
  expect(yearOfRound({ history: [] }, 0, '2026/27')).toBe('2026/27');
  expect(yearOfRound({ history: [{ round: 1, triads: [] }] }, 1, '2026/27')).toBe('2028/29');
});
