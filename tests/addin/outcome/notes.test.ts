import { asEvidence, asLine, emptyNote, isUsed, writtenNotes } from '../../../addin/outcome/notes';
import { emptyOutcome, type Outcome } from '../../../addin/outcome/outcome';

const note = {
  key: 'n',
  what: 'pupil voice',
  withColleague: 'Year 5 teacher',
  text: 'Pupils love books.\nThey say why.',
};

test('a note becomes evidence in the first empty place, then in one more', () => {
  const fresh = emptyOutcome('finding-1', '');
  const once: Outcome = { ...fresh, ...asEvidence(fresh, note) };
  expect(once.activities).toEqual([
    { key: fresh.activities[0]?.key, what: 'pupil voice', withColleague: 'Year 5 teacher', observation: note.text },
  ]);
  expect(asEvidence(once, { ...note, text: 'More' }).activities).toHaveLength(2);
  expect([isUsed(note, fresh), isUsed(note, once)]).toEqual([false, true]);
});

test('a note becomes a strength or an area to consider, on one line', () => {
  const fresh = emptyOutcome('finding-1', '');
  const { strengths = [] } = asLine(fresh, 'strengths', note);
  expect(strengths.map(({ text }) => text)).toEqual(['Pupils love books. They say why.']);
  const filled = { ...fresh, considerations: [{ key: 'a', text: 'Reading at home' }] };
  expect(asLine(filled, 'considerations', note).considerations).toHaveLength(2);
});

test('the next note begins where the last one was, and empty notes count for nothing', () => {
  const next = emptyNote(note);
  expect(next).toMatchObject({ what: 'pupil voice', withColleague: 'Year 5 teacher', text: '' });
  expect(writtenNotes({ notes: [note, next] })).toEqual([note]);
});
