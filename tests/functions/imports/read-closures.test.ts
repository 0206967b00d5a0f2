import { readClosures } from '../../../functions/imports/read-imports';
import { csv } from './gias-fixture';
import { sentence, utf8, value } from './reading';

describe('closed days', () => {
  const row = {
    scope: 'Downshire',
    from: '2026-10-19',
    until: '2026-10-30',
    what: 'holiday',
    label: 'Autumn half-term',
  };

  test('closed days are read in ISO and in British order', () => {
    const text = csv([
      row,
      { scope: '900001', from: '23/11/2026', until: '', what: 'inset', label: '' },
      { ...row, scope: 'Whole trust', from: '3/5/2027', until: '03.05.2027', what: 'Bank holiday' },
    ]);
    const { found, refused } = value(readClosures(utf8(text), '2026/27'));
    expect(refused).toEqual([]);
    expect(found.map(({ record }) => record)).toEqual([
      { year: '2026/27', ...row },
      { year: '2026/27', scope: '900001', from: '2026-11-23', until: '2026-11-23', what: 'INSET', label: 'INSET' },
      {
        year: '2026/27',
        scope: 'trust',
        from: '2027-05-03',
        until: '2027-05-03',
        what: 'bank holiday',
        label: 'Autumn half-term',
      },
    ]);
    expect(found[0]?.key).toBe('closure-2026-10-19-downshire-holiday');
  });

  test('American order is asked about and not guessed, as every other date of the file could be meant so too', () => {
    const told = sentence(
      readClosures(
        utf8(
          csv([
            { ...row, from: '03/04/2027', until: '03/04/2027' },
            { ...row, from: '11/23/2026', until: '11/23/2026' },
          ]),
        ),
        '2026/27',
      ),
    );
    expect(told).toContain('Line 3 has the date 11/23/2026');
    expect(told).toContain('American order only (month/day/year)');
    expect(sentence(readClosures(utf8(csv([{ ...row, from: '03/04/2027', until: '' }])), '2026/27'))).toContain(
      'no date in this file shows whether the day or the month comes first',
    );
  });

  test.each<[string, Record<string, string>, string]>([
    ['a day that is not in the calendar', { from: '31/11/2026' }, '"31/11/2026" is not a date'],
    ['an end before its start', { until: '2026-10-01' }, 'The last day cannot be before the first.'],
    ['days of another year', { from: '2025-10-19', until: '2025-10-30' }, 'outside the school year 2026/27'],
    ['a kind that is not known', { what: 'party' }, '"party" is not known. Choose one of: holiday,'],
    ['no scope', { scope: '' }, 'Fill this in.'],
  ])('a line with %s is left out with a sentence', (_what, cells, told) => {
    const { refused } = value(readClosures(utf8(csv([{ ...row, ...cells }])), '2026/27'));
    expect(refused).toEqual([{ line: 2, sentence: expect.stringContaining(told) }]);
  });

  test('the same closed day twice is told, and a year that is none is refused', () => {
    expect(value(readClosures(utf8(csv([row, row])), '2026/27')).refused).toEqual([
      { line: 3, sentence: 'This closed day is on line 2 already.' },
    ]);
    expect(sentence(readClosures(utf8(csv([row])), '2026'))).toContain('"2026" is no school year');
  });
});
