import fc from 'fast-check';
import { parseSchedule } from '../../../../../infra/local/host/timers/ncrontab';

function nextOf(expression: string, after: string, count = 3): string[] {
  const parsed = parseSchedule(expression);
  if (!parsed.ok) throw new Error(parsed.sentence);
  const found: string[] = [];
  for (let at = new Date(after); found.length < count; ) {
    const next = parsed.schedule.next(at);
    if (next === undefined) break;
    found.push(next.toISOString().replace('.000Z', 'Z'));
    at = next;
  }
  return found;
}

test.each([
  ['0 */5 * * * *', '2026-11-23T18:57:01Z', ['2026-11-23T19:00:00Z', '2026-11-23T19:05:00Z', '2026-11-23T19:10:00Z']],
  ['0 30 2 * * *', '2026-11-23T02:30:00Z', ['2026-11-24T02:30:00Z', '2026-11-25T02:30:00Z', '2026-11-26T02:30:00Z']],
  [
    '0 0 9 * * Mon-Fri',
    '2026-11-20T09:00:00Z',
    ['2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z'],
  ],
  [
    '5,10 1 0 1 January *',
    '2026-06-01T00:00:00Z',
    ['2027-01-01T00:01:05Z', '2027-01-01T00:01:10Z', '2028-01-01T00:01:05Z'],
  ],
  ['0 0 0 29 2 *', '2026-01-01T00:00:00Z', ['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z', '2036-02-29T00:00:00Z']],
  ['0 0 0 31 * *', '2026-01-31T00:00:00Z', ['2026-03-31T00:00:00Z', '2026-05-31T00:00:00Z', '2026-07-31T00:00:00Z']],
  ['0 50/5 * * * *', '2026-01-01T00:00:00Z', ['2026-01-01T00:50:00Z', '2026-01-01T00:55:00Z', '2026-01-01T01:50:00Z']],
  [
    '0 0-30/15 6 * * 0',
    '2026-11-23T00:00:00Z',
    ['2026-11-29T06:00:00Z', '2026-11-29T06:15:00Z', '2026-11-29T06:30:00Z'],
  ],
  ['*/5 * * * *', '2026-11-23T18:57:01Z', ['2026-11-23T19:00:00Z', '2026-11-23T19:05:00Z', '2026-11-23T19:10:00Z']],
])('"%s" after %s', (expression, after, expected) => {
  expect(nextOf(expression, after)).toEqual(expected);
});

test('a day of the month and a day of the week must both fit', () => {
  expect(nextOf('0 0 0 13 * Friday', '2026-01-01T00:00:00Z')).toEqual([
    '2026-02-13T00:00:00Z',
    '2026-03-13T00:00:00Z',
    '2026-11-13T00:00:00Z',
  ]);
});

test('a 29 February on a Monday is found, and a 30 February never', () => {
  expect(nextOf('0 0 0 29 2 Mon', '2026-01-01T00:00:00Z', 1)).toEqual(['2044-02-29T00:00:00Z']);
  expect(nextOf('0 0 0 30 2 *', '2026-01-01T00:00:00Z')).toEqual([]);
});

test.each([
  '',
  '* * * *',
  '60 * * * * *',
  '* * * 0 * *',
  '* * * * 13 *',
  '* * * * * 7',
  '*/0 * * * * *',
  '1-2-3 * * * * *',
  '0 0 0 * * Mo-',
  'a * * * * *',
  '00:05:00',
])('"%s" is refused with a sentence', (expression) => {
  expect(parseSchedule(expression)).toEqual({ ok: false, sentence: expect.stringContaining('the schedule') });
});

test('the next run is always later, fits every field, and none between fits', () => {
  const field = (least: number, most: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: least, max: most }).map(String),
      fc.integer({ min: 2, max: 9 }).map((step) => `*/${step}`),
    );
  const minutely = fc.tuple(field(0, 59), field(0, 59), field(0, 23)).map((parts) => `${parts.join(' ')} * * *`);
  const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') });
  fc.assert(
    fc.property(minutely, moment, (expression, at) => {
      const parsed = parseSchedule(expression);
      const next = parsed.ok ? parsed.schedule.next(new Date(at)) : undefined;
      expect(next?.getTime()).toBeGreaterThan(at);
      const second = Math.floor(at / 1000) + 1;
      const slow = firstFitting(expression.split(' '), second);
      expect((next?.getTime() ?? 0) / 1000).toBe(slow);
    }),
    { numRuns: 60 },
  );
});

/** Second by second, as nobody would do it but a test. */
function firstFitting([s = '', m = '', h = '']: readonly string[], from: number): number {
  for (let second = from; ; second += 1) {
    const date = new Date(second * 1000);
    if (fits(s, date.getUTCSeconds()) && fits(m, date.getUTCMinutes()) && fits(h, date.getUTCHours())) return second;
  }
}

function fits(field: string, value: number): boolean {
  if (field === '*') return true;
  return field.startsWith('*/') ? value % Number(field.slice(2)) === 0 : value === Number(field);
}
