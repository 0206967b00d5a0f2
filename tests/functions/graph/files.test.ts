import { libraryDriveId, type Rig, startRig } from './rig';

let rig: Rig;
const base64 = (text: string) => Buffer.from(text).toString('base64');

beforeAll(async () => {
  rig = await startRig({ lists: false });
  await rig.control('POST', 'seed', {
    files: [
      { driveId: libraryDriveId, path: 'Templates/Appraisal.docx', contentBase64: base64('the template') },
      { driveId: libraryDriveId, path: 'Templates/notes.txt', contentBase64: base64('notes') },
      { driveId: libraryDriveId, path: 'Elsewhere/Secret.docx', contentBase64: base64('secret') },
      {
        driveId: libraryDriveId,
        path: 'Templates/Large.docx',
        contentBase64: Buffer.alloc(10 * 1024 * 1024 + 1).toString('base64'),
      },
      { driveId: 'b!birch-confidential', path: 'Other/Plan.docx', contentBase64: base64('plan') },
    ],
  });
});
afterAll(() => rig.stop());

async function templateId(name: string): Promise<string> {
  return (await rig.ports.files.templates()).find((one) => one.name === name)?.id ?? '';
}

test('templates are the Word files of their folder', async () => {
  const templates = await rig.ports.files.templates();
  expect(templates.map(({ name }) => name).sort()).toEqual(['Appraisal.docx', 'Large.docx']);
  expect(templates.find(({ name }) => name === 'Appraisal.docx')).toMatchObject({
    bytes: 12,
    changedAt: expect.stringMatching(/Z$/),
  });
});

test('a template is read by its id; what is too large or lies elsewhere is refused', async () => {
  const read = await rig.ports.files.readTemplate(await templateId('Appraisal.docx'));
  expect(read.ok && Buffer.from(read.value.content).toString()).toBe('the template');
  expect(await rig.ports.files.readTemplate(await templateId('Large.docx'))).toMatchObject({
    problem: { code: 'too-large' },
  });
  const { body } = await rig.graph.ask({
    method: 'GET',
    path: `/drives/${libraryDriveId}/root:/Elsewhere/Secret.docx`,
    needs: 'read files',
    place: 'site',
  });
  for (const id of [(body as { id: string }).id, 'nowhere', '../x'])
    expect(await rig.ports.files.readTemplate(id)).toMatchObject({ problem: { code: 'not-found' } });
});

test('files to share at meetings are listed folder by folder, and no other folder is shown', async () => {
  await rig.control('POST', 'seed', {
    files: [
      'Meetings/Plan.docx',
      'Meetings/Year 2/One.docx',
      'Meetings/Year 2/Spring/Two.docx',
      'Meetings2/No.docx',
    ].map((path) => ({ driveId: libraryDriveId, path, contentBase64: base64('file') })),
  });
  const folderOf = async (id?: string) => {
    const found = await rig.ports.files.meetingFiles(id);
    if (!found.ok) throw new Error(found.problem.sentence);
    return found.value;
  };
  const top = await folderOf();
  expect(top.folders.map(({ name }) => name)).toEqual(['Year 2']);
  expect(top.files).toMatchObject([
    { name: 'Plan.docx', bytes: 4, link: expect.stringMatching(/^https:\/\/.*\/Meetings\/Plan\.docx$/) },
  ]);
  const year2 = await folderOf(top.folders[0]?.id);
  expect(year2.files.map(({ name }) => name)).toEqual(['One.docx']);
  const spring = await folderOf(year2.folders[0]?.id);
  expect(spring.files.map(({ name }) => name)).toEqual(['Two.docx']);
  const { body } = await rig.graph.ask({
    method: 'GET',
    path: `/drives/${libraryDriveId}/root:/Meetings2`,
    needs: 'read files',
    place: 'site',
  });
  for (const id of [(body as { id: string }).id, await templateId('Appraisal.docx'), 'nowhere', '../x'])
    expect(await rig.ports.files.meetingFiles(id)).toMatchObject({ problem: { code: 'not-found' } });
});

test('a document is kept behind the wall under what it is about, and a name that is taken gets a number', async () => {
  const view = new Uint8Array(
    Buffer.concat([Buffer.from('before'), Buffer.from('filled'), Buffer.from('after')]),
  ).subarray(6, 12);
  const first = await rig.ports.files.saveDocument('objective-1', 'Objective: "A/B".docx', view);
  const second = await rig.ports.files.saveDocument('objective-1', 'Objective: "A/B".docx', view);
  expect(first.name).toBe('Objective A B .docx');
  expect(second.name).not.toBe(first.name);
  const read = await rig.ports.files.readDocument(first.id);
  expect(read).toMatchObject({ ok: true, value: { name: first.name, about: 'objective-1' } });
  expect(read.ok && Buffer.from(read.value.content).toString()).toBe('filled');
});

test('a document that is no filled template is not found', async () => {
  const { body } = await rig.graph.ask({
    method: 'GET',
    path: '/drives/b!birch-confidential/root:/Other/Plan.docx',
    needs: 'read files',
    place: 'site',
  });
  expect(await rig.ports.files.readDocument((body as { id: string }).id)).toMatchObject({
    problem: { code: 'not-found' },
  });
});
