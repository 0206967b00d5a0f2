import fc from 'fast-check';
import { boundTogether } from '../../../functions/triads/bound-together';
import type { GroupingProblem, Groups } from '../../../functions/triads/grouping';
import { openSolver } from '../../../functions/triads/solver';
import { allGroupings, costOfGroups, groupingFrom } from './make-grouping';

const aMinute = () => 60;

/** Of all ways to plan so many rounds, what the cheapest costs: every grouping beside every other. */
function cheapest(problem: GroupingProblem, rounds: number, repeat: number): readonly Groups[] {
  const groupings = allGroupings(problem.n, problem.sizes);
  let best: { readonly plan: readonly Groups[]; readonly cost: number } | undefined;
  const extend = (plan: readonly Groups[], from: number): void => {
    if (plan.length === rounds) {
      const cost = costOfPlan(problem, plan, repeat);
      if (best === undefined || cost < best.cost) best = { plan, cost };
      return;
    }
    for (const [at, groups] of groupings.entries()) if (at >= from) extend([...plan, groups], at);
  };
  extend([], 0);
  return best?.plan ?? [];
}

function costOfPlan(problem: GroupingProblem, plan: readonly Groups[], repeat: number): number {
  const met = new Map<string, number>();
  let cost = plan.reduce((sum, groups) => sum + costOfGroups(problem, groups), 0);
  for (const group of plan.flat())
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const pair = [one, other].sort((a, b) => a - b).join(' ');
        cost += repeat * (met.get(pair) ?? 0);
        met.set(pair, (met.get(pair) ?? 0) + 1);
      }
  return cost;
}

const sixAcademies = fc.array(fc.record({ cost: fc.nat(60) }), { minLength: 15, maxLength: 15 });

test('no plan of two or three rounds costs less than the bound', async () => {
  const highs = await openSolver();
  fc.assert(
    fc.property(sixAcademies, fc.integer({ min: 2, max: 3 }), fc.nat(80), (pairs, rounds, repeat) => {
      const problem = groupingFrom(6, pairs, [3, 3]);
      const plan = cheapest(problem, rounds, repeat);
      expect(boundTogether(highs, problem, { plan, repeat }, aMinute)).toBeLessThanOrEqual(
        costOfPlan(problem, plan, repeat),
      );
    }),
    { numRuns: 60 },
  );
});

test('two who are near may meet once for nothing, and pay when they meet again', async () => {
  const near = groupingFrom(6, [{ cost: 0 }, { cost: 0 }, { cost: 0 }], [3, 3]);
  const costs = Int32Array.from(near.costs, (cost, cell) => (cell % 6 > 2 === cell / 6 >= 3 ? cost : 100));
  const problem = { ...near, costs };
  const twice = [
    [0, 1, 2],
    [3, 4, 5],
  ];
  const plan = [twice, twice];
  const highs = await openSolver();
  expect(costOfPlan(problem, plan, 30)).toBe(180);
  expect(boundTogether(highs, problem, { plan, repeat: 30 }, aMinute)).toBe(180);
  expect(boundTogether(highs, problem, { plan, repeat: 0 }, aMinute)).toBe(0);
});

test('without time there is no bound, and no mistake', async () => {
  const problem = groupingFrom(6, [], [3, 3]);
  const groups = [
    [0, 1, 2],
    [3, 4, 5],
  ];
  expect(boundTogether(await openSolver(), problem, { plan: [groups, groups], repeat: 5 }, () => 0)).toBe(0);
});
