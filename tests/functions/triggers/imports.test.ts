import { academy } from '../../../shared/records/academy';
import { person } from '../../../shared/records/person';
import { host, lead, office, outsider, service } from '../service';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const gias = [
  'URN,EstablishmentName,EstablishmentStatus (name),Trusts (name),LA (name),StatutoryLowAge,StatutoryHighAge,Postcode,Easting,Northing',
  '900001,Millbrook Primary,Open,LARKRISE TRUST,Northshire,4,11,AB1 2CD,400000,300000',
  '900009,Newbrook Primary,Open,LARKRISE TRUST,Northshire,4,11,AB1 2CE,401000,301000',
  '900010,Gone Primary,Closed,LARKRISE TRUST,Northshire,4,11,AB1 2CF,402000,302000',
].join('\r\n');
const staffFile = [
  'name,email,urn,post,level',
  `Ada Alder,ADA.ALDER@trust.example,${host},Head,Principal`,
  'Zed Zelkova,zed.zelkova@trust.example,900001,Teacher,Teacher',
  'Per Pine,per.pine@trust.example,999999,Teacher,Teacher',
].join('\n');

test('academies are looked at first, then written, and the same file again changes nothing', async () => {
  const { call, ports } = service();
  const looked = await call('importAcademies', office, { file: base64(gias), apply: false });
  expect(looked.body).toMatchObject({
    applied: false,
    added: ['Newbrook Primary'],
    changed: ['Millbrook Primary'],
    same: 0,
  });
  expect(looked.body.refused).toMatchObject([{ line: 4 }]);
  expect(ports.all(academy)).toHaveLength(3);
  await call('importAcademies', office, { file: base64(gias), apply: true });
  expect(ports.all(academy)).toHaveLength(4);
  expect((await call('importAcademies', office, { file: base64(gias), apply: true })).body).toMatchObject({
    added: [],
    changed: [],
    same: 2,
  });
  expect((await call('me', lead, {})).body.academy.name).toBe('Fernhill Primary');
});

test('people are matched to accounts by address, and whoever is not known is listed with the line', async () => {
  const { call, ports } = service();
  ports.people.byEmail = async () =>
    new Map(
      [lead, outsider].map(({ id, name }) => [
        `${name.toLowerCase().replace(' ', '.')}@trust.example`,
        { id, name, email: '' },
      ]),
    );
  const { body } = await call('importPeople', office, { file: base64(staffFile), apply: true });
  expect(body).toMatchObject({ applied: true, added: [], changed: ['Ada Alder, Head'] });
  expect(body.refused).toMatchObject([
    { line: 3, sentence: expect.stringContaining('nobody in Entra has the address zed.zelkova@trust.example') },
    { line: 4, sentence: expect.stringContaining('no academy with the URN 999999') },
  ]);
  expect(ports.all(person).find(({ key }) => key === `person-${lead.id}`)?.record).toMatchObject({
    post: 'Head',
    academy: host,
  });
});

const hoursFile = [
  'URN,School day starts,School day ends,Twilight meetings end by',
  `${host},8.45am,3.15pm,17:30`,
  '900009,08:45,15:15,17:30',
  `900002,08:45,3:15,`,
  `${host},,,`,
].join('\n');

test('school hours of known academies come from a file of their own, and a doubtful time is asked about by line and column', async () => {
  const { call, ports } = service();
  const looked = await call('importAcademies', office, { file: base64(hoursFile), apply: false });
  expect(looked.body.refused).toEqual([
    {
      line: 3,
      sentence: expect.stringContaining('URN: "900009" is the URN of none'),
      cell: { column: 'URN', text: '900009' },
    },
    {
      line: 4,
      sentence: 'School day ends: "3:15" could be in the night or in the afternoon. Write 15:15 or 03:15 am.',
      cell: { column: 'School day ends', text: '3:15' },
    },
    { line: 5, sentence: expect.stringContaining('is on line 2 already'), cell: { column: 'URN', text: host } },
  ]);
  const corrections = [{ line: 4, column: 'School day ends', value: '15:15' }];
  const given = { file: base64(hoursFile), corrections, apply: true };
  const kept = await call('importAcademies', office, given);
  expect(kept.body.changed).toHaveLength(2);
  expect(kept.body.refused).toHaveLength(2);
  const of = (urn: string) => ports.all(academy).find(({ key }) => key === `academy-${urn}`)?.record;
  expect(of(host)).toMatchObject({ dayFrom: '08:45', dayUntil: '15:15', twilightUntil: '17:30', urn: host });
  expect(of('900002')).toMatchObject({ dayFrom: '08:45', dayUntil: '15:15' });
  expect((await call('importAcademies', office, given)).body).toMatchObject({ added: [], changed: [], same: 2 });
  await call('importAcademies', office, { file: base64(gias.replace('900001', host)), apply: true });
  expect(of(host)).toMatchObject({ name: 'Millbrook Primary', twilightUntil: '17:30' });
});

test.each([
  ['15:15,08:45,', 'School day ends: The school day cannot end before it starts.'],
  ['08:45,15:15,15:00', 'Twilight meetings end by: Twilight meetings begin when the school day has ended.'],
  ['half past eight,,', 'School day starts: "half past eight" is not a time. Write it as hours:minutes, e.g. 15:15.'],
])('school hours of %s are left out with the column', async (cells, sentence) => {
  const { call } = service();
  const file = base64(`${hoursFile.split('\n')[0]}\n${host},${cells}\n`);
  const { body } = await call('importAcademies', office, { file, apply: false });
  expect(body).toMatchObject({ added: [], changed: [], refused: [{ line: 2, sentence }] });
});

test('what is corrected beside the file counts as if it stood in it', async () => {
  const { call, ports } = service();
  ports.people.byEmail = async (emails) =>
    new Map(emails.includes('per.pine@trust.example') ? [['per.pine@trust.example', { ...lead, email: '' }]] : []);
  const file = base64(`name,email,urn,post,level\nPer Pine,per.pine@trust,999999,Teacher,Teecher\n`);
  const see = async (corrections: readonly object[]) =>
    (await call('importPeople', office, { file, apply: false, corrections })).body;
  const level = { line: 2, column: 'level', value: 'Teacher' };
  const email = { line: 2, column: 'email', value: 'per.pine@trust.example' };
  expect((await see([])).refused).toMatchObject([{ cell: { column: 'level', text: 'Teecher' } }]);
  expect((await see([level])).refused).toMatchObject([{ cell: { column: 'email', text: 'per.pine@trust' } }]);
  expect((await see([level, email])).refused).toMatchObject([{ cell: { column: 'urn', text: '999999' } }]);
  const mended = await see([level, email, { line: 2, column: 'urn', value: host }]);
  expect(mended).toMatchObject({ refused: [], changed: ['Ada Alder, Teacher'] });
});

test.each([
  ['an empty file', ''],
  ['what is no base64', 'not base64!'],
  ['a cut file', 'abc'],
  ['an Excel workbook', base64('PK\u0003\u0004')],
  ['a file without the columns', base64('a,b\n1,2\n')],
  ['a header alone', base64('name,email\n')],
])('%s is refused with what to do', async (_name, file) => {
  const { call } = service();
  for (const name of ['importAcademies', 'importPeople'] as const)
    expect(await call(name, office, { file, apply: true })).toMatchObject({
      status: 400,
      body: { code: 'invalid', detail: expect.stringMatching(/\.$/) },
    });
});

test('imports are for the trust office', async () => {
  const { call } = service();
  expect((await call('importPeople', lead, { file: base64(staffFile), apply: true })).status).toBe(403);
});
