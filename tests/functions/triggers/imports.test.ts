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
