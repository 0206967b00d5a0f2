import { type Call, ids, type Rig, startRig } from './harness';

let rig: Rig;
let provision: Call;
let run: Call;
const lists = `/sites/${ids.site}/lists`;

beforeAll(async () => {
  rig = await startRig();
  provision = await rig.as(ids.provisioner);
  run = await rig.as(ids.api);
});
afterAll(() => rig.stop());

let made = 0;
async function makeList(columns: unknown[]): Promise<string> {
  made += 1;
  const { status, body } = await provision('POST', lists, {
    displayName: `List ${made}`,
    list: { template: 'genericList' },
    columns,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return `${lists}/${body.id}`;
}

const text = (name: string, more: object = {}) => ({ name, text: {}, ...more });

test('an item is made, read with its chosen fields, and found by an indexed column', async () => {
  const list = await makeList([text('Key', { indexed: true, enforceUniqueValues: true }), text('Other')]);
  const post = await run('POST', `${list}/items`, { fields: { Title: 'One', Key: 'k1', Other: 'x' } });
  expect(post.status).toBe(201);
  expect(post.body.id).toBe('1');
  expect(post.body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
  const get = await run('GET', `${list}/items/1?$expand=fields($select=Key,Title)`);
  expect(get.body.fields).toEqual({ '@odata.etag': post.body.eTag, Key: 'k1', Title: 'One' });
  const found = await run('GET', `${list}/items?$expand=fields&$filter=fields/Key eq 'K1'`);
  expect(found.body.value.map((item: { id: string }) => item.id)).toEqual(['1']);
});

test('items come without fields unless they are asked for', async () => {
  const list = await makeList([text('Key')]);
  await run('POST', `${list}/items`, { fields: { Key: 'a' } });
  const { body } = await run('GET', `${list}/items/1`);
  expect(body.fields).toBeUndefined();
});

test('a stale If-Match is refused with 412, and nothing is written', async () => {
  const list = await makeList([text('Key')]);
  const first = await run('POST', `${list}/items`, { fields: { Key: 'a' } });
  const second = await run('PATCH', `${list}/items/1/fields`, { Key: 'b' }, { 'If-Match': first.body.eTag });
  expect(second.status).toBe(200);
  expect(second.body).toMatchObject({ Key: 'b', id: '1' });
  expect(second.body.webUrl).toBeUndefined();
  const stale = await run('PATCH', `${list}/items/1`, { fields: { Key: 'c' } }, { 'If-Match': first.body.eTag });
  expect([stale.status, stale.body.error.code]).toEqual([412, 'resourceModified']);
  const bare = await run('DELETE', `${list}/items/1`, undefined, { 'If-Match': '"2"' });
  expect(bare.status).toBe(412);
  expect((await run('GET', `${list}/items/1/fields`)).body.Key).toBe('b');
});

test('every change is a version, and an old one can be brought back', async () => {
  const list = await makeList([text('Key')]);
  await run('POST', `${list}/items`, { fields: { Key: 'a' } });
  await run('PATCH', `${list}/items/1/fields`, { Key: 'b' });
  const { body } = await run('GET', `${list}/items/1/versions?$expand=fields($select=Key)`);
  expect(body.value.map((one: { id: string; fields: { Key: string } }) => [one.id, one.fields.Key])).toEqual([
    ['2.0', 'b'],
    ['1.0', 'a'],
  ]);
  expect((await run('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(204);
  expect((await run('GET', `${list}/items/1/fields`)).body).toMatchObject({ Key: 'a', _UIVersionString: '3.0' });
});

test('a value that must be unique and is not is refused, also on change, whatever its case', async () => {
  const list = await makeList([text('Key', { indexed: true, enforceUniqueValues: true })]);
  await run('POST', `${list}/items`, { fields: { Key: 'a' } });
  const again = await run('POST', `${list}/items`, { fields: { Key: 'A' } });
  expect([again.status, again.body.error]).toEqual([
    400,
    expect.objectContaining({
      code: 'invalidRequest',
      message: 'One or more fields with unique constraints already has the provided value.',
    }),
  ]);
  await run('POST', `${list}/items`, { fields: { Key: 'b' } });
  expect((await run('PATCH', `${list}/items/2/fields`, { Key: 'a' })).status).toBe(400);
  expect((await run('PATCH', `${list}/items/1/fields`, { Key: 'a' })).status).toBe(200);
});

test('a filter on a column without index is refused in Graph’s words, and served under the header that asks for it', async () => {
  const list = await makeList([text('Key', { indexed: true }), text('Other'), text('Third', { indexed: true })]);
  await run('POST', `${list}/items`, { fields: { Key: 'a', Other: 'x', Third: 't' } });
  const filter = (text: string) => `${list}/items?$filter=${encodeURIComponent(text)}`;
  const refused = await run('GET', filter("fields/Other eq 'x'"));
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toMatch(
    /^Field 'Other' cannot be referenced in filter or orderby as it is not indexed/,
  );
  const two = await run('GET', filter("fields/Key eq 'a' and fields/Third eq 't'"));
  expect(two.body.error.message).toContain('can only filter one indexed field at a time');
  const lenient = await run('GET', filter("fields/Other eq 'x'"), undefined, {
    Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
  });
  expect(lenient.body.value).toHaveLength(1);
  expect((await run('GET', filter("fields/Nothing eq 'x'"))).status).toBe(400);
  expect((await run('GET', filter("fields/Key eq 'a' or fields/Key eq 'b'"))).status).toBe(400);
});

test.each([
  ["fields/Key eq 'it''s & + #'", ['2']],
  ["fields/Key ne 'alpha'", ['2', '3']],
  ["startswith(fields/Key, 'AL')", ['1']],
  ["fields/Key ge 'b' and fields/Key lt 'j'", ['2']],
  ['fields/Number gt 1', ['2']],
  ['fields/Number eq null', ['3']],
  ['fields/Yes eq true', ['1']],
])('the filter %s finds %j', async (filter, expected) => {
  const list = await makeList([
    text('Key', { indexed: true }),
    { name: 'Number', number: {}, indexed: true },
    { name: 'Yes', boolean: {}, indexed: true },
  ]);
  for (const fields of [
    { Key: 'Alpha', Number: 1, Yes: true },
    { Key: "it's & + #", Number: 2, Yes: false },
    { Key: 'zeta' },
  ])
    await run('POST', `${list}/items`, { fields });
  const { body } = await run('GET', `${list}/items?$filter=${encodeURIComponent(filter)}`);
  expect(body.value.map(({ id }: { id: string }) => id)).toEqual(expected);
});

test('200 items a page, each once, also when rows are put in meanwhile', async () => {
  const list = await makeList([text('Key', { indexed: true })]);
  const put = (number: number) => run('POST', `${list}/items`, { fields: { Key: `k${number % 2}` } });
  for (let number = 0; number < 205; number += 1) await put(number);
  const first = await run('GET', `${list}/items`);
  expect(first.body.value).toHaveLength(200);
  const next = first.body['@odata.nextLink'];
  expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*skiptoken=Paged/);
  await put(1);
  const second = await run('GET', next.replace('https://graph.microsoft.com/v1.0', ''));
  expect(second.body.value.map(({ id }: { id: string }) => id)).toEqual(['201', '202', '203', '204', '205', '206']);
  expect(second.body['@odata.nextLink']).toBeUndefined();
  const sorted = await run('GET', `${list}/items?$orderby=fields/Key desc&$top=150&$expand=fields($select=Key)`);
  const rest = await run('GET', sorted.body['@odata.nextLink'].replace('https://graph.microsoft.com/v1.0', ''));
  const keys = [...sorted.body.value, ...rest.body.value].map((one: { fields: { Key: string } }) => one.fields.Key);
  expect(keys).toEqual([...Array(103).fill('k1'), ...Array(103).fill('k0')]);
});

test.each(['$count=true', '$skip=10'])('items refuse %s', async (option) => {
  const list = await makeList([]);
  const { status, body } = await run('GET', `${list}/items?${option}`);
  expect(status).toBe(400);
  expect(body.error.message).toContain(
    'is not supported on this API. Only URLs returned by the API can be used to page.',
  );
});

test.each([
  ['an unknown column', { Nobody: 'x' }],
  ['a number where text is asked', { Key: 7 }],
  ['text longer than the column', { Key: 'x'.repeat(256) }],
  ['text where a number is asked', { Number: '7' }],
  ['text where yes or no is asked', { Yes: 'true' }],
  ['several choices without their type', { Several: ['a'] }],
  ['something that is no date', { When: 'tomorrow' }],
  ['a value for a read-only column', { Created: '2026-01-01T00:00:00Z' }],
])('a write with %s is refused', async (_what, fields) => {
  const list = await makeList([
    text('Key'),
    { name: 'Number', number: {} },
    { name: 'Yes', boolean: {} },
    { name: 'Several', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'When', dateTime: {} },
  ]);
  expect((await run('POST', `${list}/items`, { fields })).status).toBe(400);
  expect((await run('GET', `${list}/items`)).body.value).toEqual([]);
});

test('several choices, long text and null are kept as they are given', async () => {
  const list = await makeList([
    { name: 'Several', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Note', text: { allowMultipleLines: true } },
  ]);
  const note = 'é\n'.repeat(1000);
  const fields = { 'Several@odata.type': 'Collection(Edm.String)', Several: ['a', 'b'], Note: note };
  await run('POST', `${list}/items`, { fields });
  expect((await run('GET', `${list}/items/1/fields`)).body).toMatchObject({ Several: ['a', 'b'], Note: note });
  await run('PATCH', `${list}/items/1/fields`, { Note: null });
  expect((await run('GET', `${list}/items/1/fields`)).body.Note).toBeUndefined();
});

test('a list takes twenty indexes and no more', async () => {
  const columns = Array.from({ length: 20 }, (_, index) => text(`Column${index}`, { indexed: true }));
  const list = await makeList(columns);
  const { status } = await provision('POST', `${list}/columns`, text('OneMore', { indexed: true }));
  expect(status).toBe(400);
  expect((await provision('POST', `${list}/columns`, text('OneMore'))).status).toBe(201);
});

test('a column that becomes indexed can be asked for at once, and a taken name is refused', async () => {
  const list = await makeList([text('Key')]);
  await run('POST', `${list}/items`, { fields: { Key: 'a' } });
  const columns = await provision('GET', `${list}/columns`);
  const key = columns.body.value.find(({ name }: { name: string }) => name === 'Key');
  expect((await provision('PATCH', `${list}/columns/${key.id}`, { indexed: true })).body.indexed).toBe(true);
  expect((await run('GET', `${list}/items?$filter=fields/Key eq 'a'`)).body.value).toHaveLength(1);
  expect((await provision('POST', `${list}/columns`, text('key'))).status).toBe(409);
  const taken = await provision('POST', lists, { displayName: `List ${made}`, list: { template: 'genericList' } });
  expect([taken.status, taken.body.error.code]).toEqual([409, 'nameAlreadyExists']);
});

test('multi-line text cannot be indexed and unique values need an index', async () => {
  const list = await makeList([]);
  const long = { name: 'Long', text: { allowMultipleLines: true }, indexed: true };
  expect((await provision('POST', `${list}/columns`, long)).status).toBe(400);
  expect((await provision('POST', `${list}/columns`, text('Only', { enforceUniqueValues: true }))).status).toBe(400);
});

test('the list view threshold stops a filter whose first predicate finds more than 5,000 rows', async () => {
  const list = await makeList([text('State', { indexed: true })]);
  const requests = (from: number) =>
    Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { State: from + index < 5001 ? 'open' : 'done' } },
    }));
  for (let from = 0; from < 5020; from += 20) await run('POST', '/$batch', { requests: requests(from) });
  const open = await run('GET', `${list}/items?$filter=fields/State eq 'open'`);
  expect([open.status, open.body.error.message]).toEqual([400, expect.stringContaining('list view threshold')]);
  const done = await run('GET', `${list}/items?$filter=fields/State eq 'done'`);
  expect(done.body.value).toHaveLength(19);
  const all = await run('GET', `${list}/items?$top=5000`);
  expect(all.body.value).toHaveLength(5000);
}, 60_000);

test('what the tenant does not know it refuses with 501 and a sentence', async () => {
  const list = await makeList([]);
  for (const path of [`${list}/subscriptions`, `${list}/items?$search=x`]) {
    const { status, body } = await run('GET', path);
    expect([status, body.error.code]).toEqual([501, 'notImplemented']);
    expect(body.error.message).toContain('The embedded tenant does not know');
  }
  const person = await provision('POST', `${list}/columns`, { name: 'Who', personOrGroup: {} });
  expect(person.status).toBe(501);
});
