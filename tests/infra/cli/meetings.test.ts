import { writeFileSync } from 'node:fs';
import { email, meets, member, network, problemWith } from '../../shared/meetings/make-problem';
import { type Desk, openDesk } from './command-line';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

function put(name: string, content: unknown): void {
  writeFileSync(desk.file(name), JSON.stringify(content));
}

test('a problem becomes a plan with windows, and the same seed gives the same plan', async () => {
  put('p.json', problemWith({ networks: [network('a', { spans: meets(2), where: 'at a host academy in turn' })] }));
  const told = await desk.run('meetings', '--problem', 'p.json', '--seed', '7', '--json');
  expect(told.code).toBe(0);
  expect(told.json).toMatchObject({ version: 1, represented: 6, places: 6, bound: 6 });
  expect(told.json['meetings']).toMatchObject([
    { network: 'a', number: 1, window: { from: '15:30', until: '16:30' }, absent: [] },
    { network: 'a', number: 2 },
  ]);
  expect((await desk.run('meetings', '--problem', 'p.json', '--seed', '7', '--json')).out).toBe(told.out);
});

test('people read days in British order and the explanation', async () => {
  put('p.json', problemWith());
  const told = await desk.run('meetings', '--problem', 'p.json');
  expect(told.out).toMatch(
    /^(Tuesday|Thursday) \d+ (November|December) 2026, 15:30 to 16:30: Network a \(3 of 3 academies\)\n/,
  );
  expect(told.out).toContain('Every academy is represented every time.');
});

test('a change in March is planned from March on, with as few changes as can be', async () => {
  const halfTerms = [meets(1, '2026-11-02', '2026-12-18'), meets(2, '2027-02-22', '2027-03-26')].flat();
  const year = problemWith({
    until: '2027-03-26',
    networks: [network('a', { spans: halfTerms, days: ['Tuesday'] })],
  });
  put('p.json', year);
  const { json } = await desk.run('meetings', '--problem', 'p.json', '--json');
  put('plan.json', json);
  const before = json['meetings'] as readonly { readonly date: string }[];
  const dates = before.map(({ date }) => date);
  const [, , last = ''] = dates;
  put('p.json', { ...year, closed: [{ scope: 'trust', from: last, until: last, label: 'Flood' }] });
  const replan = ['meetings', '--problem', 'p.json', '--earlier', 'plan.json', '--from', '2027-03-01'] as const;
  const again = (await desk.run(...replan, '--json')).json['meetings'] as readonly Record<string, unknown>[];
  expect(again.map(({ date }) => date).slice(0, 2)).toEqual(dates.slice(0, 2));
  expect(again).toHaveLength(3);
  expect(again[2]?.['date']).not.toBe(last);
  expect(again.map(({ moved }) => moved)).toMatchObject([
    undefined,
    undefined,
    { date: last, from: '15:30', because: 'All academies are closed then: Flood.' },
  ]);
  const told = (await desk.run(...replan)).out;
  expect(told).toMatch(/Network a \(3 of 3 academies\); moved from Tuesday /);
  expect(told).toContain('All academies are closed then: Flood.');
  put('plan.json', { meetings: before.map((one) => ({ ...one, window: undefined, locked: true })) });
  const locked = (await desk.run(...replan, '--json')).json['meetings'] as typeof before;
  expect(locked.map(({ date }) => date)).toEqual(dates);
});

test.each<[string, readonly string[], string]>([
  ['a day without a plan', ['--from', '2027-03-01'], '--from goes with --earlier PLAN'],
  ['a day that is none', ['--earlier', 'p.json', '--from', 'March'], '--from takes a date'],
  ['a plan that is none', ['--earlier', 'p.json'], '"p.json" is no plan of meetings.'],
])('planning again with %s is refused', async (_what, options, sentence) => {
  put('p.json', problemWith());
  const told = await desk.run('meetings', '--problem', 'p.json', ...options);
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.err).toContain(sentence);
});

const [twin] = problemWith().academies;
test.each<[string, object, string, string]>([
  [
    'a member of an academy that it does not know',
    { networks: [network('a', { members: [member(1, 1), { ...member(2, 2), academy: '999999' }] })] },
    'networks.0.members.1.academy',
    'Network a: the academy of a member, "999999", is not among the academies. Add it there or correct the URN.',
  ],
  [
    'its last day before its first',
    { from: '2026-12-18', until: '2026-11-02' },
    'until',
    'The last day is before the first. Turn them round.',
  ],
  [
    'two networks with one key',
    { networks: [network('a'), network('a')] },
    'networks.1.key',
    'Two networks have the key "a". Give each a key of its own.',
  ],
  [
    'one academy twice',
    { academies: [...problemWith().academies, twin] },
    'academies.3.urn',
    'Two academies have the URN "900001". Name each academy once.',
  ],
  [
    'closed days that end before they begin',
    { closed: [{ scope: 'trust', from: '2026-12-18', until: '2026-12-17', label: 'Concert' }] },
    'closed.0.until',
    'Concert ends before it begins. Turn them round.',
  ],
])('%s: the problem is refused, naming the place in the file', async (_what, more, path, sentence) => {
  put('p.json', problemWith(more));
  const told = await desk.run('meetings', '--problem', 'p.json');
  expect(told).toEqual({
    code: 2,
    out: '',
    err: `"p.json" is no meeting problem. "${path}": ${sentence}\n`,
    json: {},
  });
  const forPrograms = await desk.run('meetings', '--problem', 'p.json', '--json');
  expect(forPrograms).toMatchObject({
    code: 2,
    err: '',
    json: { problem: { code: 'invalid', fields: [{ path, sentence }] } },
  });
});

test('a network without an audience is planned with a concern, and nobody claims that every academy is there', async () => {
  put('p.json', problemWith({ networks: [network('a'), network('b', { members: [], spans: meets(2) })] }));
  const told = await desk.run('meetings', '--problem', 'p.json');
  expect(told.code).toBe(0);
  expect(told.out).toContain('Network b has no audience');
  expect(told.out).toContain('1 meeting: 3 of 3 places are represented. 2 more meetings found no date.\n');
  expect(told.out).not.toContain('Every academy is represented every time.');
});

test('people read for every absence what stands against it, and the next best slot with its price', async () => {
  const busy = [{ email: email(1), from: '2026-11-03T08:00', until: '2026-11-03T18:00' }];
  const networks = [
    network('a', {
      windows: [
        { from: '13:00', until: '14:00' },
        { from: '15:30', until: '16:30' },
      ],
    }),
  ];
  put('p.json', problemWith({ from: '2026-11-03', until: '2026-11-03', busy, networks }));
  const told = await desk.run('meetings', '--problem', 'p.json');
  expect(told.out).toContain('Academy 1 is not represented. Person 1 has another appointment, 08:00 to 18:00.');
  expect(told.out).toMatch(
    /the next best slot is Tuesday 3 November 2026, (13|15):\d0 to (14|16):\d0, all else as it is/,
  );
  const { json } = await desk.run('meetings', '--problem', 'p.json', '--json');
  expect(json['meetings']).toMatchObject([{ next: { date: '2026-11-03', gains: [], loses: [], price: 0 } }]);
});

test('more seconds are used where a plan is not at its bound, and no longer than given', async () => {
  put('p.json', problemWith({ from: '2026-11-03', until: '2026-11-03', networks: [network('a'), network('b')] }));
  const began = performance.now();
  expect((await desk.run('meetings', '--problem', 'p.json', '--seconds', '1', '--json')).json).toMatchObject({
    represented: 3,
  });
  const seconds = (performance.now() - began) / 1000;
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThan(3);
});

test.each<[string, unknown, readonly string[], string]>([
  ['a field that is missing', { ...problemWith(), networks: undefined }, [], '"networks": This is missing.'],
  ['a date that is none', problemWith({ from: '2026-02-30' }), [], '"from": There is no such day in the calendar.'],
  ['a seed that is none', problemWith(), ['--seed', 'x'], '--seed takes a whole number'],
])('%s is refused by name', async (_what, problem, options, sentence) => {
  put('p.json', problem);
  const told = await desk.run('meetings', '--problem', 'p.json', ...options);
  expect(told.code).toBe(2);
  expect(told.err).toContain(sentence);
});
