import { fromTyped, parseTyped, toTyped, typedFields } from '../../../addin/form/form-values';
import type { Kind } from '../../../shared/record';
import { kindNames, kinds } from '../../../shared/records';
import { validReview } from '../../make';

describe.each(kindNames)('the form of %s', (name) => {
  const kind = kinds[name] as Kind;

  test('asks for every field that people type, and for no other', () => {
    for (const [field, declared] of Object.entries(kind.fields))
      expect([field, field in typedFields(kind.fields)]).toEqual([
        field,
        !declared.kept && declared.type !== 'document',
      ]);
  });

  test('says at a field what is missing when nothing was typed', () => {
    const fields = typedFields(kind.fields);
    const parsed = parseTyped(fields, toTyped(fields, {}), kind.one);
    const told = parsed.ok ? [] : (parsed.problem.fields ?? []);
    const needed = Object.entries(fields).filter(
      ([, field]) =>
        !field.optional && !['lines', 'choices', 'people', 'academies', 'references', 'entries'].includes(field.type),
    );
    expect(told.map(({ path }) => path).sort()).toEqual(needed.map(([field]) => field).sort());
    expect(told.filter(({ sentence }) => sentence.length < 8)).toEqual([]);
  });
});

test('a record goes into the form and comes back the same', () => {
  const fields = typedFields(kinds.review.fields);
  const { wanted: _wanted, generation: _generation, outlook: _outlook, ...typed } = validReview;
  expect(fromTyped(fields, toTyped(fields, validReview))).toEqual(typed);
});

test('a number is typed as text and sent as a number', () => {
  const fields = typedFields(kinds.academy.fields);
  expect(fromTyped(fields, { ...toTyped(fields, {}), pupils: '212', lowAge: '' })).toMatchObject({ pupils: 212 });
  const words = parseTyped(fields, { ...toTyped(fields, {}), pupils: 'many' }, 'academy');
  expect(!words.ok && words.problem.fields).toContainEqual({ path: 'pupils', sentence: 'Give a number.' });
});

test('a half-typed date is asked for in British order', () => {
  const fields = typedFields(kinds.review.fields);
  const parsed = parseTyped(fields, { ...toTyped(fields, validReview), visitOn: '16/11' }, 'peer review');
  expect(!parsed.ok && parsed.problem.fields).toEqual([
    { path: 'visitOn', sentence: 'Give a date as day, month and year, e.g. 23/11/2026.' },
  ]);
});
