import { halfTermsOf, spansOf, termsOf } from '../../../shared/meetings/year-spans';

const northmoor = {
  halfTerms: [
    { name: 'Autumn 1', from: '2026-09-02', until: '2026-10-16' },
    { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
    { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
    { name: 'Spring 2', from: '2027-02-22', until: '2027-03-25' },
    { name: 'Summer 1', from: '2027-04-12', until: '2027-05-28' },
    { name: 'Summer 2', from: '2027-06-07', until: '2027-07-21' },
  ],
};
const southvale = {
  halfTerms: northmoor.halfTerms.map((one) =>
    one.name === 'Autumn 1' ? { ...one, from: '2026-09-01', until: '2026-10-23' } : one,
  ),
};
const asked = {
  year: '2026/27',
  from: '2026-09-01',
  until: '2027-07-21',
  calendars: [northmoor, southvale],
  standing: [],
};

test('half-terms of two authorities are joined by name over the widest span', () => {
  expect(halfTermsOf([northmoor, southvale])[0]).toEqual({ name: 'Autumn 1', from: '2026-09-01', until: '2026-10-23' });
});

test.each([
  ['by their names', (name: string) => name, ['Autumn', 'Spring', 'Summer']],
  [
    'two by two where they are called Term 1 to Term 6',
    (_: string, at: number) => `Term ${at + 1}`,
    ['Autumn', 'Spring', 'Summer'],
  ],
  [
    'two by two where names say nothing',
    (_: string, at: number) => 'abcdef'.charAt(at),
    ['Autumn', 'Spring', 'Summer'],
  ],
])('terms are found %s', (_name, rename, expected) => {
  const calendar = { halfTerms: northmoor.halfTerms.map((one, at) => ({ ...one, name: rename(one.name, at) })) };
  const terms = termsOf([calendar]);
  expect(terms.map(({ name }) => name)).toEqual(expected);
  expect(terms[0]).toMatchObject({ from: '2026-09-02', until: '2026-12-18' });
});

test.each([
  ['every half-term', 1, 6],
  ['every term', 2, 6],
  ['every year', 5, 5],
] as const)('a network that meets %s gets its meetings over the year', (rhythm, times, all) => {
  const spans = spansOf({ rhythm, times }, asked);
  expect(spans.reduce((sum, span) => sum + span.times, 0)).toBe(all);
});

test('what stands between the dates is left to the planner to count', () => {
  const spans = spansOf({ rhythm: 'every half-term', times: 1 }, { ...asked, standing: ['2026-11-10', '2027-05-11'] });
  expect(spans.map(({ times }) => times)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('from March on a year asks for what is left of it', () => {
  const from = { ...asked, from: '2027-03-01' };
  expect(
    spansOf({ rhythm: 'every year', times: 5 }, { ...from, standing: ['2026-10-01', '2026-12-01', '2027-02-01'] }),
  ).toEqual([{ name: 'The year', from: '2027-03-01', until: '2027-07-21', times: 2 }]);
  expect(
    spansOf({ rhythm: 'every half-term', times: 1 }, { ...from, standing: ['2027-02-24'] }).map(({ name }) => name),
  ).toEqual(['Summer 1', 'Summer 2']);
});

test('a year under way gets all that is left of it, however unevenly it began', () => {
  const rule = { rhythm: 'every year', times: 6 } as const;
  const november = { ...asked, from: '2026-11-30' };
  expect(spansOf(rule, { ...november, standing: ['2026-10-09'] })).toMatchObject([{ times: 5 }]);
  const march = { ...asked, from: '2027-03-01' };
  expect(spansOf(rule, { ...march, standing: ['2026-10-09', '2027-01-12'] })).toMatchObject([{ times: 4 }]);
});

test('a year that is under way without a meeting is not caught up with', () => {
  expect(spansOf({ rhythm: 'every year', times: 6 }, { ...asked, from: '2027-03-01' })).toMatchObject([{ times: 3 }]);
});

test('a half-term within a year gets its share of what is left', () => {
  const half = { ...asked, from: '2027-01-04', until: '2027-02-12' };
  expect(spansOf({ rhythm: 'every year', times: 12 }, { ...half, standing: ['2026-10-09'] })).toMatchObject([
    { times: 2 },
  ]);
});

test('one half-term gets its share of a year', () => {
  const half = { ...asked, from: '2027-01-04', until: '2027-02-12' };
  expect(spansOf({ rhythm: 'every year', times: 5 }, half)).toMatchObject([{ times: 1 }]);
  expect(spansOf({ rhythm: 'every term', times: 1 }, half)).toMatchObject([{ name: 'Spring', times: 1 }]);
});

test('where no calendar is kept, the dates that were asked for are one stretch', () => {
  const alone = { ...asked, calendars: [], from: '2027-01-04', until: '2027-02-12' };
  expect(spansOf({ rhythm: 'every half-term', times: 2 }, alone)).toEqual([
    { name: 'The time that is planned', from: '2027-01-04', until: '2027-02-12', times: 2 },
  ]);
  expect(spansOf({ rhythm: 'every year', times: 6 }, alone)).toMatchObject([{ name: 'The year', times: 1 }]);
});
