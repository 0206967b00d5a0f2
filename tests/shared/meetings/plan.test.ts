import { goalCounted } from '../../../shared/meetings/goals';
import { planMeetings } from '../../../shared/meetings/open-planning';
import { goals, meetingPlanSchema } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { parseWith } from '../../../shared/parse';
import { email, meets, member, network, person, problemWith, urn } from './make-problem';

function planOf(more: Partial<MeetingProblem>, seed = 1) {
  const problem = problemWith(more);
  const plan = planMeetings(problem, { seed });
  expect(parseWith(meetingPlanSchema, plan, 'The plan')).toMatchObject({ ok: true });
  return plan;
}

function busyAllDay(number: number, from: string, until: string) {
  return { email: email(number), from: `${from}T00:00`, until: `${until}T00:00` };
}

test('with free diaries every academy is represented, within the days and windows of the network', () => {
  const plan = planOf({});
  expect(plan.meetings).toHaveLength(1);
  expect(plan.meetings[0]).toMatchObject({ network: 'a', number: 1, from: '15:30', until: '16:30', absent: [] });
  expect(plan).toMatchObject({ represented: 3, places: 3, bound: 3 });
  expect(plan.explanation[0]).toBe(
    '1 meeting: 3 of 3 places are represented. Every academy is represented every time.',
  );
});

test('a closed academy counts out, and the plan moves to a day on which it is open', () => {
  const onlyOneDay = { from: '2026-11-03', until: '2026-11-03' };
  const closed = [{ scope: 'upshire', from: '2026-11-02', until: '2026-11-06', label: 'INSET week' }];
  const plan = planOf({ ...onlyOneDay, closed });
  expect(plan.meetings[0]?.absent).toEqual([{ academy: urn(3), because: 'It is closed: INSET week.' }]);
  expect(plan.explanation).toContain(
    'Network a, Tuesday 3 November 2026: Academy 3 is not represented. It is closed: INSET week.',
  );
  expect(planOf({ closed }).represented).toBe(3);
});

test('an academy is closed by its URN, its local authority or the whole trust', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const by = (scope: string) =>
    planOf({ ...day, closed: [{ scope, ...day, label: 'Closed' }] }).meetings[0]?.absent.map(({ academy }) => academy);
  expect(by(urn(2))).toEqual([urn(2)]);
  expect(by('Downshire')).toEqual([urn(1), urn(2)]);
  expect(by('trust')).toBeUndefined();
});

test('somebody with another appointment is told by hours, and a colleague of the same academy stands in', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const busy = [{ email: email(1).toUpperCase(), from: '2026-11-03T15:00', until: '2026-11-03T18:00' }];
  const plan = planOf({ ...day, busy });
  expect(plan.meetings[0]?.absent).toEqual([
    { academy: urn(1), because: 'Person 1 has another appointment, 15:00 to 18:00.' },
  ]);
  const two = network('a', { members: [member(1, 1), member(1, 4), member(2, 2)] });
  expect(planOf({ ...day, busy, networks: [two] }).meetings[0]?.absent).toEqual([]);
});

test('the best hour of a window is found around appointments', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const busy = [{ email: email(2), from: '2026-11-03T15:00', until: '2026-11-03T15:50' }];
  expect(planOf({ ...day, busy }).meetings[0]).toMatchObject({ from: '16:00', until: '17:00', absent: [] });
});

test('appointments that only touch the meeting are no hindrance', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const busy = [
    { email: email(1), from: '2026-11-03T14:00', until: '2026-11-03T15:30' },
    { email: email(2), from: '2026-11-03T16:30', until: '2026-11-03T18:00' },
  ];
  expect(planOf({ ...day, busy }).meetings[0]).toMatchObject({ from: '15:30', absent: [] });
});

test('a mixed-age teacher in two networks is never asked to be in two places', () => {
  const days = { from: '2026-11-03', until: '2026-11-05', releasesInWeek: 2 };
  const networks = [network('a', { days: ['Tuesday'] }), network('b', { days: ['Tuesday'], minutes: 30 })];
  const plan = planOf({ ...days, networks });
  const [one, other] = plan.meetings;
  expect(plan.meetings.length).toBe(2);
  expect(one && other && (one.until <= other.from || other.until <= one.from)).toBe(true);
});

test('where two networks of the same people cannot both meet, one is left out and the plan says why', () => {
  const days = { from: '2026-11-03', until: '2026-11-03' };
  const plan = planOf({ ...days, networks: [network('a'), network('b')] });
  expect(plan.meetings).toHaveLength(1);
  expect(plan).toMatchObject({ represented: 3, places: 6, bound: 3 });
  expect(plan.explanation.join('\n')).toMatch(
    /Network [ab]: 1 meeting of 1 could not be placed\. Some of its people also belong to Network [ab], and nobody/,
  );
});

test('the lead of two networks is not asked to lead both at once', () => {
  const days = { from: '2026-11-03', until: '2026-11-03', releasesInWeek: 5 };
  const networks = ['a', 'b'].map((key, at) =>
    network(key, { members: [member(1, 10 + at)], windows: [{ from: '15:30', until: '16:30' }] }),
  );
  expect(planOf({ ...days, networks }).meetings).toHaveLength(1);
});

test('one network gives way where that represents more academies', () => {
  // b can only meet on Tuesday 3 November; a would rather meet then, and can meet in any other week.
  const busy = [
    busyAllDay(1, '2026-11-04', '2026-12-31'),
    busyAllDay(2, '2026-11-04', '2026-12-31'),
    busyAllDay(3, '2026-11-04', '2026-12-31'),
  ];
  const a = network('a', { members: [member(1, 1), member(2, 12), member(3, 13)] });
  const b = network('b', { members: [member(1, 1), member(2, 2), member(3, 3)] });
  const plan = planOf({ busy, networks: [a, b] });
  expect(plan.meetings.find((meeting) => meeting.network === 'b')).toMatchObject({ date: '2026-11-03', absent: [] });
  expect(plan.represented).toBe(5);
});

test('meetings of one network keep their days between them and are spread over the half-term', () => {
  const dates = planOf({ networks: [network('a', { spans: meets(3) })], daysBetween: 14 }).meetings.map(
    ({ date }) => date,
  );
  expect(dates).toHaveLength(3);
  expect(planOf({ networks: [network('a', { spans: meets(4) })], daysBetween: 21 }).meetings).toHaveLength(3);
});

test('standing meetings stay, count, take their time and their numbers', () => {
  const standing = [{ network: 'a', number: 4, date: '2026-11-05', from: '15:30', until: '16:30', host: urn(1) }];
  const networks = [network('a', { spans: meets(2), where: 'at a host academy in turn' as const }), network('b')];
  const plan = planOf({ standing, networks });
  const ofA = plan.meetings.filter((meeting) => meeting.network === 'a');
  expect(ofA).toHaveLength(1);
  expect(ofA[0]?.number).toBe(5);
  expect(ofA[0]?.host).not.toBe(urn(1));
  expect(Math.abs(Date.parse(ofA[0]?.date ?? '') - Date.parse('2026-11-05'))).toBeGreaterThanOrEqual(7 * 86_400_000);
  const weekOfStanding = plan.meetings.filter(({ date }) => date >= '2026-11-02' && date <= '2026-11-06');
  expect(weekOfStanding).toEqual([]);
});

test('nobody is asked to travel straight from a meeting in Teams that stands; from one in Teams to another takes no time', () => {
  const standing = [{ network: 'a', number: 1, date: '2026-11-05', from: '14:30', until: '15:30' }];
  const that = { from: '2026-11-05', until: '2026-11-05', standing, releasesInWeek: 5 };
  const next = (where: 'in Teams' | 'at a host academy in turn', from: string) => {
    const window = { from, until: '17:30' };
    const networks = [network('a'), network('b', { where, windows: [window] })];
    return planOf({ ...that, networks }).meetings.map((meeting) => [meeting.network, meeting.from]);
  };
  expect(next('in Teams', '15:30')).toEqual([['b', '15:30']]);
  expect(next('at a host academy in turn', '15:30')).toEqual([['b', '16:00']]);
});

test('planning again when everything stands makes nothing twice', () => {
  const first = planOf({ networks: [network('a', { spans: meets(2) })] });
  const standing = first.meetings.map(({ network: key, number, date, from, until }) => ({
    network: key,
    number,
    date,
    from,
    until,
  }));
  expect(planOf({ networks: [network('a', { spans: meets(2) })], standing }).meetings).toEqual([]);
});

test('academies host in fair turn, and only where they can be there', () => {
  const hosting = network('a', { spans: meets(3), where: 'at a host academy in turn' });
  const plan = planOf({ networks: [hosting] });
  expect(new Set(plan.meetings.map(({ host }) => host)).size).toBe(3);
  for (const { host, present } of plan.meetings) expect(present).toContain(host);
  expect(planOf({}).meetings[0]?.host).toBeUndefined();
});

test.each<[string, Partial<MeetingProblem>]>([
  ['Its windows are shorter than 120 minutes.', { networks: [network('a', { minutes: 120 })] }],
  ['None of its days lies between these dates.', { from: '2026-11-04', until: '2026-11-04' }],
  [
    'The whole trust is closed on all of its days.',
    { closed: [{ scope: 'Trust', from: '2026-11-01', until: '2026-12-31', label: 'x' }] },
  ],
  [
    'On none of its days could anybody',
    { busy: [1, 2, 3].map((number) => busyAllDay(number, '2026-11-01', '2026-12-31')) },
  ],
  ['no room for 3 meetings 30 days apart', { networks: [network('a', { spans: meets(3) })], daysBetween: 30 }],
  [
    'Its meetings that stand leave no room, 6 days apart.',
    {
      networks: [network('a', { spans: meets(2) })],
      from: '2026-11-03',
      until: '2026-11-12',
      daysBetween: 6,
      standing: [{ network: 'a', number: 1, date: '2026-11-07', from: '15:30', until: '16:30' }],
    },
  ],
])('a meeting that cannot be placed is left out and told: %s', (told, more) => {
  const plan = planOf(more);
  expect(plan.meetings.length).toBeLessThan(3);
  expect(plan.explanation.join('\n')).toContain(told);
});

test('academies from which nobody belongs to a network are named', () => {
  const plan = planOf({ networks: [network('a', { members: [member(1, 1)] })] });
  expect(plan.explanation).toContain('Network a: nobody belongs to it from Academy 2, Academy 3.');
});

test('a network of the central team alone meets without representing an academy', () => {
  const plan = planOf({ networks: [network('a', { members: [member(undefined, 1)], lead: person(1) })] });
  expect(plan.meetings).toHaveLength(1);
  expect(plan).toMatchObject({ represented: 0, places: 0, bound: 0 });
});

test('among equal days one is chosen on which the lead is free', () => {
  const lead = person(1);
  const members = [member(1, 1), member(1, 4), member(2, 2)];
  const busy = [busyAllDay(1, '2026-11-01', '2026-12-10')];
  const [meeting] = planOf({ networks: [network('a', { lead, members })], busy }).meetings;
  expect(meeting?.date && meeting.date >= '2026-12-10').toBe(true);
});

test('an empty problem gives an empty plan', () => {
  expect(planOf({ networks: [] })).toMatchObject({ meetings: [], represented: 0, places: 0, bound: 0 });
});

test('one of anything is told as one', () => {
  const told = planOf({
    academies: problemWith().academies.slice(0, 1),
    from: '2026-11-03',
    until: '2026-11-03',
    networks: [network('a', { members: [member(1, 1)], spans: meets(2), where: 'at a host academy in turn' })],
  }).explanation.join('\n');
  expect(told).toContain('1 meeting: 1 of 2 places is represented. 1 more meeting found no date.');
  expect(told).toContain('1 meeting without a date (1000000 points)');
  expect(told).toContain('each academy once,');
});

test('goals are counted in words that fit the number', () => {
  expect(goals.map((goal) => goalCounted(1, goal)).filter((told) => /^1 (unfair )?[a-z]+s\b/.test(told))).toEqual([]);
  expect(goalCounted(1, 'meetings without a date')).toBe('1 meeting without a date');
  expect(goalCounted(2, 'deputies instead of members')).toBe('2 deputies instead of members');
});
