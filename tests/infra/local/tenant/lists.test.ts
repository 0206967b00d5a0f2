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
