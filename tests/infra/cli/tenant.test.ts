import { readFileSync, writeFileSync } from 'node:fs';
import { placeOfSite } from '../../../functions/graph/call';
import { product } from '../../../functions/ports';
import { objective } from '../../../shared/records/objective';
import { libraryDriveId, type Rig, sites, startRig } from '../../functions/graph/rig';
import { csv, gias } from '../../functions/imports/gias-fixture';
import { block, makeDocx, textsOf } from '../../functions/word/make-docx';
import { type Desk, openDesk, writeAddresses } from './command-line';

const morwenna = {
  id: 'bbbbbbbb-0000-4000-8000-000000000001',
  displayName: 'Morwenna Askew',
  userPrincipalName: 'm.askew@birch.example',
  mail: 'm.askew@birch.example',
  accountEnabled: true,
};

let rig: Rig;
let desk: Desk;
beforeAll(async () => {
  rig = await startRig({ lists: false, seed: { users: [morwenna] } });
});
afterAll(() => rig.stop());
beforeEach(() => {
  desk = openDesk();
  writeAddresses(desk, rig);
});
afterEach(() => desk.clear());

async function putTemplate(name: string, bytes: Uint8Array): Promise<void> {
  await rig.graph.ask({
    method: 'PUT',
    path: `/drives/${encodeURIComponent(libraryDriveId)}/root:/Templates/${name}:/content`,
    needs: 'write files',
    place: placeOfSite(sites.trust),
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
}

// One story: each step stands on the one before, as for a trust that begins.
test('before provisioning the doctor names what is missing and the command that mends it', async () => {
  const told = await desk.run('doctor', '--json');
  expect(told.code).toBe(2);
  expect(told.json).toMatchObject({ well: false, foundIn: 'the local Our Academies' });
  const findings = told.json['findings'] as readonly { name: string; well: boolean; mend?: string }[];
  expect(findings.map(({ name, well }) => [name, well])).toEqual([
    ['sites', true],
    ['lists and columns', false],
  ]);
  expect(findings.at(-1)?.mend).toBe('our-academies provision');
});

test('provisioning can be looked at, done, and repeated without doing anything', async () => {
  const looked = await desk.run('provision', '--what-if', '--json');
  expect(looked).toMatchObject({ code: 0, json: { version: 1, applied: false } });
  expect((looked.json['steps'] as readonly unknown[]).length).toBeGreaterThan(10);
  const done = await desk.run('provision');
  expect(done.out).toContain('steps taken.');
  expect((await desk.run('provision', '--json')).json).toMatchObject({ applied: true, steps: [], drift: [] });
});

test('academies are imported once and the same file again changes nothing', async () => {
  writeFileSync(desk.file('gias.csv'), gias([{}, { URN: '900002', EstablishmentName: 'Elm Primary' }, { URN: '1' }]));
  const looked = await desk.run(
    'import',
    'academies',
    'gias.csv',
    '--trust',
    'Larkrise Learning Trust',
    '--what-if',
    '--json',
  );
  expect(looked.json).toMatchObject({ applied: false, added: ['Millbrook Primary Academy', 'Elm Primary'] });
  const done = await desk.run('import', 'academies', 'gias.csv', '--trust', 'Larkrise Learning Trust');
  expect(done.code).toBe(0);
  expect(done.out).toContain('added: Elm Primary');
  expect(done.out).toContain('line 4 left out: Millbrook Primary Academy: URN: Give the six-digit URN of an academy.');
  const again = await desk.run('import', 'academies', 'gias.csv', '--json');
  expect(again.json).toMatchObject({ added: [], changed: [], same: 2 });
});

test('school hours of known academies are imported, and a doubtful one is named by line and column', async () => {
  const row = { URN: '900001', 'School day starts': '8.45am', 'School day ends': '15:15' };
  writeFileSync(desk.file('hours.csv'), csv([row, { ...row, URN: '900002', 'School day ends': '3:15' }]));
  const told = await desk.run('import', 'academies', 'hours.csv');
  expect(told.code).toBe(0);
  expect(told.out).toContain('changed: Millbrook Primary Academy');
  expect(told.out).toContain('line 3 left out: School day ends: "3:15" could be in the night or in the afternoon.');
});

test('people are matched by address; whoever Entra does not know is told with the line', async () => {
  const row = {
    name: 'Morwenna Askew',
    email: 'M.Askew@birch.example',
    urn: '900001',
    post: 'Principal',
    level: 'Principal',
  };
  writeFileSync(desk.file('people.csv'), csv([row, { ...row, name: 'Nobody', email: 'nobody@birch.example' }]));
  const told = await desk.run('import', 'people', 'people.csv', '--json');
  expect(told.code).toBe(0);
  expect(told.json).toMatchObject({ applied: true, added: ['Morwenna Askew, Principal'], refused: [{ line: 3 }] });
});

test("an authority's calendar is looked at, kept, and the same file again changes nothing", async () => {
  const holidays = [
    ['2026-09-01', '2026-09-01'],
    ['2026-10-26', '2026-10-30'],
    ['2026-12-21', '2027-01-01'],
    ['2027-02-15', '2027-02-19'],
    ['2027-03-26', '2027-04-09'],
    ['2027-05-31', '2027-06-04'],
    ['2027-07-22', '2027-08-31'],
  ].map(([start = '', end = '']) => ({ start, end, kind: 'holiday', label: `Holiday from ${start}` }));
  writeFileSync(desk.file('terms.csv'), csv(holidays));
  const words = ['import', 'calendar', 'terms.csv', '--year', '2026/27'];
  expect((await desk.run(...words)).err).toContain('--scope trust, an authority or a URN');
  expect((await desk.run('import', 'calendar', 'terms.csv', '--scope', 'trust')).err).toContain('--year 2026/27');
  const looked = await desk.run(...words, '--scope', 'downshire', '--what-if');
  expect(looked.out).toContain('Downshire, Autumn 2: 2 November 2026 to 18 December 2026');
  expect(looked.out).toMatch(/look: The year has \d+ day/);
  const kept = await desk.run(...words, '--scope', 'Downshire', '--json');
  expect(kept.json).toMatchObject({ applied: true, halfTerms: [{ scope: 'Downshire' }], refused: [] });
  expect((await desk.run(...words, '--scope', 'Downshire', '--json')).json).toMatchObject({ added: [], changed: [] });
});

test('dates that could be American are refused with the option that answers', async () => {
  writeFileSync(desk.file('days.csv'), csv([{ start: '03/04/2027', kind: 'INSET', label: 'Training' }]));
  const words = ['import', 'calendar', 'days.csv', '--year', '2026/27', '--scope', 'trust', '--what-if'];
  const asked = await desk.run(...words);
  expect(asked.code).toBe(2);
  expect(asked.err).toContain('--order day/month or --order month/day');
  expect((await desk.run(...words, '--order', 'month/day')).out).toContain('would add: Training, 4 March 2027 (trust)');
});

test('a rule that makes INSET of every day is pointed out first, and is imported only when asked for all the same', async () => {
  const event = ['DTSTART;VALUE=DATE:20260901', 'RRULE:FREQ=DAILY;UNTIL=29991231', 'SUMMARY:INSET day', 'UID:1'];
  const file = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  writeFileSync(desk.file('rule.ics'), file);
  const words = ['import', 'calendar', 'rule.ics', '--year', '2026/27', '--scope', '900002'];
  const looked = await desk.run(...words, '--what-if');
  expect(looked.code).toBe(0);
  expect(looked.out.split('\n').slice(0, 7)).toEqual([
    expect.stringMatching(/^LOOK FIRST: The year has 0 days for pupils and \d+ INSET days; usual are 190 and five\./),
    'would add: INSET day, 1 September 2026 (900002)',
    'would add: INSET day, 2 September 2026 (900002)',
    'would add: INSET day, 3 September 2026 (900002)',
    'would add: INSET day, 4 September 2026 (900002)',
    'would add: INSET day, 5 September 2026 (900002)',
    'would add: INSET day, and 360 more until 31 August 2027 (900002)',
  ]);
  const forPrograms = await desk.run(...words, '--what-if', '--json');
  const { added } = forPrograms.json['days'] as { readonly added: readonly object[] };
  expect(added).toHaveLength(365);
  expect(added[0]).toEqual({ label: 'INSET day', scope: '900002', from: '2026-09-01', until: '2026-09-01' });
  const refused = await desk.run(...words);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('Nothing was imported: correct the file, or add --all-the-same');
  expect((await desk.run(...words, '--what-if', '--json')).json['same']).toBe(0);
  expect((await desk.run(...words, '--all-the-same', '--json')).json).toMatchObject({ applied: true, refused: [] });
  expect((await desk.run(...words, '--what-if', '--json')).json).toMatchObject({ added: [], same: 365 });
});

test('bank holidays that are not built in are imported from the file of GOV.UK', async () => {
  const events = [
    { title: 'Christmas Day', date: '2026-12-25' },
    { title: 'Good Friday', date: '2029-03-30' },
  ];
  writeFileSync(desk.file('bank-holidays.json'), JSON.stringify({ 'england-and-wales': { events } }));
  const told = await desk.run('import', 'bank-holidays', 'bank-holidays.json', '--json');
  expect(told.json).toMatchObject({ applied: true, added: ['Good Friday (trust)'] });
});

test('a template of the library is filled with an objective, into a file and into the library', async () => {
  const kept = await rig.ports.records.create(
    objective,
    'objective-1',
    {
      year: '2026/27',
      who: { id: morwenna.id, name: 'Morwenna Askew' },
      text: 'Lead two reviews.',
      contribution: 'Six days.',
      measure: 'Both done.',
      evidenceSource: 'Records.',
      ownAcademyBenefit: 'Ideas.',
      realistic: true,
      state: 'draft',
    },
    product,
  );
  expect(kept.ok).toBe(true);
  await putTemplate(
    'Appraisal.docx',
    makeDocx({
      body: ['principal.name', 'principal.post', 'academy.name', 'objective.text'].map((tag) => block(tag)).join(''),
    }),
  );
  const words = ['fill', '--template', 'appraisal', '--objective', 'objective-1'];
  const toFile = await desk.run(...words, '--out', 'out.docx', '--json');
  expect(toFile).toMatchObject({ code: 0, json: { empty: [], file: 'out.docx' } });
  expect(textsOf(readFileSync(desk.file('out.docx')))).toEqual([
    'Morwenna Askew',
    'Principal',
    'Millbrook Primary Academy',
    'Lead two reviews.',
  ]);
  const inLibrary = await desk.run(...words, '--json');
  const { id } = inLibrary.json['document'] as { readonly id: string };
  const read = await rig.ports.files.readDocument(id);
  expect(read.ok && textsOf(read.value.content)[0]).toBe('Morwenna Askew');
  expect((await desk.run('fill', '--template', 'Leaving', '--objective', 'objective-1')).err).toContain(
    'has no template "Leaving". It has: Appraisal.docx.',
  );
  expect((await desk.run('fill', '--template', 'Appraisal', '--objective', 'objective-9')).code).toBe(2);
});

test('at the end the doctor finds everything in place, and its probe leaves nothing behind', async () => {
  const told = await desk.run('doctor', '--probe');
  expect(told.out).toContain('Everything is in place.');
  expect(told.code).toBe(0);
  expect((await rig.ports.records.page(objective, undefined)).ok).toBe(true);
  expect(rig.log.lines.filter(({ sentence }) => sentence.includes('left out'))).toEqual([]);
  expect((await desk.run('doctor', '--probe')).code).toBe(0);
});

test('a tenant that does not answer and a secret that is wrong are refused with a sentence', async () => {
  writeAddresses(desk, { url: 'http://localhost:4897' });
  const silent = await desk.run('doctor', '--json');
  expect(silent.code).toBe(2);
  expect(silent.json['problem']).toMatchObject({
    code: 'busy',
    sentence: expect.stringContaining('Nothing answers at http://localhost:4897. Start the local one'),
  });
  writeAddresses(desk, rig, 'a wrong secret');
  const told = await desk.run('doctor', '--json');
  expect(told.code).toBe(2);
  expect(told.json['problem']).toMatchObject({
    code: 'not-allowed',
    sentence: expect.stringContaining('Check API_CLIENT_ID'),
  });
});
