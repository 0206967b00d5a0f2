import { aboveDirectedTime } from '../../../shared/meetings/above-directed-time';
import { planMeetings } from '../../../shared/meetings/open-planning';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { email, member, network, person, problemWith, urn } from './make-problem';

const directed = { dayUntil: '15:15', directedMinutes: 60 };
/** An hour that Person 1 gives to another network after school. */
const standing = [
  {
    network: 'b',
    number: 1,
    date: '2026-11-03',
    from: '15:15',
    until: '16:15',
    representatives: [{ academy: urn(1), email: email(1) }],
  },
];

function problemOf(members: MeetingProblem['networks'][number]['members'], limit: Partial<typeof directed> = directed) {
  const problem = problemWith({ networks: [network('a', { members })], standing });
  return { ...problem, academies: problem.academies.map((one) => ({ ...one, ...limit })) };
}

function whoComes(problem: MeetingProblem): readonly (string | undefined)[] {
  return planMeetings(problem, { seed: 1 }).meetings.flatMap(({ representatives = [] }) =>
    representatives.map((one) => one.email),
  );
}

test('what stands is counted: whoever has no directed time left is spared where somebody else can come', () => {
  const both = [member(1, 1), member(1, 4)];
  expect(whoComes(problemOf(both, {}))).toEqual([email(1)]);
  expect(whoComes(problemOf(both))).toEqual([email(4)]);
});

test('who is asked for more than the calendar leaves is named, with what stands', () => {
  const alone = problemOf([member(1, 1)]);
  const plan = planMeetings(alone, { seed: 1 });
  expect(aboveDirectedTime(alone, plan)).toEqual([
    { name: person(1).name, academy: 'Academy 1', askedMinutes: 120, allowedMinutes: 60 },
  ]);
  expect(plan.cost?.parts).toContainEqual({ goal: 'minutes above directed time', amount: 60, points: 6000 });
  expect(aboveDirectedTime(alone, { meetings: [] })).toEqual([]);
});

test('a limit of one’s own goes before the academy’s', () => {
  const leadership = problemOf([{ ...member(1, 1), directedMinutes: 76_000 }]);
  expect(aboveDirectedTime(leadership, planMeetings(leadership, { seed: 1 }))).toEqual([]);
  const partTime = problemOf([{ ...member(1, 1), directedMinutes: 30 }]);
  expect(aboveDirectedTime(partTime, planMeetings(partTime, { seed: 1 }))).toMatchObject([{ allowedMinutes: 30 }]);
});
