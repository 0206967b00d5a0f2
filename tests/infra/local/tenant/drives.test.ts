import { type Call, call, ids, type Rig, startRig } from './harness';

let rig: Rig;
let graph: Call;
const drive = `/drives/${ids.drive}`;

beforeEach(async () => {
  rig = await startRig();
  graph = await rig.as(ids.api);
});
afterEach(() => rig.stop());

const put = (path: string, text: string, headers = {}) =>
  graph('PUT', `${drive}/root:/${path}:/content`, Buffer.from(text), headers);

test('a file is put at a path whose folders are made, and its content comes from an address without token', async () => {
  const made = await put('Templates/Job%20descriptions/Head%20%26%20deputy.docx', 'content');
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: 'Head & deputy.docx',
    size: 7,
    parentReference: { path: `/drives/${ids.drive}/root:/Templates/Job%20descriptions` },
  });
  const content = await graph('GET', `${drive}/items/${made.body.id}/content`);
  expect(content.status).toBe(302);
  const direct = await fetch(content.headers.get('location') ?? '');
  expect(await direct.text()).toBe('content');
  const item = await graph('GET', `${drive}/root:/templates/job descriptions/HEAD %26 deputy.docx`);
  expect((await call(item.body['@microsoft.graph.downloadUrl'], 'GET')).body).toBe('content');
  expect(item.body.file.mimeType).toContain('wordprocessingml');
});

test('putting again makes a new version; under a stale tag it is refused', async () => {
  const first = await put('a.docx', 'one');
  const second = await put('a.docx', 'two', { 'If-Match': first.body.eTag });
  expect([second.status, second.body.id]).toEqual([200, first.body.id]);
  expect((await put('a.docx', 'three', { 'If-Match': first.body.eTag })).status).toBe(412);
});

test('a name that is taken can be refused or given a number', async () => {
  await put('a.docx', 'one');
  const path = `${drive}/root:/a.docx:/content?@microsoft.graph.conflictBehavior=`;
  const fail = await graph('PUT', `${path}fail`, Buffer.from('x'));
  expect([fail.status, fail.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  expect((await graph('PUT', `${path}rename`, Buffer.from('x'))).body.name).toBe('a 1.docx');
});

test('folders list their children, and go with them', async () => {
  const folder = await graph('POST', `${drive}/root/children`, { name: 'Filled', folder: {} });
  expect(folder.status).toBe(201);
  await put('Filled/b.docx', 'b');
  await put('Filled/a.docx', 'a');
  const children = await graph('GET', `${drive}/items/${folder.body.id}/children?$select=name`);
  expect(children.body.value.map(({ name }: { name: string }) => name)).toEqual(['a.docx', 'b.docx']);
  expect((await graph('DELETE', `${drive}/items/${folder.body.id}`)).status).toBe(204);
  expect((await graph('GET', `${drive}/root:/Filled/a.docx`)).status).toBe(404);
});

test('a file is renamed and moved', async () => {
  const { body } = await put('a.docx', 'a');
  const folder = await graph('POST', `${drive}/root/children`, { name: 'Done', folder: {} });
  await graph('PATCH', `${drive}/items/${body.id}`, { name: 'b.docx', parentReference: { id: folder.body.id } });
  expect((await graph('GET', `${drive}/root:/Done/b.docx`)).body.id).toBe(body.id);
});

test('the drive of a site is the library, and another site’s is out of reach', async () => {
  const { body } = await graph('GET', `/sites/${ids.site}/drive`);
  expect(body).toMatchObject({ id: ids.drive, driveType: 'documentLibrary' });
  expect((await graph('GET', '/drives/b!other/root/children')).status).toBe(403);
});

test('copying and upload sessions are not known and say so', async () => {
  const { body } = await put('a.docx', 'a');
  for (const action of ['copy', 'createUploadSession'])
    expect((await graph('POST', `${drive}/items/${body.id}/${action}`, {})).status).toBe(501);
});
