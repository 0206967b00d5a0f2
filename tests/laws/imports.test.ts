import * as fc from 'fast-check';
import { readCalendar } from '../../functions/imports/read-calendar';
import { readAcademies, readPeople } from '../../functions/imports/read-imports';
import { readInOrder } from '../../shared/imports/calendar/date-order';
import { decode } from '../../shared/imports/decode';
import { addDays } from '../../shared/time/calendar-date';
import { csv, gias } from '../functions/imports/gias-fixture';
import { allDay, ics } from '../shared/imports/calendar/calendars';

const printable = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `x${text.trim()}`);

test('whatever bytes are given, an import answers with what it found or with a sentence', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  );
  const fromHere = fc
    .tuple(fc.constantFrom(gias([{}]), csv([{ name: 'a', email: 'b', urn: '', post: '', level: '' }])), bytes)
    .map(([text, end]) => Uint8Array.from([...new TextEncoder().encode(text), ...end]));
  return fc.assert(
    fc.property(fc.oneof(bytes, fromHere), (any) => {
      for (const result of [readAcademies(any, {}), readPeople(any)]) {
        if (result.ok) expect(result.value.found.length + result.value.refused.length).toBeGreaterThanOrEqual(0);
        else expect(result.problem.sentence).toMatch(/\.$/);
      }
    }),
    { numRuns: 500 },
  );
});

test('every name that can be written comes out of a file as it went in, or its line is told', () =>
  fc.assert(
    fc.property(fc.array(printable, { minLength: 1, maxLength: 8 }), (names) => {
      const rows = names.map((EstablishmentName, at) => ({ EstablishmentName, URN: String(900_000 + at) }));
      const result = readAcademies(new TextEncoder().encode(gias(rows)), {});
      if (!result.ok) throw new Error(result.problem.sentence);
      const { found, refused } = result.value;
      expect(found.length + refused.length).toBe(names.length);
      for (const { line, record } of found) expect(record.name).toBe(names[line - 2]?.trim());
    }),
  ));

test('any text in UTF-8 is decoded as it was', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const decoded = decode(new TextEncoder().encode(`a${text}`));
      if (text.includes('\u0000')) return;
      expect(decoded).toEqual({ ok: true, value: { text: `a${text}`, encoding: 'UTF-8' } });
    }),
  ));

test('a date is never read as another day than the one written, in British order or in American', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1990, max: 2060 }),
      fc.constantFrom('/', '-', '.'),
      (day, month, year, between) => {
        const british = readInOrder([day, month, year].join(between), 'day/month');
        expect(readInOrder([month, day, year].join(between), 'month/day')).toBe(british);
        if (british !== undefined) expect(british.split('-').map(Number)).toEqual([year, month, day]);
      },
    ),
  ));

test('whatever bytes are given, a calendar answers with lines of its year, with a question or with a sentence', () => {
  const whole = ics(allDay('INSET', '2026-09-01', '2026-09-02'), ['SUMMARY:x', 'DTSTART:20270328T013000']);
  const damaged = fc
    .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.string())
    .map(([from, until, put]) => `${whole.slice(0, from)}${put}${whole.slice(until)}`);
  const rule = fc
    .tuple(
      fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY'),
      fc.integer({ min: -1, max: 5000 }),
      fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
      fc.integer({ min: 1, max: 9999 }),
    )
    .map(([every, interval, count, from]) =>
      ics([
        'SUMMARY:INSET',
        `DTSTART;VALUE=DATE:${String(from).padStart(4, '0')}0229`,
        `RRULE:FREQ=${every};INTERVAL=${interval}${count === null ? '' : `;COUNT=${count}`}`,
      ]),
    );
  return fc.assert(
    fc.property(fc.oneof(damaged, rule), (text) => {
      const result = readCalendar(new TextEncoder().encode(text), { year: '2026/27', answers: {} });
      if (!result.ok) return expect(result.problem.sentence).toMatch(/\.$/);
      for (const { from, until } of result.value.entries) {
        expect(from <= until).toBe(true);
        expect(from <= '2027-08-31' && until >= '2026-09-01').toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('a day written into a calendar comes out as that day, whole or with times', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 363 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (after, days, timed) => {
        const from = addDays('2026-09-01', after);
        const until = addDays(from, days - 1);
        const plain = (date: string) => date.replaceAll('-', '');
        const event = timed
          ? ['SUMMARY:INSET', `DTSTART:${plain(from)}T090000`, `DTEND:${plain(until)}T150000`]
          : allDay('INSET', from, addDays(until, 1));
        const result = readCalendar(new TextEncoder().encode(ics(event)), { year: '2026/27', answers: {} });
        expect(result).toMatchObject({ ok: true, value: { entries: [{ from, until, what: 'INSET' }], refused: [] } });
      },
    ),
  ));
