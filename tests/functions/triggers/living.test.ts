import { Busy } from '../../../functions/ports';
import { attendance } from '../../../shared/records/attendance';
import { type Meeting, meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { person } from '../../../shared/records/person';
import { colleague, heldMeeting, receptionNetwork as reception } from '../../held-meeting';
import { head, host, hr, lead, office, outsider, reviewer, service, staff } from '../service';

const held: Meeting = {
  ...heldMeeting,
  members: [
    { academy: host, who: outsider, email: 'per.pine@trust.example' },
    { academy: '900002', who: hr, email: 'hana.holly@trust.example', part: 'deputy' },
  ],
};

function opened(more: Partial<Meeting> = {}) {
  const rig = service();
  rig.ports.put(person, `person-${colleague.id}`, staff(colleague, host, { post: 'Teacher', level: 'Teacher' }));
  rig.ports.put(meeting, 'meeting-1', { ...held, ...more });
  const now = (key = 'meeting-1') => {
    const one = rig.ports.all(meeting).find((stored) => stored.key === key);
    if (one === undefined) throw new Error(`${key} is gone.`);
    return one;
  };
  const substitute = (by: typeof office, who = colleague, academy = host) =>
    rig.call('nameSubstitute', by, { key: 'meeting-1', version: now().version, academy, who });
  const send = (by: typeof office, input: object = {}) =>
    rig.call('sendNotes', by, { key: 'meeting-1', version: now().version, beginNext: false, again: false, ...input });
  return { ...rig, now, substitute, send };
}

test.each([
  ['the member', outsider, 200],
  ['the principal', head, 200],
  ['the lead', reviewer, 200],
  ['the trust office', office, 200],
  ['the deputy of another academy', hr, 403],
  ['a principal of another academy', lead, 403],
])('%s names a substitute on the day itself: %#', async (_name, who, status) => {
  const { substitute, now, hints } = opened();
  expect((await substitute(who)).status).toBe(status);
  expect(
    now()
      .record.members.filter(({ part }) => part === 'substitute')
      .map((one) => one.who),
  ).toEqual(status === 200 ? [colleague] : []);
  expect(hints).toHaveLength(status === 200 ? 1 : 0);
});

test("an academy's deputy in the network names a substitute without being invited", async () => {
  const { substitute, ports } = opened();
  const deputies = [{ academy: host, who: lead }];
  ports.put(network, 'network-reception', { ...reception, deputies });
  expect((await substitute(lead)).status).toBe(200);
});

test('the invitations follow, whom the plan counts on is the substitute, and naming the same person again changes nothing', async () => {
  const { substitute, now } = opened({
    representatives: [{ academy: host, who: outsider, part: 'member' }],
  });
  await substitute(outsider);
  expect(now().record).toMatchObject({
    outlook: 'waiting',
    representatives: [{ academy: host, who: colleague, part: 'substitute' }],
  });
  expect(now().record.members.map(({ who }) => who.name)).toEqual(['Per Pine', 'Hana Holly', 'Wren Willow']);
  const { version } = now();
  expect((await substitute(head)).status).toBe(200);
  expect(now().version).toBe(version);
});

test('another substitute takes the place of the first', async () => {
  const { substitute, now, ports } = opened();
  const second = { id: '99999999-9999-4999-8999-999999999992', name: 'Moss Maple' };
  ports.put(person, `person-${second.id}`, staff(second, host, { level: 'Teacher' }));
  await substitute(outsider);
  await substitute(head, second);
  expect(now().record.members.map(({ who }) => who.name)).toEqual(['Per Pine', 'Hana Holly', 'Moss Maple']);
});

test('a substitute works at the academy, and is named before the meeting is over', async () => {
  const { substitute } = opened();
  expect((await substitute(office, reviewer)).status).toBe(400);
  const over = opened({ date: '2026-11-20' });
  expect((await over.substitute(office)).status).toBe(409);
});

test('notes go once to everybody who was invited, however often they are sent', async () => {
  const { send, now, ports } = opened({ notes: 'We moderated writing.' });
  const { version } = now();
  expect((await send(reviewer)).body).toMatchObject({ sentTo: 2 });
  expect(now().record.notesMail).toBe('sent');
  // The answer was lost: the panel sends the same again.
  expect((await send(reviewer, { version })).body).toMatchObject({ sentTo: 2 });
  expect(ports.letters).toHaveLength(1);
  expect(ports.letters[0]).toMatchObject({
    subject: 'Notes: Reception network, 23 November 2026',
    link: 'https://our-academies.example/open/meeting/meeting-1',
  });
  expect(ports.letters[0]?.to.map(({ email }) => email)).toEqual([
    'per.pine@trust.example',
    'hana.holly@trust.example',
  ]);
});

test('notes are for the lead and the trust office, from the day on, and only where there are some', async () => {
  const { send, ports } = opened({ notes: 'We moderated writing.' });
  for (const who of [head, lead, outsider, hr]) expect((await send(who)).status).toBe(403);
  expect((await opened().send(office)).status).toBe(409);
  expect((await opened({ notes: 'Early', date: '2026-11-24' }).send(office)).status).toBe(409);
  expect(ports.letters).toEqual([]);
});

test('asked to wait, nothing is noted; after a fault it is on its way, and is sent again only when somebody decides', async () => {
  const { send, now, ports } = opened({ notes: 'We moderated writing.' });
  const { mail } = ports;
  const really = mail.send;
  const fail = (error: Error) => Object.assign(mail, { send: async () => Promise.reject(error) });
  fail(new Busy(5));
  expect((await send(reviewer)).status).toBe(503);
  expect(now().record.notesMail).toBeUndefined();
  fail(new Error('The line went dead.'));
  expect((await send(reviewer)).status).toBe(500);
  expect(now().record.notesMail).toBe('on its way');
  Object.assign(mail, { send: really });
  expect((await send(reviewer, { again: true })).status).toBe(409);
  ports.setNow('2026-11-23T12:11:00.000Z');
  expect((await send(reviewer)).status).toBe(409);
  expect((await send(reviewer, { again: true })).status).toBe(200);
  expect([now().record.notesMail, ports.letters.length]).toEqual(['sent', 1]);
});

test("the next meeting's agenda begins with the open points, unless somebody has begun it", async () => {
  const { send, now, ports, call } = opened({
    openPoints: [{ what: 'Share the sentence frames', who: 'English lead', by: '2026-12-01' }],
  });
  ports.put(meeting, 'meeting-2', { ...held, number: 2, date: '2027-01-19' });
  ports.put(meeting, 'meeting-3', { ...held, number: 3, date: '2027-03-02' });
  expect((await call('meetingRegister', office, { key: 'meeting-1' })).body.next).toEqual({
    key: 'meeting-2',
    date: '2027-01-19',
    hasAgenda: false,
    invited: 2,
    published: true,
  });
  await send(reviewer, { beginNext: true });
  expect(now('meeting-2').record).toMatchObject({
    agenda: 'From last time:\n1. Share the sentence frames (English lead, by 1 December 2026)',
    outlook: 'waiting',
  });
  expect(now('meeting-3').record.agenda).toBeUndefined();
  const { version } = now('meeting-2');
  await send(reviewer, { beginNext: true });
  expect(now('meeting-2').version).toBe(version);
  expect((await call('meetingRegister', office, { key: 'meeting-2' })).body.last).toMatchObject({
    key: 'meeting-1',
    openPoints: [{ what: 'Share the sentence frames' }],
  });
});

test('the matrix tells of each network and academy whether it was represented and why not, the own academy first', async () => {
  const { call, ports } = opened({ date: '2026-11-03' });
  ports.put(network, 'network-reception', reception);
  ports.put(meeting, 'meeting-2', {
    ...held,
    date: '2027-01-19',
    answers: [{ email: 'per.pine@trust.example', answer: 'accepted' }],
  });
  ports.put(meeting, 'meeting-3', { ...held, date: '2027-03-02', outlook: 'draft', wanted: 'nothing' });
  await call('keepRegister', reviewer, {
    key: 'meeting-1',
    rows: [{ academy: host, represented: 'no', because: 'A visit ran late' }],
  });
  ports.asked = 0;
  const { body } = await call('networkMatrix', lead, { year: '2026/27' });
  // The caller, networks, meetings, one term: the directory was read before.
  expect(ports.asked).toBe(4);
  expect(body.academies.map(({ name }: { name: string }) => name)).toEqual(['Fernhill Primary', 'Millbrook Primary']);
  expect(body.networks).toEqual([
    {
      key: 'network-reception',
      name: 'Reception network',
      meetings: [
        {
          key: 'meeting-1',
          date: '2026-11-03',
          cells: [
            { academy: '900002', state: 'not said yet' },
            { academy: host, state: 'not represented', because: 'A visit ran late' },
          ],
        },
        {
          key: 'meeting-2',
          date: '2027-01-19',
          cells: [
            { academy: '900002', state: 'nobody yet' },
            { academy: host, state: 'accepted' },
          ],
        },
      ],
    },
  ]);
  expect(ports.all(attendance)).toHaveLength(1);
});

test.each([
  ['the trust office', office, 200],
  ['a principal', head, 200],
  ['HR', hr, 403],
  ['staff', outsider, 403],
])('the matrix is for office, executives and principals: %s', async (_name, who, status) => {
  expect((await opened().call('networkMatrix', who, { year: '2026/27' })).status).toBe(status);
});
