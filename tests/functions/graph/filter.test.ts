import fc from 'fast-check';
import { byKey, filterOf } from '../../../functions/graph/filter';
import { meeting } from '../../../shared/records/meeting';

/** Reads one comparison by OData's rules for strings, and nothing else. */
function readComparison(encoded: string): { readonly column: string; readonly value: string } | undefined {
  const read = /^fields\/([A-Za-z]+) eq '((?:[^']|'')*)'$/su.exec(decodeURIComponent(encoded));
  if (read === null) return undefined;
  const [, column = '', value = ''] = read;
  return { column, value: value.replaceAll("''", "'") };
}

test('whatever the value is, it stays one value of one comparison', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
      const filter = filterOf(meeting, { by: 'network', is: value });
      expect(filter.ok && readComparison(filter.value)).toEqual({ column: 'Network', value });
    }),
    { numRuns: 10_000 },
  );
});

test('nothing of a value can end the parameter of the query that it stands in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
      expect(byKey(value)).not.toMatch(/[&#+?\s]/);
    }),
  );
});

test.each(["' or 1 eq 1", "a' and fields/Key ne 'b", "''", "'"])(
  'an attempt to break out (%s) is only text',
  (value) => {
    expect(readComparison(byKey(value))).toEqual({ column: 'Key', value });
  },
);

test('a person is asked by the column of the id', () => {
  const filter = filterOf(
    { one: 'review', fields: { lead: { ...meeting.fields.lead, indexed: true } } },
    {
      by: 'lead',
      is: 'x',
    },
  );
  expect(filter).toEqual({ ok: true, value: "fields%2FLeadId%20eq%20'x'" });
});

test.each(['agenda', 'Network', 'toString', '__proto__', 'Key'])(
  'a field that is not indexed (%s) is not asked',
  (by) => {
    expect(filterOf(meeting, { by, is: 'x' })).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  },
);
