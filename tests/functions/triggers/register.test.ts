import { attendance } from '../../../shared/records/attendance';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { heldMeeting } from '../../held-meeting';
import { head, host, hr, lead, office, outsider, reviewer, service } from '../service';

/** Today is 23 November 2026, twelve o'clock. */
const held: Meeting = {
  ...heldMeeting,
  from: '09:00',
  until: '10:00',
  members: [
    { academy: host, who: head, email: 'Ben.Beech@trust.example' },
    { academy: '900002', who: lead, email: 'ada.alder@trust.example', part: 'deputy' },
    { academy: '900003', who: outsider, email: 'per.pine@trust.example' },
    { who: office, email: 'olu.oak@trust.example' },
  ],
  answers: [
    { email: 'ben.beech@trust.example', answer: 'accepted' },
    { email: 'ada.alder@trust.example', answer: 'accepted' },
    { email: 'per.pine@trust.example', answer: 'declined' },
  ],
};

function opened(more: Partial<Meeting> = {}) {
  const rig = service();
  rig.ports.put(meeting, 'meeting-1', { ...held, ...more });
  const keep = (who: typeof office, ...rows: readonly object[]) =>
    rig.call('keepRegister', who, { key: 'meeting-1', rows });
  return { ...rig, keep, kept: () => rig.ports.all(attendance) };
}

test('the register has a row for each academy that somebody is invited for, preset from the answers', async () => {
  const { call } = opened();
  const { status, body } = await call('meetingRegister', reviewer, { key: 'meeting-1' });
  expect(status).toBe(200);
  expect(body.open).toBe(true);
  expect(body.rows.map((row: { name: string; suggested: unknown }) => [row.name, row.suggested])).toEqual([
    ['Elmbank Primary', { represented: 'no' }],
    ['Fernhill Primary', { represented: 'by a deputy', by: lead }],
    ['Millbrook Primary', { represented: 'yes', by: head }],
  ]);
  expect(body.may).toEqual({ addAcademy: true, writeNotes: true });
});

test('whoever leads says for several academies at once who came; sending it again writes nothing', async () => {
  const { keep, kept } = opened();
  const rows = [
    { academy: host, represented: 'yes', by: head, because: 'not needed' },
    { academy: '900003', represented: 'no', because: 'A colleague was needed at home' },
  ];
  const { status, body } = await keep(reviewer, ...rows);
  expect([status, body.clashes]).toEqual([200, []]);
  expect(kept().map(({ key, record }) => [key, record])).toEqual([
    [
      `attendance-meeting-1-${host}`,
      { meeting: 'meeting-1', academy: host, lead: reviewer, term: '2026/27 autumn', represented: 'yes', by: head },
    ],
    [
      'attendance-meeting-1-900003',
      {
        meeting: 'meeting-1',
        academy: '900003',
        lead: reviewer,
        term: '2026/27 autumn',
        represented: 'no',
        because: 'A colleague was needed at home',
      },
    ],
  ]);
  const versions = kept().map(({ version }) => version);
  expect((await keep(reviewer, ...rows)).body.clashes).toEqual([]);
  expect(kept().map(({ version }) => version)).toEqual(versions);
});

test('the first tap is undone by taking back what was said', async () => {
  const { keep, kept } = opened();
  const { body } = await keep(reviewer, { academy: host, represented: 'yes' });
  const version = body.register.rows.find((row: { academy: string }) => row.academy === host).said.version;
  expect((await keep(reviewer, { academy: host, version })).body.register.rows[2].said).toBeUndefined();
  expect(kept()).toEqual([]);
  expect((await keep(reviewer, { academy: host, version })).status).toBe(200);
});

test('what somebody else said meanwhile stays, and is named', async () => {
  const { keep, kept } = opened();
  await keep(office, { academy: host, represented: 'by a deputy' });
  const { body } = await keep(
    reviewer,
    { academy: host, represented: 'no' },
    { academy: '900002', represented: 'yes' },
  );
  expect(body.clashes).toEqual([host]);
  expect(kept().map(({ record }) => [record.academy, record.represented])).toEqual([
    [host, 'by a deputy'],
    ['900002', 'yes'],
  ]);
});

test.each([
  ['the lead', reviewer, 200],
  ['the trust office', office, 200],
  ['the principal of the academy', head, 403],
  ['a principal of another academy', lead, 403],
  ['HR', hr, 403],
  ['somebody of the staff', outsider, 403],
])('%s first says who came: %#', async (_name, who, status) => {
  const { keep } = opened();
  expect((await keep(who, { academy: host, represented: 'yes' })).status).toBe(status);
});

test.each([
  ['the principal of the academy', head, 200],
  ['a principal of another academy', lead, 403],
  ['somebody of the staff', outsider, 403],
])('%s corrects what was said of an academy: %#', async (_name, who, status) => {
  const { keep, kept } = opened();
  await keep(reviewer, { academy: host, represented: 'no' });
  const version = kept()[0]?.version;
  expect((await keep(who, { academy: host, version, represented: 'yes' })).status).toBe(status);
  expect((await keep(who, { academy: host, version: kept()[0]?.version })).status).toBe(403);
});

test.each([
  ['before its day', { date: '2026-11-24' }],
  ['once it is cancelled', { outlook: 'cancelled', wanted: 'nothing' }],
] as const)('nothing can be said %s', async (_name, more) => {
  const { keep, call } = opened(more);
  expect((await keep(office, { academy: host, represented: 'yes' })).status).toBe(409);
  expect((await call('meetingRegister', office, { key: 'meeting-1' })).body.open).toBe(false);
});

test('an academy beyond the list can be added, an unknown one cannot, and people stand for their own academy', async () => {
  const { keep } = opened({ members: held.members.slice(0, 1) });
  const { body } = await keep(reviewer, { academy: '900003', represented: 'yes', by: outsider });
  expect(body.register.rows.map(({ academy }: { academy: string }) => academy)).toEqual(['900003', host]);
  expect((await keep(reviewer, { academy: '999999', represented: 'yes' })).status).toBe(400);
  expect(await keep(reviewer, { academy: '900002', represented: 'yes', by: outsider })).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'rows.0.by' }] },
  });
});

test('another lead goes on with a register that was begun under the one before', async () => {
  const { keep, ports, kept } = opened();
  await keep(reviewer, { academy: host, represented: 'no' });
  ports.put(meeting, 'meeting-1', { ...held, lead });
  expect((await keep(lead, { academy: host, version: kept()[0]?.version, represented: 'yes' })).status).toBe(200);
  expect((await keep(reviewer, { academy: '900002', represented: 'yes' })).status).toBe(403);
});

const toTake = (body: { items: { what: string; key: string }[] }) =>
  body.items.filter(({ what }) => what === 'take register').map(({ key }) => key);

test('whoever leads is asked for the register from the day on, until every academy is in it', async () => {
  const { call, keep, ports } = opened();
  const asks = async (who: typeof office) => toTake((await call('waiting', who, {})).body);
  expect(await asks(reviewer)).toEqual(['meeting-1']);
  expect(await asks(head)).toEqual([]);
  await keep(reviewer, { academy: host, represented: 'yes', by: head });
  await keep(reviewer, { academy: '900002', represented: 'by a deputy', by: lead });
  expect(await asks(reviewer)).toEqual(['meeting-1']);
  await keep(reviewer, { academy: '900003', represented: 'no' });
  expect(await asks(reviewer)).toEqual([]);
  ports.put(meeting, 'meeting-2', { ...held, date: '2026-11-24', number: 2 });
  expect(await asks(reviewer)).toEqual([]);
  ports.setNow('2026-12-02T12:00:00.000Z');
  expect(await asks(reviewer)).toEqual(['meeting-2']);
});

test.each([
  ['a draft', { outlook: 'draft', wanted: 'nothing' }],
  ['a cancelled meeting', { outlook: 'cancelled', wanted: 'nothing' }],
  ['a meeting of last school year', { date: '2026-07-06', year: '2025/26' }],
] as const)('nobody is asked for the register of %s', async (_of, more) => {
  const { call } = opened(more);
  expect(toTake((await call('waiting', reviewer, {})).body)).toEqual([]);
});
