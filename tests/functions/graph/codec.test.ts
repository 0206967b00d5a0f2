import fc from 'fast-check';
import { columnsOf } from '../../../functions/graph/columns';
import { fromItem, recordFrom } from '../../../functions/graph/from-item';
import { toFields, withoutEmpty } from '../../../functions/graph/to-fields';
import type { Kind } from '../../../shared/record';
import { kinds } from '../../../shared/records';
import { ada, validReview } from '../../make';
import { anyRecord } from './any-record';

const allKinds = Object.values(kinds) as unknown as readonly Kind[];
const at = '2026-11-23T12:00:00.000Z';

/** What SharePoint does with what it is given: null and nothing ticked are left out, annotations are not kept. */
function throughSharePoint(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(
    ([name, value]) => value !== null && !name.includes('@') && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

describe.each(allKinds.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  test('goes into columns and comes back as it was', () => {
    fc.assert(
      fc.property(anyRecord(kind.fields), (record) => {
        const fields = toFields(kind, { key: 'a-1', record, actor: ada, at });
        expect(fields.ok && recordFrom(kind, throughSharePoint(fields.value))).toEqual(record);
      }),
      { numRuns: 60 },
    );
  });

  test('writes into no column but those that provisioning makes', () => {
    const columns = new Set(['Title', ...columnsOf(kind).map(({ name }) => name)]);
    fc.assert(
      fc.property(anyRecord(kind.fields), (record) => {
        const fields = toFields(kind, { key: 'a-1', record, actor: ada, at });
        const written = fields.ok ? Object.keys(fields.value) : ['nothing'];
        expect(written.filter((name) => !columns.has(name.replace('@odata.type', '')))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

const { review } = kinds;
const written = toFields(review, { key: 'review-1', record: validReview, actor: ada, at });
const item = {
  id: '42',
  eTag: '"68be87d5,3"',
  fields: { ...(written.ok ? throughSharePoint(written.value) : {}), ContentType: 'Item', Edit: '' },
};

test('an item is read with its key, version and actor', () => {
  expect(fromItem(review, item)).toEqual({
    ok: true,
    itemId: '42',
    stored: { key: 'review-1', version: '"68be87d5,3"', record: validReview, actor: ada, at },
  });
});

test('an item that somebody broke is named by its fields, and its content is not told', () => {
  const broken = { ...item, fields: { ...item.fields, VisitOn: 'next Tuesday', Reviewers: '[{' } };
  expect(fromItem(review, broken)).toEqual({
    ok: false,
    itemId: '42',
    key: 'review-1',
    because: 'reviewers, visitOn',
  });
});

test('an item without a key is not ours to read', () => {
  const { Key, ...fields } = item.fields as Record<string, unknown>;
  expect(Key).toBe('review-1');
  expect(fromItem(review, { ...item, fields })).toMatchObject({ ok: false, key: '' });
});

test('a change empties the columns of optional fields that are absent; a new item does not name them', () => {
  const { triad, ...withoutTriad } = validReview;
  expect(triad).toBe('triad-1');
  const fields = toFields(review, { key: 'review-1', record: withoutTriad, actor: ada, at });
  expect(fields).toMatchObject({ ok: true, value: { Triad: null, ChampionId: null, ChampionName: null } });
  expect(fields.ok && Object.keys(withoutEmpty(fields.value))).not.toContain('Triad');
});

test('several choices carry the annotation without which SharePoint fails', () => {
  const network = { days: ['Monday', 'Friday'] };
  const kind = { ...kinds.network, titleOf: () => 'a' } as unknown as Kind;
  const fields = toFields(kind, { key: 'n-1', record: network, actor: ada, at });
  expect(fields).toMatchObject({
    value: { 'Days@odata.type': 'Collection(Edm.String)', Days: ['Monday', 'Friday'] },
  });
});

test('what SharePoint cannot hold is refused by the name of its column', () => {
  const record = { owner: ada, about: 'x', body: 'y'.repeat(64_000) };
  const fields = toFields(kinds.draft as unknown as Kind, { key: 'd-1', record, actor: ada, at });
  expect(fields).toMatchObject({ ok: false, problem: { code: 'too-large' } });
});
