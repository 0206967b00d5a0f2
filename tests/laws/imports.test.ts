import * as fc from 'fast-check';
import { readAcademies, readClosures, readPeople } from '../../functions/imports/read-imports';
import { isAmericanDate, readDate } from '../../shared/imports/calendar-date';
import { decode } from '../../shared/imports/decode';
import { csv, gias } from '../functions/imports/gias-fixture';

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
      for (const result of [readAcademies(any, {}), readPeople(any), readClosures(any, '2026/27')]) {
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

test('a date is never read as another day than the one written, and never as both British and American', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1990, max: 2060 }),
      fc.constantFrom('/', '-', '.'),
      (day, month, year, between) => {
        const text = [day, month, year].join(between);
        const read = readDate(text);
        if (read !== undefined) expect(read.split('-').map(Number)).toEqual([year, month, day]);
        if (isAmericanDate(text)) expect(read).toBeUndefined();
      },
    ),
  ));
