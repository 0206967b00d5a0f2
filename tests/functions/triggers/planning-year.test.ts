import { meeting } from '../../../shared/records/meeting';
import { person } from '../../../shared/records/person';
import { review } from '../../../shared/records/review';
import { triad } from '../../../shared/records/triad';
import { trust } from '../../../shared/records/trust';
import { head, host, lead, office, outsider, reviewer, staff } from '../service';
import { halfTerms, opened, published, wholeYear, year } from './a-year';

test('a year asks for a meeting in every half-term, with deputies after members and the lead first', async () => {
  const { body } = await opened().call('planningProblem', office, wholeYear);
  const [one] = body.problem.networks;
  expect(one.spans.map(({ name, times }: { name: string; times: number }) => [name, times])).toEqual(
    halfTerms.map(({ name }) => [name, 1]),
  );
  expect(one.members.map(({ who, part }: { who: { name: string }; part: string }) => [who.name, part])).toEqual([
    [lead.name, 'member'],
    [head.name, 'member'],
    [reviewer.name, 'member'],
    [outsider.name, 'deputy'],
  ]);
  expect(one.leadEmail).toBe('ada.alder@trust.example');
  expect(body.problem.stay).toBeUndefined();
});

test('the settings of the trust, school hours and timetables are part of the problem', async () => {
  const rig = opened();
  const [kept] = rig.ports.all(trust);
  rig.ports.put(trust, 'trust', {
    ...(kept?.record ?? { name: 'Trust', organiserMailbox: 'meetings@trust.example' }),
    releasesInWeek: 2,
    weeksBetweenMeetings: 3,
  });
  const [first] = rig.ports.all(person).filter(({ record }) => record.who.id === lead.id);
  rig.ports.put(person, first?.key ?? '', {
    ...staff(lead, host),
    teaching: [{ day: 'Monday', from: '09:00', until: '12:00' }],
  });
  const { body } = await rig.call('planningProblem', office, wholeYear);
  expect(body.problem).toMatchObject({
    releasesInWeek: 2,
    daysBetween: 21,
    weekly: [{ email: 'ada.alder@trust.example', day: 'Monday', from: '09:00', until: '12:00' }],
  });
});

test('what is published stands; replanning from March may move it, with what it takes of calendars left out', async () => {
  const rig = opened();
  rig.ports.put(meeting, 'meeting-4', published);
  rig.ports.put(meeting, 'meeting-1', { ...published, number: 1, date: '2026-09-15' });
  const fromMarch = { ...wholeYear, from: '2027-03-01' };
  const before = await rig.call('planningProblem', office, fromMarch);
  expect(before.body.problem.standing.map(({ date }: { date: string }) => date).sort()).toEqual([
    '2026-09-15',
    '2027-03-02',
  ]);
  const { body } = await rig.call('planningProblem', office, { ...fromMarch, replan: 'yes' });
  expect(body.problem.stay).toMatchObject({
    meetings: [{ network: 'principals', number: 4, date: '2027-03-02', published: true }],
  });
  expect(body.problem.standing.map(({ date }: { date: string }) => date)).toEqual(['2026-09-15']);
});

test('a locked meeting stands also when the rest is planned again', async () => {
  const rig = opened();
  rig.ports.put(meeting, 'meeting-4', { ...published, locked: true });
  const { body } = await rig.call('planningProblem', office, { ...wholeYear, replan: 'yes' });
  expect(body.problem.standing).toHaveLength(1);
  expect(body.problem.stay).toMatchObject({ meetings: [] });
});

test('dated visits of reviews stand, and academies of a triad without a review want a day', async () => {
  const rig = opened();
  rig.ports.put(review, 'review-1', {
    year,
    host,
    hostHead: head,
    lead,
    reviewers: [reviewer],
    stage: 'planned',
    visitOn: '2027-02-02',
    visitFrom: '09:00',
    visitUntil: '15:00',
    sharing: 'none',
    triad: 'triad-1',
    wanted: 'event',
    generation: 0,
    outlook: 'sent',
  });
  const urns = [...new Set(rig.ports.all(person).flatMap(({ record }) => record.academy ?? []))].slice(0, 3);
  rig.ports.put(triad, 'triad-1', {
    year,
    round: 1,
    name: 'Oak',
    academies: [host, ...urns.filter((urn) => urn !== host)],
  });
  const { body } = await rig.call('planningProblem', office, wholeYear);
  expect(body.problem.visits).toMatchObject([
    { key: 'review-1', host, on: '2027-02-02', people: expect.arrayContaining(['ada.alder@trust.example']) },
    // Fifteen school days to prepare; all of the triad open.
    {
      key: expect.stringMatching(/^triad-1\./),
      earliest: '2026-09-22',
      latest: '2027-07-21',
      open: [host, ...urns.slice(2)],
    },
    ...urns.slice(2).map(() => ({ key: expect.stringMatching(/^triad-1\./) })),
  ]);
});

test('a published meeting that the plan moved gets its new date when that is kept, and its event follows', async () => {
  const rig = opened();
  rig.ports.put(meeting, 'meeting-4', published);
  const moved = {
    network: 'principals',
    number: 4,
    date: '2027-03-09',
    from: '16:00',
    until: '17:00',
    host,
    present: [host],
    absent: [],
    representatives: [{ academy: host, email: 'per.pine@trust.example', part: 'deputy' }],
    moved: { date: '2027-03-02', from: '15:45', until: '16:45' },
  };
  const plan = { meetings: [moved], represented: 1, places: 1, bound: 1, explanation: [] };
  const question = { year, from: '2027-03-01', until: '2027-07-21', networks: ['principals'], plan };
  const { status, body: preview } = await rig.call('previewPlan', office, { ...question, replan: true });
  expect([status, preview]).toEqual([
    200,
    {
      moves: [
        {
          key: 'meeting-4',
          name: 'Principals',
          number: 4,
          was: { date: '2027-03-02', from: '15:45', until: '16:45', place: 'Host Primary' },
          now: { date: '2027-03-09', from: '16:00', until: '17:00', place: 'Host Primary' },
          told: 1,
          invited: 1,
        },
      ],
    },
  ]);
  expect(rig.ports.all(meeting)[0]?.record.date).toBe('2027-03-02');
  const kept = await rig.call('savePlan', office, { ...question, replan: true });
  expect(kept.body).toEqual({ keys: [], moved: 1 });
  const [record] = rig.ports.all(meeting);
  expect(record?.record).toMatchObject({
    date: '2027-03-09',
    from: '16:00',
    outlook: 'waiting',
    wanted: 'event',
    number: 4,
  });
  expect(record?.record.members.map(({ part }) => part)).toContain('deputy');
  expect(rig.hints).toEqual(['meetings@trust.example']);
  expect((await rig.call('savePlan', office, { ...question, replan: true })).body).toMatchObject({ moved: 0 });
});

test('a new date that is a later addition to the agreed calendar is not kept without an agreement', async () => {
  const rig = opened();
  rig.ports.put(trust, 'trust', {
    name: 'T',
    organiserMailbox: 'meetings@trust.example',
    calendarAgreedOn: '2026-07-10',
  });
  const teacher = { academy: '900003', who: outsider, email: 'per.pine@trust.example', part: 'member' as const };
  const answered = { answers: [{ email: teacher.email, answer: 'accepted' as const }] };
  const { date, from, until } = published;
  rig.ports.put(meeting, 'meeting-4', { ...published, ...answered, members: [teacher] }, '2026-07-01T09:00:00Z');
  const moved = {
    network: 'principals',
    number: 4,
    date: '2027-03-09',
    from: '16:00',
    until: '17:00',
    present: [],
    absent: [],
    moved: { date, from, until },
  };
  const plan = { meetings: [moved], represented: 0, places: 1, bound: 1, explanation: [] };
  const input = { year, from: '2027-03-01', until: '2027-07-21', networks: ['principals'], plan, replan: true };
  expect(await rig.call('savePlan', office, input)).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'agreement' }] },
  });
  expect(rig.ports.all(meeting)[0]?.record.date).toBe(date);
  expect((await rig.call('previewPlan', office, input)).body).toMatchObject({
    agreedOn: '2026-07-10',
    moves: [{ later: 'moved' }],
  });
  const agreement = 'Asked the teachers on 1 February';
  expect((await rig.call('savePlan', office, { ...input, agreement })).body.moved).toBe(1);
  const [kept] = rig.ports.all(meeting);
  expect(kept?.record).toMatchObject({ date: '2027-03-09', agreement });
  expect(kept?.record.answers).toBeUndefined();
});

test('a lock on a published meeting is kept on its record, whether it moved or stays, and mails nobody by itself', async () => {
  const rig = opened();
  rig.ports.put(meeting, 'meeting-4', published);
  const { network: of, number, date, from, until } = published;
  const here = { network: of, number, date, from, until, host, present: [host], absent: [] };
  const keep = (one: object, on: string) =>
    rig.call('savePlan', office, {
      year,
      from: '2027-03-01',
      until: '2027-07-21',
      networks: ['principals'],
      plan: { meetings: [one], represented: 1, places: 1, bound: 1, explanation: [] },
      locked: [{ network: of, date: on }],
      replan: true,
    });
  expect((await keep(here, date)).body).toEqual({ keys: [], moved: 0 });
  expect(rig.ports.all(meeting)[0]?.record).toMatchObject({ date, locked: true, outlook: 'sent' });
  expect(rig.hints).toEqual([]);
  rig.ports.put(meeting, 'meeting-4', published);
  const moved = { ...here, date: '2027-03-09', moved: { date, from, until } };
  expect((await keep(moved, '2027-03-09')).body).toEqual({ keys: [], moved: 1 });
  expect(rig.ports.all(meeting)[0]?.record).toMatchObject({ date: '2027-03-09', locked: true });
});

test('a lock is kept with the draft, and keeping the same plan again changes nothing', async () => {
  const rig = opened();
  const one = {
    network: 'principals',
    number: 1,
    date: '2027-01-12',
    from: '15:45',
    until: '16:45',
    present: [host],
    absent: [],
  };
  const plan = {
    meetings: [{ ...one, representatives: [{ academy: host, email: 'ben.beech@trust.example', part: 'member' }] }],
    represented: 1,
    places: 1,
    bound: 1,
    explanation: [],
  };
  const locked = [{ network: 'principals', date: '2027-01-12' }];
  const keep = () => rig.call('savePlan', office, { ...wholeYear, networks: ['principals'], plan, locked });
  expect((await keep()).body.keys).toEqual(['meeting-2026-27-principals-1']);
  const [draft] = rig.ports.all(meeting);
  expect(draft?.record).toMatchObject({
    locked: true,
    representatives: [{ academy: host, who: head, part: 'member' }],
  });
  expect((await keep()).body.keys).toEqual(['meeting-2026-27-principals-1']);
  expect(rig.ports.all(meeting).map(({ version }) => version)).toEqual([draft?.version]);
});

test.each([
  ['2020-12-01', '1 December 2020 is over. Choose a day to come.'],
  ['2027-02-23', '23 February 2027 lies before what is planned, which begins on 1 March 2027.'],
  ['2027-07-22', '22 July 2027 lies after what is planned, which ends on 21 July 2027.'],
])('a plan that moves a published meeting to %s is refused whole, with its field', async (date, sentence) => {
  const rig = opened();
  rig.ports.put(meeting, 'meeting-4', published);
  const moved = {
    network: 'principals',
    number: 4,
    date,
    from: '16:00',
    until: '17:00',
    host,
    present: [host],
    absent: [],
    moved: { date: '2027-03-02', from: '15:45', until: '16:45' },
  };
  const plan = { meetings: [moved], represented: 1, places: 1, bound: 1, explanation: [] };
  const question = { year, from: '2027-03-01', until: '2027-07-21', networks: ['principals'], replan: true, plan };
  for (const request of ['previewPlan', 'savePlan'] as const)
    expect(await rig.call(request, office, question)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'plan.meetings.0.date', sentence }] },
    });
  expect(rig.ports.all(meeting)[0]?.record.date).toBe('2027-03-02');
});
