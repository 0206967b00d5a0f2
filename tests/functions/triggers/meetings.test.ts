import type { PersonReference } from '../../../shared/field';
import { unpackBusy } from '../../../shared/meetings/compact-busy';
import { contradictionsIn } from '../../../shared/meetings/contradictions';
import { planMeetings } from '../../../shared/meetings/open-planning';
import { meetingPlanSchema } from '../../../shared/meetings/plan-schema';
import { meetingProblemSchema } from '../../../shared/meetings/problem';
import { academy } from '../../../shared/records/academy';
import { closure } from '../../../shared/records/closure';
import { meeting } from '../../../shared/records/meeting';
import { network } from '../../../shared/records/network';
import { person } from '../../../shared/records/person';
import { schoolYear } from '../../../shared/records/school-year';
import { head, host, hr, lead, office, outsider, reviewer, service, staff } from '../service';

const year = '2026/27';
const halfTerm = { year, from: '2027-01-04', until: '2027-02-12' };
const principals = {
  name: 'Principals',
  level: 'Principal',
  lead,
  minutes: 60,
  rhythm: 'every half-term',
  times: 2,
  days: ['Tuesday', 'Thursday'],
  windows: [{ from: '15:45', until: '17:15' }],
  where: 'at a host academy in turn',
  active: true,
} as const;

function opened() {
  const rig = service();
  rig.ports.put(network, 'principals', principals);
  rig.ports.put(network, 'asleep', { ...principals, name: 'Asleep', active: false });
  rig.ports.put(closure, 'closure-1', {
    year,
    scope: 'Northshire',
    from: '2027-01-18',
    until: '2027-01-19',
    what: 'INSET',
    label: 'INSET',
  });
  rig.ports.put(schoolYear, 'year-1', {
    year,
    scope: 'Northshire',
    halfTerms: [{ name: 'Spring 1', from: '2027-01-06', until: '2027-02-10' }],
  });
  rig.ports.put(
    person,
    'person-gone',
    staff({ ...outsider, id: '88888888-8888-4888-8888-888888888881' }, host, { active: false }),
  );
  return rig;
}

async function planned(rig: ReturnType<typeof opened>) {
  const { body } = await rig.call('planningProblem', office, halfTerm);
  return planMeetings({ ...body.problem, busy: unpackBusy(body.busy, body.problem.from) }, { seed: 1 });
}

test('the planning problem holds the active networks, who belongs to them, closed days and when people are busy', async () => {
  const { call } = opened();
  const { status, body } = await call('planningProblem', office, halfTerm);
  expect(status).toBe(200);
  expect(meetingProblemSchema.parse(body.problem)).toEqual(body.problem);
  expect(body.problem.networks).toMatchObject([
    { key: 'principals', spans: [{ times: 2 }], where: 'at a host academy in turn' },
  ]);
  expect(body.problem.networks[0].members.map((one: { who: { name: string } }) => one.who.name)).toEqual([
    'Ada Alder',
    'Ben Beech',
    'Cleo Cedar',
  ]);
  expect(body.problem.closed).toEqual([
    { scope: 'Northshire', from: '2027-01-18', until: '2027-01-19', label: 'INSET' },
    { scope: 'Northshire', from: '2027-01-04', until: '2027-01-05', label: 'School holidays' },
    { scope: 'Northshire', from: '2027-02-11', until: '2027-02-12', label: 'School holidays' },
  ]);
  expect(body.problem.busy).toEqual([]);
  expect(unpackBusy(body.busy, body.problem.from)).toEqual([
    { email: 'ada.alder@trust.example', from: '2027-01-11T15:00', until: '2027-01-11T16:00' },
  ]);
  expect(body.problem.daysBetween).toBe(11);
});

test('whose academy has left the trust stands for none, and the problem contradicts itself nowhere', async () => {
  const rig = opened();
  rig.ports.put(academy, 'academy-900003', {
    urn: '900003',
    name: 'Elmbank Primary',
    localAuthority: 'Northshire',
    leftOn: '2026-12-31',
  });
  const { body } = await rig.call('planningProblem', office, halfTerm);
  const problem = meetingProblemSchema.parse(body.problem);
  expect(problem.academies.map(({ urn }) => urn)).toEqual(['900001', '900002']);
  expect(new Set(problem.networks[0]?.members.map(({ academy: at }) => at))).toEqual(new Set(['900001', '900002']));
  expect(contradictionsIn(problem)).toEqual([]);
});

test.each([
  ['a year that is none', { ...halfTerm, year: '2026' }, 'year'],
  ['a day that is none', { ...halfTerm, from: '2027-02-30' }, 'from'],
  ['an end before its beginning', { ...halfTerm, until: '2026-12-01' }, 'until'],
  ['two years at once', { ...halfTerm, until: '2028-12-01' }, 'until'],
  ['an unknown network', { ...halfTerm, networks: 'principals,nobody' }, 'networks'],
])('%s is refused by field', async (_name, input, path) => {
  const { call } = opened();
  expect(await call('planningProblem', office, input)).toMatchObject({ status: 400, body: { fields: [{ path }] } });
});

test('planning, saving and publishing are for the trust office', async () => {
  const rig = opened();
  const plan = await planned(rig);
  for (const who of [lead, hr, outsider]) {
    expect((await rig.call('planningProblem', who, halfTerm)).status).toBe(403);
    expect((await rig.call('savePlan', who, { year, plan })).status).toBe(403);
    expect((await rig.call('publishMeetings', who, { keys: ['meeting-1'] })).status).toBe(403);
  }
});

test('a plan is kept as drafts, saving it again changes nothing, and nothing is sent', async () => {
  const rig = opened();
  const plan = await planned(rig);
  expect(meetingPlanSchema.parse(plan).meetings).toHaveLength(2);
  const saved = await rig.call('savePlan', office, { year, plan });
  expect(saved.body.keys).toEqual(['meeting-2026-27-principals-1', 'meeting-2026-27-principals-2']);
  const before = rig.ports.all(meeting).map(({ version }) => version);
  expect((await rig.call('savePlan', office, { year, plan })).body).toEqual(saved.body);
  expect(rig.ports.all(meeting).map(({ version }) => version)).toEqual(before);
  expect(rig.ports.all(meeting).map(({ record }) => record.outlook)).toEqual(['draft', 'draft']);
  expect(rig.hints).toEqual([]);
});

test('a plan with a meeting that ends before it starts is refused whole', async () => {
  const rig = opened();
  const plan = await planned(rig);
  const [first, ...others] = plan.meetings;
  const broken = { ...plan, meetings: [...others, { ...first, from: '16:00', until: '15:00' }] };
  expect(await rig.call('savePlan', office, { year, plan: broken })).toMatchObject({
    status: 400,
    body: { fields: [{ path: expect.stringMatching(/until$/) }] },
  });
  expect(rig.ports.all(meeting)).toEqual([]);
});

test('another plan replaces the drafts and leaves what was published alone', async () => {
  const rig = opened();
  const plan = await planned(rig);
  await rig.call('savePlan', office, { year, plan });
  await rig.call('publishMeetings', office, { keys: ['meeting-2026-27-principals-1'] });
  const fewer = { ...plan, meetings: plan.meetings.slice(1).map((one) => ({ ...one, date: '2027-02-04' })) };
  const saved = await rig.call('savePlan', office, { year, plan: fewer });
  expect(saved.body.keys).toEqual(['meeting-2026-27-principals-2']);
  expect(rig.ports.all(meeting).map(({ key, record }) => [key, record.number, record.outlook])).toEqual([
    ['meeting-2026-27-principals-1', 1, 'waiting'],
    ['meeting-2026-27-principals-2', 2, 'draft'],
  ]);
  const next = await rig.call('planningProblem', office, halfTerm);
  expect(next.body.problem.standing).toMatchObject([{ network: 'principals', number: 1 }]);
});

test('publishing asks for events once, however often it is pressed', async () => {
  const rig = opened();
  const { keys } = (await rig.call('savePlan', office, { year, plan: await planned(rig) })).body;
  expect((await rig.call('publishMeetings', office, { keys })).body).toEqual({ waiting: 2 });
  const before = rig.ports.all(meeting).map(({ version }) => version);
  expect((await rig.call('publishMeetings', office, { keys: [...keys, ...keys] })).body).toEqual({ waiting: 2 });
  expect(rig.ports.all(meeting).map(({ version }) => version)).toEqual(before);
  expect(rig.hints).toEqual(['meetings@trust.example', 'meetings@trust.example']);
  expect((await rig.call('publishMeetings', office, { keys: [...keys, 'gone'] })).status).toBe(404);
});

test('a meeting moves and is cancelled at its version, by the office or by whoever leads it', async () => {
  const rig = opened();
  const { keys } = (await rig.call('savePlan', office, { year, plan: await planned(rig) })).body;
  await rig.call('publishMeetings', office, { keys });
  const [stored] = rig.ports.all(meeting);
  const at = { key: stored?.key ?? '', version: stored?.version };
  const time = { date: '2027-02-02', from: '16:00', until: '17:00' };
  expect((await rig.call('moveMeeting', outsider, { ...at, ...time })).status).toBe(403);
  expect((await rig.call('moveMeeting', office, { ...at, ...time, until: '15:00' })).body.fields).toMatchObject([
    { path: 'until' },
  ]);
  for (const [date, sentence] of [
    ['2027-03-28', '01:30 does not exist on 28 March 2027'],
    ['2026-10-25', '01:30 comes twice on 25 October 2026'],
  ]) {
    const clocks = await rig.call('moveMeeting', office, { ...at, date, from: '01:30', until: '03:00' });
    expect(clocks).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'from', sentence: expect.stringContaining(sentence ?? '') }] },
    });
  }
  const moved = await rig.call('moveMeeting', lead, { ...at, ...time });
  expect(moved.body.record).toMatchObject({ ...time, outlook: 'waiting', wanted: 'event' });
  expect((await rig.call('cancelMeeting', office, at)).status).toBe(412);
  const cancelled = await rig.call('cancelMeeting', office, { key: at.key, version: moved.body.version });
  expect(cancelled.body.record).toMatchObject({ wanted: 'nothing', outlook: 'waiting' });
  await rig.call('publishMeetings', office, { keys: [at.key] });
  expect(rig.ports.all(meeting)[0]?.record).toMatchObject({ wanted: 'event', generation: 1, outlook: 'waiting' });
});

test('a draft that is cancelled was never in Outlook, and a cancelled meeting does not move', async () => {
  const rig = opened();
  await rig.call('savePlan', office, { year, plan: await planned(rig) });
  const [stored] = rig.ports.all(meeting);
  const cancelled = await rig.call('cancelMeeting', office, { key: stored?.key, version: stored?.version });
  expect(cancelled.body.record).toMatchObject({ wanted: 'nothing', outlook: 'cancelled' });
  const move = { key: stored?.key, version: cancelled.body.version, date: '2027-02-02', from: '16:00', until: '17:00' };
  expect((await rig.call('moveMeeting', office, move)).status).toBe(409);
  expect(rig.hints).toEqual([]);
});

test('who is invited and where stands on the meeting', async () => {
  const rig = opened();
  await rig.call('savePlan', office, { year, plan: await planned(rig) });
  const [first] = rig.ports.all(meeting);
  expect(first?.record.members.map(({ who }) => who.name)).toEqual([lead, head, reviewer].map(({ name }) => name));
  expect(first?.record.place).toMatch(/ Primary$/);
});

test('a draft says what its network says: kind, purpose, what to bring, Teams and confidence', async () => {
  const rig = opened();
  const said = { kind: 'moderation', purpose: 'Moderate writing', bring: 'Six books', confidential: true } as const;
  rig.ports.put(network, 'principals', { ...principals, ...said, where: 'in Teams' });
  await rig.call('savePlan', office, { year, plan: await planned(rig) });
  expect(rig.ports.all(meeting)[0]?.record).toMatchObject({ ...said, teams: true, place: 'Microsoft Teams' });
});

test('a confidential meeting is read by those invited, their principals, its lead and the trust office, and is not there for others', async () => {
  const rig = opened();
  const said = { purpose: 'Who goes where next year', confidential: true } as const;
  rig.ports.put(network, 'principals', { ...principals, ...said });
  await rig.call('savePlan', office, { year, plan: await planned(rig) });
  const [stored] = rig.ports.all(meeting);
  if (stored === undefined) throw new Error('No meeting was planned.');
  const ofOne = stored.record.members.filter(({ who }) => who.id === head.id);
  rig.ports.put(meeting, stored.key, { ...stored.record, members: ofOne, representatives: [] });
  const seen = async (who: PersonReference) => ({
    read: (await rig.call('getRecord', who, { kind: 'meeting', key: stored.key })).status,
    listed: (await rig.call('listRecords', who, { kind: 'meeting' })).body.records.some(
      ({ key }: { key: string }) => key === stored.key,
    ),
    register: (await rig.call('meetingRegister', who, { key: stored.key })).status,
    link: (await rig.call('open', who, { key: stored.key, kind: 'meeting' })).status,
    network: (await rig.call('getRecord', who, { kind: 'network', key: 'principals' })).status,
  });
  const all = { read: 200, listed: true, register: 200, link: 200 };
  expect(await seen(office)).toEqual({ ...all, network: 200 });
  expect(await seen(head)).toMatchObject(all);
  const nothing = { read: 404, listed: false, register: 404, link: 404, network: 404 };
  expect(await seen(outsider)).toEqual(nothing);
  expect(await seen(reviewer)).toEqual(nothing);
});

test('whose calendar cannot be read is said to the trust office alone', async () => {
  const rig = opened();
  expect((await rig.call('mailboxes', office, {})).body).toEqual({ withoutMailbox: [] });
  expect((await rig.call('mailboxes', lead, {})).status).toBe(403);
});
