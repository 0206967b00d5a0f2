import { reduceForm, startForm } from '../../../addin/form/form-state';
import { refuse } from '../../../shared/result';

const start = startForm({ name: 'Alder', town: '' }, '"1"');

test('what was typed stays when the API refuses, and the field says why', () => {
  const typed = reduceForm(start, { type: 'typed', name: 'town', value: 'Westmere' });
  const { problem } = refuse('invalid', 'Not yet.', { fields: [{ path: 'name', sentence: 'Too short.' }] });
  const refused = reduceForm(reduceForm(typed, { type: 'saving' }), { type: 'refused', problem });
  expect(refused).toMatchObject({
    typed: { name: 'Alder', town: 'Westmere' },
    step: 'typing',
    problems: [{ path: 'name', sentence: 'Too short.' }],
  });
});

test('a problem goes when its field, or something in it, is typed', () => {
  const { problem } = refuse('invalid', 'Not yet.', {
    fields: [
      { path: 'members.0.who', sentence: 'Choose a person.' },
      { path: 'name', sentence: 'Too short.' },
    ],
  });
  const refused = reduceForm(start, { type: 'refused', problem });
  const typed = reduceForm(refused, { type: 'typed', name: 'members', value: [] });
  expect(typed.problems.map(({ path }) => path)).toEqual(['name']);
});

describe('when somebody else saved meanwhile', () => {
  const mine = reduceForm(start, { type: 'typed', name: 'town', value: 'Mine' });
  const clash = reduceForm(mine, { type: 'clash', typed: { name: 'Alder', town: 'Theirs' }, version: '"2"' });

  test('both are there', () => {
    expect([clash.typed['town'], clash.theirs?.typed['town']]).toEqual(['Mine', 'Theirs']);
  });

  test('keeping mine goes on with my text over their version', () => {
    expect(reduceForm(clash, { type: 'keep mine' })).toMatchObject({ typed: { town: 'Mine' }, version: '"2"' });
  });

  test('taking theirs begins anew', () => {
    expect(reduceForm(clash, { type: 'take theirs' })).toEqual(startForm({ name: 'Alder', town: 'Theirs' }, '"2"'));
  });
});
