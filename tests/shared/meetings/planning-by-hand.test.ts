import { openPlanning, planMeetings } from '../../../shared/meetings/open-planning';
import { email, meets, member, network, person, problemWith, urn } from './make-problem';

test('a deputy comes where the member cannot, and only then', () => {
  const members = [member(1, 1), { ...member(1, 11), part: 'deputy' as const }, member(2, 2)];
  const day = { from: '2026-11-03', until: '2026-11-03', networks: [network('a', { members })] };
  expect(planMeetings(problemWith(day), { seed: 1 }).meetings[0]?.representatives).toContainEqual({
    academy: urn(1),
    email: email(1),
    part: 'member',
  });
  const busy = [{ email: email(1), from: '2026-11-03T08:00', until: '2026-11-03T18:00' }];
  const plan = planMeetings(problemWith({ ...day, busy }), { seed: 1 });
  expect(plan.meetings[0]?.representatives).toContainEqual({ academy: urn(1), email: email(11), part: 'deputy' });
  expect(plan.cost?.parts).toContainEqual({ goal: 'deputies instead of members', amount: 1, points: 20_000 });
});

test('what one cannot teach through is told as such', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const weekly = [{ email: email(1), day: 'Tuesday' as const, from: '15:00', until: '17:00' }];
  expect(planMeetings(problemWith({ ...day, weekly }), { seed: 1 }).meetings[0]?.absent).toEqual([
    { academy: urn(1), because: 'Person 1 cannot be released, 15:00 to 17:00.' },
  ]);
});

test('a visit is placed with the meetings, and its people are then nowhere else that week', () => {
  const visit = {
    key: 'visit-1',
    name: 'Review at Academy 3',
    host: urn(3),
    people: [email(1), email(2)],
    earliest: '2026-11-03',
    latest: '2026-11-05',
    from: '09:00',
    until: '12:00',
  };
  const plan = planMeetings(problemWith({ visits: [visit] }), { seed: 1 });
  expect(plan.visits).toMatchObject([{ key: 'visit-1', host: urn(3), from: '09:00' }]);
  expect(plan.represented).toBe(3);
  expect(plan.meetings[0]?.date && plan.meetings[0].date > '2026-11-08').toBe(true);
});

test('a plan that should stay is changed only where that is worth it', () => {
  const networks = [network('a', { spans: meets(2) }), network('b', { members: [member(1, 21), member(2, 22)] })];
  const first = planMeetings(problemWith({ networks }), { seed: 1 });
  const meetings = first.meetings.map(({ network: key, number, date, from, until }) => ({
    network: key,
    number,
    date,
    from,
    until,
  }));
  const again = planMeetings(problemWith({ networks, stay: { meetings } }), { seed: 5 });
  expect(again.meetings.map(({ network: key, date, from }) => [key, date, from])).toEqual(
    first.meetings.map(({ network: key, date, from }) => [key, date, from]),
  );
  const [moved] = first.meetings;
  const closed = [{ scope: 'trust', from: moved?.date ?? '', until: moved?.date ?? '', label: 'Snow' }];
  const changed = planMeetings(problemWith({ networks, closed, stay: { meetings } }), { seed: 5 });
  const stayed = changed.meetings.filter(({ date }) => first.meetings.some((one) => one.date === date));
  expect(stayed).toHaveLength(2);
});

test('meetings that stay keep their hosts, also where other turns were fairer; only who cannot be there hosts no more', () => {
  const networks = [network('a', { spans: meets(3), where: 'at a host academy in turn' })];
  const first = planMeetings(problemWith({ networks }), { seed: 1 });
  const meetings = first.meetings.map(({ network: key, number, date, from, until }) => ({
    network: key,
    number,
    date,
    from,
    until,
    host: urn(2),
  }));
  const hostsOf = (closed: Parameters<typeof problemWith>[0]) =>
    planMeetings(problemWith({ networks, stay: { meetings }, ...closed }), { seed: 5 }).meetings.map(
      ({ host }) => host,
    );
  expect(hostsOf({})).toEqual([urn(2), urn(2), urn(2)]);
  const on = meetings[0]?.date ?? '';
  const shut = { scope: urn(2), from: on, until: on, label: 'Boiler' };
  const [host, ...others] = hostsOf({ closed: [shut] });
  expect(others).toEqual([urn(2), urn(2)]);
  expect([urn(1), urn(3)]).toContain(host);
});

test('the next best dates of a meeting come with their price, and asking changes nothing', () => {
  const busy = [{ email: email(1), from: '2026-11-05T08:00', until: '2026-11-05T18:00' }];
  const problem = problemWith({ from: '2026-11-03', until: '2026-11-05', busy });
  const planning = openPlanning(problem, { seed: 1 });
  const before = planning.plan();
  const slots = planning.bestSlots('a', 1, 10);
  expect(slots.every(({ date, from }) => date !== before.meetings[0]?.date || from !== before.meetings[0].from)).toBe(
    true,
  );
  expect(slots.find(({ date }) => date === '2026-11-05')).toMatchObject({
    gains: [],
    loses: [urn(1)],
    changes: [{ goal: 'places not represented', amount: 1, points: 10_000_000 }],
  });
  expect(slots.map(({ price }) => price)).toEqual([...slots.map(({ price }) => price)].sort((a, b) => a - b));
  expect(planning.plan()).toEqual(before);
});

test('a plan names the next best slot of a meeting with somebody absent, whom it gains and loses, and its price', () => {
  const away = (number: number, day: string) => ({
    email: email(number),
    from: `${day}T08:00`,
    until: `${day}T18:00`,
  });
  const busy = [away(1, '2026-11-03'), away(2, '2026-11-05'), away(3, '2026-11-05')];
  const span = {
    from: '2026-11-03',
    until: '2026-11-05',
    networks: [network('a', { windows: [{ from: '15:30', until: '16:30' }] })],
  };
  const plan = planMeetings(problemWith({ ...span, busy }), { seed: 1 });
  expect(plan.meetings[0]).toMatchObject({ date: '2026-11-03', absent: [{ academy: urn(1) }] });
  expect(plan.meetings[0]?.next).toMatchObject({
    date: '2026-11-05',
    from: '15:30',
    gains: [urn(1)],
    loses: [urn(2), urn(3)],
    price: 10_000_000,
  });
  expect(plan.explanation).toContain(
    'Network a, Tuesday 3 November 2026: the next best slot is Thursday 5 November 2026, 15:30 to 16:30, all else as it is, gains Academy 1 and loses Academy 2, Academy 3 (places not represented: 1 more).',
  );
  const alone = planMeetings(problemWith({ ...span, until: '2026-11-03', busy }), { seed: 1 });
  expect(alone.meetings[0]?.next).toBeUndefined();
  expect(alone.explanation.join('\n')).toContain('no other date or time keeps to the rules');
});

test('planning goes on from a plan that is given', () => {
  const networks = [network('a', { spans: meets(2) })];
  const first = planMeetings(problemWith({ networks }), { seed: 1 });
  const opened = openPlanning(problemWith({ networks }), { seed: 9, plan: first });
  expect(opened.plan().meetings.map(({ date }) => date)).toEqual(first.meetings.map(({ date }) => date));
});

test('what would help is computed: a deputy, another day, another window', () => {
  const busy = [{ email: email(1), from: '2026-11-03T08:00', until: '2026-11-03T18:00' }];
  const problem = problemWith({
    from: '2026-11-02',
    until: '2026-11-04',
    busy,
    networks: [network('a', { lead: person(2) })],
  });
  const suggestions = openPlanning(problem, { seed: 1 }).suggestions();
  expect(suggestions.map(({ sentence }) => sentence)).toEqual([
    'Network a with Mondays as well would bring at least 1 place, its meetings dated anew and all others as they are.',
    'Network a with Wednesdays as well would bring at least 1 place, its meetings dated anew and all others as they are.',
    'One more deputy for Network a at Academy 1, free when the others are not, would bring 1 place at the dates of this plan.',
  ]);
  expect(suggestions).toMatchObject([
    { day: 'Monday', how: 'this network dated anew' },
    { day: 'Wednesday' },
    { academy: urn(1), how: 'dates as they are' },
  ]);
});

test('every window of the problem is tried that a network does not have', () => {
  const busy = [{ email: email(1), from: '2026-11-03T14:00', until: '2026-11-03T18:00' }];
  const day = { from: '2026-11-03', until: '2026-11-03', releasesInWeek: 2 };
  const other = network('b', {
    members: [member(1, 21)],
    windows: [
      { from: '09:00', until: '10:00' },
      { from: '11:00', until: '11:30' },
      { from: '15:30', until: '16:30' },
    ],
  });
  const problem = problemWith({ ...day, busy, networks: [network('a', { lead: person(2) }), other] });
  const windows = openPlanning(problem, { seed: 1 })
    .suggestions()
    .flatMap(({ network: key, window, places }) => (window === undefined ? [] : [{ key, window, places }]));
  expect(windows).toEqual([{ key: 'a', window: { from: '09:00', until: '10:00' }, places: 1 }]);
});
