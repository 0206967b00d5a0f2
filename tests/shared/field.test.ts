import fc from 'fast-check';
import {
  academy,
  choice,
  date,
  document,
  email,
  entries,
  lines,
  note,
  optional,
  person,
  references,
  schemaOf,
  text,
  time,
} from '../../shared/field';
import { parseWith } from '../../shared/parse';
import { ada } from '../make';

function sentencesFor(fields: Parameters<typeof schemaOf>[0], input: unknown): Record<string, string> {
  const parsed = parseWith(schemaOf(fields), input, 'Not yet.');
  if (parsed.ok) return {};
  return Object.fromEntries((parsed.problem.fields ?? []).map(({ path, sentence }) => [path, sentence]));
}

const secondment = {
  who: person({ label: 'Who' }),
  from: date({ label: 'From' }),
  at: time({ label: 'At' }),
  purpose: note({ label: 'Purpose', max: 20 }),
  host: academy({ label: 'Host' }),
  kind: choice({ label: 'Kind', of: ['developmental', 'organisational'] }),
  contact: optional(email({ label: 'Contact' })),
  stages: entries({ label: 'Stages', entry: { name: text({ label: 'Name' }) } }),
};

const valid = {
  who: ada,
  from: '2026-11-23',
  at: '15:45',
  purpose: 'To learn',
  host: '900001',
  kind: 'developmental',
  stages: [{ name: 'First' }],
};

test('a whole valid value passes and keeps its shape', () => {
  expect(parseWith(schemaOf(secondment), valid, 'Not yet.')).toEqual({ ok: true, value: valid });
});

test('every refused field is named with its remedy, also inside entries', () => {
  expect(
    sentencesFor(secondment, {
      ...valid,
      who: { id: 'ada', name: 'Ada' },
      from: '2026-02-30',
      at: '25:00',
      purpose: 'Far too long for twenty characters',
      host: '12345',
      kind: 'other',
      contact: 'nobody',
      stages: [{ name: '' }],
    }),
  ).toEqual({
    'who.id': 'Choose a person from the list.',
    from: 'There is no such day in the calendar.',
    at: 'Give a time as hours:minutes, e.g. 15:45.',
    purpose: 'Keep this within 20 characters.',
    host: 'Give the six-digit URN of an academy.',
    kind: 'Choose one of: developmental, organisational.',
    contact: 'Give an e-mail address, e.g. name@trust.example.',
    'stages.0.name': 'Fill this in.',
  });
});

test('what is missing is said to be missing', () => {
  const { purpose: _left, ...rest } = valid;
  expect(sentencesFor(secondment, rest)).toEqual({ purpose: 'This is missing. Fill it in.' });
});

test('a name that is not declared is refused, also a dangerous one', () => {
  expect(sentencesFor(secondment, { ...valid, grade: 4 })['']).toContain('grade');
  expect(sentencesFor(secondment, JSON.parse(`{"__proto__": {"x": 1}, "constructor": 1}`))).not.toEqual({});
});

test('control characters never come in', () => {
  expect(sentencesFor({ name: text({ label: 'Name' }) }, { name: 'a\u0007b' })).toEqual({
    name: 'Remove the control characters.',
  });
  expect(sentencesFor({ name: text({ label: 'Name' }) }, { name: 'a\nb' })).toEqual({ name: 'Keep this on one line.' });
});

test('a calendar date is accepted exactly when that day exists', () => {
  const field = { on: date({ label: 'On' }) };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 1, max: 32 }), (month, day) => {
      const on = `2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const last = new Date(Date.UTC(2027, month, 0)).getUTCDate();
      expect(parseWith(schemaOf(field), { on }, '').ok).toBe(month <= 12 && day <= last);
    }),
  );
});

test('lists of lines and documents are bounded', () => {
  expect(sentencesFor({ all: lines({ label: 'All', max: 2 }) }, { all: ['a', 'b', 'c'] })).toEqual({
    all: 'At most 2 lines.',
  });
  expect(sentencesFor({ body: document({ label: 'Body' }) }, { body: 'x'.repeat(60_001) })).toEqual({
    body: 'This is too long to keep.',
  });
});

test('references are keys, each of them', () => {
  const field = { for: references({ label: 'For which contributions', to: 'action' }) };
  expect(parseWith(schemaOf(field), { for: ['action-1', 'action-2'] }, '').ok).toBe(true);
  expect(Object.keys(sentencesFor(field, { for: ['action-1', '../action'] }))).toEqual(['for.1']);
});

test('a person is known by one writing of their id', () => {
  const id = 'ABCDEF01-2345-4789-8ABC-DEF012345678';
  expect(parseWith(person({ label: 'Lead' }).schema, { id, name: 'Ada Alder' }, '')).toEqual({
    ok: true,
    value: { id: id.toLowerCase(), name: 'Ada Alder' },
  });
});
