import fc from 'fast-check';
import { holds } from '../../../../infra/local/tenant/graph/odata/evaluate';
import { parseFilter } from '../../../../infra/local/tenant/graph/odata/filter';

test('any text, quoted, is read as exactly one comparison with that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const value = text;
      expect(parseFilter(`fields/Key eq '${text.replaceAll("'", "''")}'`)).toEqual({
        kind: 'compare',
        path: 'fields/Key',
        operator: 'eq',
        value,
      });
    }),
  );
});

test('any text at all is read or refused, never half', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parseFilter(text);
      } catch (error) {
        expect((error as { status: number }).status).toBe(400);
      }
    }),
  );
});

test.each([
  "a eq 'x",
  'a eq',
  "a 'x'",
  "a eq 'x' b",
  '(a eq 1',
  'a eq 1)',
  'a like 1',
  'startswith(a)',
  "x/any(e: e eq 'a'",
  '',
])('the filter %j is refused', (text) => {
  expect(() => parseFilter(text)).toThrow();
});

test.each([
  ["a eq 1 and b eq 'x' or c eq true", { a: 1, b: 'y', c: true }, true],
  ["a eq 1 and (b eq 'x' or c eq true)", { a: 2, b: 'x', c: true }, false],
  ['not (a eq 1)', { a: 2 }, true],
  ['a in (1, 2, 3)', { a: 3 }, true],
  ["contains(a, 'LIS')", { a: 'English' }, true],
  ["start/dateTime ge '2026-11-25'", { start: { dateTime: '2026-11-25T09:00:00' } }, true],
  [
    "p/any(e: e/id eq 'x' and e/value eq 'y')",
    {
      p: [
        { id: 'x', value: 'z' },
        { id: 'y', value: 'y' },
      ],
    },
    false,
  ],
  ["p/any(e: e/id eq 'x' and e/value eq 'y')", { p: [{ id: 'x', value: 'y' }] }, true],
  ['a eq null', {}, true],
  ["a gt 'b'", {}, false],
])('%s holds for %j: %s', (filter, of, expected) => {
  expect(holds(parseFilter(filter), of)).toBe(expected);
});
