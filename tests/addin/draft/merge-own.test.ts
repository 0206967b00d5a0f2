import { mergeOwn } from '../../../addin/draft/merge-own';

test('what one person wrote in two panes stands together; where both changed one field, one after the other', () => {
  const base = { focus: 'Reading', plan: '' };
  expect(mergeOwn(base, { focus: 'Reading', plan: 'Three' }, { focus: 'Reading aloud', plan: '' })).toEqual({
    focus: 'Reading aloud',
    plan: 'Three',
  });
  expect(mergeOwn(base, { focus: 'Here', plan: '' }, { focus: 'There', plan: '' })['focus']).toBe('Here\nThere');
  expect(mergeOwn(base, { focus: 'Reading here', plan: '' }, { focus: 'Reading', plan: '' })['focus']).toBe(
    'Reading here',
  );
});

test('the same in entries, and what stands in the other text already is not said twice', () => {
  const of = (text: string) => ({ notes: [{ key: 'a', text }] });
  expect(mergeOwn(of('One'), of('One, two'), of('One, two, three'))).toEqual(of('One, two, three'));
  expect(mergeOwn(of('One'), of('Two'), of('Three'))).toEqual(of('Two\nThree'));
  expect(mergeOwn(undefined, undefined, of('One'))).toEqual(of('One'));
});
