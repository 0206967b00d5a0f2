import { proveRound } from '../../../functions/triads/prove-round';
import { openSolver } from '../../../functions/triads/solver';
import type { TriadProblem } from '../../../shared/triads/problem';
import { lineOfAcademies, urnAt } from './make-problem';

const aMinute = () => 60;

async function prove(problem: TriadProblem, groups: readonly (readonly number[])[]) {
  const planned = { round: 1, history: problem.history, groups: groups.map((group) => group.map(urnAt)) };
  return proveRound(await openSolver(), problem, planned, aMinute);
}

test('along a road neighbours are best, which is proved and found', async () => {
  const problem = lineOfAcademies(6);
  const found = await prove(problem, [
    [0, 2, 4],
    [1, 3, 5],
  ]);
  expect(found).toMatchObject({ ok: true, value: { bound: 8000, cost: 8000, proved: true } });
  expect(found.ok && found.value.groups).toEqual([[0, 1, 2].map(urnAt), [3, 4, 5].map(urnAt)]);
});

test('a locked triad stands, counts, and is planned around', async () => {
  const problem = { ...lineOfAcademies(6), locked: [{ round: 1, academies: [0, 2, 4].map(urnAt) }] };
  const found = await prove(problem, [
    [0, 2, 4],
    [1, 3, 5],
  ]);
  expect(found).toMatchObject({ ok: true, value: { bound: 16_000, cost: 16_000, proved: true } });
});

test('within hubs each hub is proved for itself', async () => {
  const line = lineOfAcademies(6);
  const academies = line.academies.map((academy, at) => ({ ...academy, hub: at % 2 === 0 ? 'even' : 'odd' }));
  const found = await prove({ ...line, academies, withinHubs: true }, [
    [4, 2, 0],
    [1, 3, 5],
  ]);
  expect(found).toMatchObject({ ok: true, value: { bound: 16_000, cost: 16_000, proved: true } });
});

test('pairs of earlier rounds cost what a repeat costs', async () => {
  const problem = {
    ...lineOfAcademies(6),
    history: [{ round: 1, triads: [[0, 1, 2].map(urnAt), [3, 4, 5].map(urnAt)] }],
  };
  const planned = { round: 2, history: problem.history, groups: [[0, 1, 2].map(urnAt), [3, 4, 5].map(urnAt)] };
  const found = proveRound(await openSolver(), problem, planned, aMinute);
  // Two repeated pairs are the least that any other grouping of six has.
  expect(found.ok && found.value.cost).toBeLessThan(600_000);
  expect(found.ok && found.value.proved).toBe(true);
});

test.each([
  ['somebody is left out', [[0, 1, 2]]],
  [
    'somebody stands twice',
    [
      [0, 1, 2],
      [2, 3, 4],
    ],
  ],
  [
    'two are together who stay apart',
    [
      [0, 1, 5],
      [2, 3, 4],
    ],
  ],
])('triads are refused where %s', async (_why, groups) => {
  const problem: TriadProblem = { ...lineOfAcademies(6), apart: [[urnAt(0), urnAt(5)]] };
  expect(await prove(problem, groups)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
});
