import { checkProblem } from '../../../shared/meetings/check-problem';
import { contradictionsIn } from '../../../shared/meetings/contradictions';
import { type MeetingProblem, meetingProblemSchema } from '../../../shared/meetings/problem';
import { jsonSchema } from '../../../shared/openapi';
import { meets, member, network, problemWith } from './make-problem';

function sentences(more: Partial<MeetingProblem>): readonly string[] {
  return checkProblem(problemWith(more)).map(({ sentence }) => sentence);
}

test('a problem that can be planned raises no concern', () => {
  expect(sentences({})).toEqual([]);
});

test('a network without an audience is named, with what to do', () => {
  expect(sentences({ networks: [network('a', { members: [] })] })).toEqual([
    'Network a has no audience: nobody belongs to it. Say who does: a year group, a responsibility, a level, or people by name.',
  ]);
});

test('a term without room says how many meetings fit and what stands in the way', () => {
  const [told] = sentences({ networks: [network('a', { spans: meets(4) })], daysBetween: 21 });
  expect(told).toMatch(/^Network a, Autumn 2: 3 of 4 meetings fit\. .*21 days apart.*Choose more days/);
});

test('two networks that one person stands for, on the same only day, can never both be attended', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  expect(sentences({ ...day, networks: [network('a'), network('b')] })).toEqual([
    'Network a and Network b can never both be attended by Academy 1, Academy 2, Academy 3: one person stands for it in both, and their days and times leave no room for two meetings with 1 release a week. Name a deputy, or give one of the networks other days.',
  ]);
});

test('a deputy, or another week, takes that concern away', () => {
  const day = { from: '2026-11-03', until: '2026-11-03' };
  const members = [1, 2, 3].flatMap((academy) => [
    member(academy, academy),
    { ...member(academy, academy + 10), part: 'deputy' as const },
  ]);
  expect(sentences({ ...day, networks: [network('a'), network('b', { members })] })).toEqual([]);
  expect(sentences({ networks: [network('a'), network('b')] })).toEqual([]);
});

test('what contradicts itself is said first, and the other concerns with it', () => {
  const stranger = { ...member(1, 1), academy: '999999' };
  expect(sentences({ networks: [network('a', { members: [stranger] }), network('b', { members: [] })] })).toEqual([
    'Network a: the academy of a member, "999999", is not among the academies. Add it there or correct the URN.',
    expect.stringMatching(/^Network b has no audience/),
  ]);
});

test('spans, windows, busy times and visits that cannot be are found at their place', () => {
  const problem = problemWith({
    networks: [
      network('a', { spans: meets(1, '2026-12-18', '2026-11-02'), windows: [{ from: '17:00', until: '15:30' }] }),
    ],
    busy: [{ email: 'person.1@larkrise.example', from: '2026-11-03T10:00', until: '2026-11-03T09:00' }],
    visits: ['v', 'v'].map((key) => ({
      key,
      name: 'Visit',
      host: '999999',
      people: [],
      earliest: '2026-11-02',
      latest: '2026-12-18',
      from: '09:00',
      until: '15:00',
    })),
  });
  expect(contradictionsIn(problem).map(({ path }) => path)).toEqual([
    'networks.0.spans.0.until',
    'networks.0.windows.0.until',
    'visits.1.key',
    'visits.0.host',
    'visits.1.host',
    'busy.0.until',
  ]);
  expect(contradictionsIn(problemWith())).toEqual([]);
});

test('the reference says that bank holidays belong into the closed days, and the planner knows no other', () => {
  expect(jsonSchema(meetingProblemSchema, 'input')).toMatchObject({
    properties: { closed: { description: expect.stringContaining('No bank holiday is built in') } },
  });
  const mayDay = { from: '2027-05-03', until: '2027-05-03' };
  const networks = [network('a', { days: ['Monday'], spans: meets(1, mayDay.from, mayDay.until) })];
  expect(sentences({ ...mayDay, networks })).toEqual([]);
  const closed = [{ scope: 'trust', ...mayDay, label: 'Early May bank holiday' }];
  expect(sentences({ ...mayDay, networks, closed })).toEqual([
    expect.stringContaining('The whole trust is closed on all of its days.'),
  ]);
});
