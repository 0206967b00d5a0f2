import fc from 'fast-check';
import { proveGrouping } from '../../../functions/triads/prove-grouping';
import { openSolver } from '../../../functions/triads/solver';
import { groupSizes } from '../../../shared/triads/group-sizes';
import { allGroupings, costOfGroups, groupingFrom, isAllowed } from './make-grouping';

const aMinute = () => 60;

const problems = fc
  .record({ n: fc.integer({ min: 4, max: 9 }), pairsAllowed: fc.boolean() })
  .chain(({ n, pairsAllowed }) =>
    fc
      .array(fc.record({ cost: fc.integer({ min: 0, max: 40 }), forbidden: fc.integer({ min: 0, max: 9 }) }), {
        minLength: (n * (n - 1)) / 2,
        maxLength: (n * (n - 1)) / 2,
      })
      .map((pairs) =>
        groupingFrom(
          n,
          pairs.map(({ cost, forbidden }) => ({ cost, forbidden: forbidden === 0 })),
          groupSizes(n, pairsAllowed) ?? [],
        ),
      ),
  );

test('what is proved is what trying every grouping finds, from whichever plan it begins', async () => {
  const highs = await openSolver();
  fc.assert(
    fc.property(problems, fc.nat(), (problem, which) => {
      const allowed = allGroupings(problem.n, problem.sizes).filter((groups) => isAllowed(problem, groups));
      fc.pre(allowed.length > 0);
      const best = Math.min(...allowed.map((groups) => costOfGroups(problem, groups)));
      const proof = proveGrouping(highs, problem, allowed[which % allowed.length] ?? [], aMinute);
      expect(proof).toMatchObject({ bound: best, cost: best, proved: true });
      expect(isAllowed(problem, proof.groups)).toBe(true);
      expect(costOfGroups(problem, proof.groups)).toBe(best);
      expect([...proof.groups.flat()].sort((one, other) => one - other)).toEqual([...Array(problem.n).keys()]);
      expect(proof.groups.map(({ length }) => length).sort()).toEqual([...problem.sizes].sort());
    }),
    { numRuns: 150 },
  );
});

test('two clusters of four and five are proved at the root: cuts around them close the gap of the linear program', async () => {
  const highs = await openSolver();
  const pairs = Array.from({ length: 9 }, (_, one) =>
    Array.from({ length: one }, (__, other) => ({ cost: one < 4 === other < 4 ? 1 : 100 })),
  ).flat();
  const problem = groupingFrom(9, pairs, [3, 3, 3]);
  const plan = [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ];
  expect(proveGrouping(highs, problem, plan, aMinute)).toEqual({ groups: plan, cost: 207, bound: 207, proved: true });
});

test('without time there is still a true answer: the plan as it was given, and a bound that may say little', async () => {
  const highs = await openSolver();
  const pairs = Array.from({ length: 36 }, (_, at) => ({ cost: (at * 37) % 23 }));
  const problem = groupingFrom(9, pairs, [3, 3, 3]);
  const plan = [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
  ];
  const proof = proveGrouping(highs, problem, plan, () => 0);
  expect(proof).toEqual({ groups: plan, cost: costOfGroups(problem, plan), bound: 0, proved: false });
});
