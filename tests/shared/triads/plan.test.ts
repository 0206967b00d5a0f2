import * as z from 'zod/mini';
import { countingBound } from '../../../shared/triads/counting-bound';
import { groupSizes } from '../../../shared/triads/group-sizes';
import { knownSchedule } from '../../../shared/triads/known-schedules';
import { pairsOf } from '../../../shared/triads/pairs';
import { planTriads, startTriads } from '../../../shared/triads/plan';
import { swapDelta } from '../../../shared/triads/plan-delta';
import { triadPlanSchema } from '../../../shared/triads/plan-schema';
import { triadProblemSchema, usualWeights } from '../../../shared/triads/problem';
import { freshnessCurve, withTradeOffs } from '../../../shared/triads/trade-offs';
import { academies, fifteenAcademies, planned, problemOf, realIsHere, urn, withoutDistance } from './make-triads';

const here = realIsHere ? '' : ' (skipped: gias-good-shepherd.csv is not here)';
const withReal = realIsHere ? test : test.skip;

withReal(`the first year of a real trust drives 122.1 km, the known optimum${here}`, () => {
  const { total, rounds } = planned(problemOf(0, { academies: fifteenAcademies() }), 4_000_000);
  expect(total.kilometres).toBeCloseTo(122.1, 1);
  expect(total.cost).toBe(total.kilometres);
  expect(rounds[0]?.bound).toBeLessThanOrEqual(total.cost);
});

withReal(`four rounds planned together drive less than greedy's 975.2 km, and nobody meets again${here}`, () => {
  const { total } = planned(problemOf(0, { academies: fifteenAcademies(), rounds: 4 }), 6_000_000);
  expect(total.repeatedPairs).toBe(0);
  expect(total.kilometres).toBeLessThan(970);
});

withReal(`seven rounds of fifteen let everybody meet everybody once${here}`, () => {
  const plan = planned(problemOf(0, { academies: fifteenAcademies(), rounds: 7 }));
  expect(plan.total.repeatedPairs).toBe(0);
  expect(plan.total.kilometres).toBeCloseTo(7 * 308.75, 1);
  expect(plan.total.cost).toBe(plan.total.bound);
});

test('the numbers of groups are those of the policy', () => {
  const sizes = [4, 5, 6, 7, 8, 16, 17].map((n) => [groupSizes(n, false), groupSizes(n, true)]);
  expect(sizes).toEqual([
    [[4], [2, 2]],
    [
      [3, 2],
      [3, 2],
    ],
    [
      [3, 3],
      [3, 3],
    ],
    [
      [4, 3],
      [3, 2, 2],
    ],
    [
      [4, 4],
      [3, 3, 2],
    ],
    [
      [4, 3, 3, 3, 3],
      [3, 3, 3, 3, 2, 2],
    ],
    [
      [4, 4, 3, 3, 3],
      [3, 3, 3, 3, 3, 2],
    ],
  ]);
  expect(groupSizes(1, true)).toBeUndefined();
  expect(groupSizes(2, false)).toBeUndefined();
});

/** From the table of the greatest numbers of rounds without a repeated pair, plans of up to ten rounds. */
test.each([
  [9, 4],
  [12, 4],
  [15, 7],
  [18, 8],
  [21, 10],
  [24, 10],
  [99, 10],
])('%i academies have %i rounds in which nobody meets anybody again', (n, rounds) => {
  const plan = planned(problemOf(n, { rounds, weights: withoutDistance }));
  expect(plan.total.repeatedPairs).toBe(0);
  expect(plan.explanation.from).toBe('construction');
  expect(plan.explanation.counting.roundsWithoutRepeat).toBeGreaterThanOrEqual(rounds);
});

test.each([7, 10, 13, 16, 17, 19, 20, 22])(
  '%i academies in triads and fours come within one round of counting',
  (n) => {
    const problem = problemOf(n, { weights: withoutDistance });
    const rounds = Math.max(1, Math.min(10, countingBound(problem)) - 1);
    expect(planned({ ...problem, rounds }, 30_000_000).total.repeatedPairs).toBe(0);
  },
);

test.each([
  [4, 3],
  [7, 3],
  [8, 4],
  [10, 5],
  [11, 5],
  [13, 7],
  [14, 7],
  [16, 8],
  [17, 8],
  [19, 9],
  [20, 10],
])('with pairs allowed %i academies have %i rounds without a repeat', (n, rounds) => {
  const plan = planned(problemOf(n, { rounds, pairsAllowed: true, weights: withoutDistance }));
  expect(plan.total.repeatedPairs).toBe(0);
});

test('every known schedule groups everybody once a round and no pair twice', () => {
  const lengths = Array.from({ length: 96 }, (_, at) => at + 4).map((n) => {
    const schedule = knownSchedule(n, true) ?? [];
    for (const groups of schedule) {
      expect([...groups.flat()].sort((one, other) => one - other)).toEqual(Array.from({ length: n }, (_, at) => at));
      expect(Math.min(...groups.map((group) => group.length))).toBeGreaterThan(1);
    }
    const pairs = schedule.flatMap((groups) => groups.flatMap(pairsOf)).map((pair) => [...pair].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    return schedule.length;
  });
  expect(lengths.slice(11 - 4 + 1, 16)).toEqual([4, 7, 7, 7, 8, 8, 8, 9]);
  expect(lengths.slice(18).every((length) => length >= 10)).toBe(true);
});

test('a plan and a problem are what their schemas say', () => {
  const problem = problemOf(10, { rounds: 2 });
  expect(z.parse(triadProblemSchema, problem)).toEqual(problem);
  const plan = planned(problem);
  expect(z.parse(triadPlanSchema, plan)).toEqual(plan);
});

test('rounds count on from the history, and partners of the last round are not met again', () => {
  const first = planned(problemOf(12));
  const history = first.rounds.map(({ round, triads }) => ({
    round,
    triads: triads.map(({ academies }) => academies),
  }));
  const { rounds } = planned(problemOf(12, { history, weights: { ...usualWeights, repeats: 1000 } }));
  expect(rounds.map(({ round, repeatedPairs }) => ({ round, repeatedPairs }))).toEqual([
    { round: 2, repeatedPairs: 0 },
  ]);
});

test('academies that have left may stand in the history', () => {
  const history = [{ round: 3, triads: [['111111', '222222', urn(1)]] }];
  expect(planned(problemOf(6, { history })).rounds[0]?.round).toBe(4);
});

test('needs are set beside strengths, new beside experienced, and phases mixed, where they have weight', () => {
  const six = academies(6).map((academy, at) => ({
    ...academy,
    isNew: at < 2,
    phase: at % 2 === 0 ? 'Primary' : 'Secondary',
    ...(at === 0 ? { needs: ['Reading'] } : {}),
    ...(at === 5 ? { strengths: ['reading'] } : {}),
  }));
  const weights = {
    distance: 0,
    repeats: 0,
    strengths: 50,
    phases: { wish: 'mixed', weight: 10 },
    newcomers: 20,
  } as const;
  const { rounds, explanation } = planned(problemOf(6, { academies: six, weights }));
  const triads = rounds[0]?.triads.map((triad) => triad.academies) ?? [];
  expect(triads.find((triad) => triad.includes(urn(0)))).toContain(urn(5));
  expect(triads.find((triad) => triad.includes(urn(0)))).not.toContain(urn(1));
  expect(explanation.rules.map(({ rule, cost }) => [rule, cost])).toEqual([
    ['strengths', 50],
    ['phases', 20],
    ['newcomers', 0],
  ]);
});

describe('wishes that cannot be kept', () => {
  const sentenceFor = (problem: Parameters<typeof planTriads>[0]) => {
    const plan = planTriads(problem, 1000);
    if (plan.ok) throw new Error('This can be planned.');
    return plan.problem;
  };

  test('three academies are too few, and a hundred and one ask for hubs', () => {
    expect(sentenceFor(problemOf(3)).sentence).toMatch(/at least 4 academies/);
    expect(sentenceFor(problemOf(101)).sentence).toMatch(/hubs/);
  });

  test('a URN given twice is named', () => {
    const twice = [...academies(5), { ...academies(1)[0], urn: urn(2), name: 'Another' }] as typeof five;
    const five = academies(5);
    expect(sentenceFor(problemOf(6, { academies: twice })).sentence).toBe(
      'Academy 2 and Another have the same URN 900002. Put one of them right.',
    );
  });

  test('a missing coordinate is asked for, and is not needed without distance', () => {
    const without = academies(6).map(({ urn, name }) => ({ urn, name }));
    expect(sentenceFor(problemOf(6, { academies: without })).fields?.[0]?.path).toBe('academies.0.easting');
    expect(planned(problemOf(6, { academies: without, weights: withoutDistance })).total.cost).toBe(0);
  });

  test('where all are apart, the six pairs of four academies in three triads are named', () => {
    const apart = pairsOf(academies(9).map((academy) => academy.urn)).map(
      ([one, other]) => [one, other] as [string, string],
    );
    const { fields = [] } = sentenceFor(problemOf(9, { apart }));
    expect(fields).toHaveLength(6);
    expect(fields.every(({ path }) => path.startsWith('apart.'))).toBe(true);
  });

  test('a smallest set is named: without any one of its wishes there is a plan', () => {
    const apart: [string, string][] = [
      [urn(5), urn(6)],
      [urn(0), urn(1)],
      [urn(0), urn(2)],
      [urn(0), urn(3)],
      [urn(1), urn(2)],
    ];
    const problem = problemOf(9, { apart, locked: [{ round: 1, academies: [urn(4), urn(5), urn(7)] }] });
    const paths = sentenceFor(problem).fields?.map(({ path }) => path);
    expect(paths).toEqual(['locked.0', 'apart.1', 'apart.2', 'apart.4']);
    expect(planTriads({ ...problem, locked: [] }, 1000).ok).toBe(true);
    for (const left of [1, 2, 4])
      expect(planTriads({ ...problem, apart: apart.filter((_, at) => at !== left) }, 1000).ok).toBe(true);
  });

  test('a hub of two cannot keep to itself without pairs', () => {
    const hubs = academies(8).map((academy, at) => ({ ...academy, hub: at < 2 ? 'North' : 'South' }));
    const problem = problemOf(8, { academies: hubs, withinHubs: true });
    expect(sentenceFor(problem).fields?.map(({ path }) => path)).toEqual(['pairsAllowed', 'withinHubs']);
    expect(planned({ ...problem, pairsAllowed: true }).rounds[0]?.triads[0]?.academies).toEqual([urn(0), urn(1)]);
  });
});

test('a search goes on in steps, only ever improves, and can be left at any time', () => {
  const search = startTriads(problemOf(30, { rounds: 3 }));
  if (!search.ok) throw new Error(search.problem.sentence);
  const costs = [search.value.cost()];
  for (let step = 0; step < 10; step += 1) {
    search.value.step(100_000);
    costs.push(search.value.cost());
  }
  expect(costs).toEqual([...costs].sort((one, other) => other - one));
  expect(costs.at(-1)).toBeLessThan(costs[0] ?? 0);
  expect(search.value.plan().total.cost).toBe((costs.at(-1) ?? 0) / 1000);
});

test('a swap there and back changes nothing, and says what it costs on the way and which rule it breaks', () => {
  const problem = problemOf(9, { rounds: 2, apart: [[urn(0), urn(8)]] });
  const plan = planned(problem);
  const rounds = plan.rounds.map(({ round, triads }) => ({ round, triads: triads.map(({ academies }) => academies) }));
  const triadOf = (one: string) => rounds[0]?.triads.find((triad) => triad.includes(one)) ?? [];
  const partner = triadOf(urn(8)).find((one) => one !== urn(8)) ?? '';
  const there = swapDelta(problem, rounds, 1, [urn(0), partner]);
  const back = swapDelta(problem, there.rounds, 1, [urn(0), partner]);
  expect(there.cost + back.cost).toBeCloseTo(0, 6);
  expect(there.rules.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(there.cost, 6);
  expect(there.breaks).toEqual([{ rule: 'apart', academies: expect.arrayContaining([urn(0), urn(8)]) }]);
  expect(back.rounds).toEqual(rounds.map(({ round, triads }) => ({ round, triads })));
});

test('the curve buys fresh pairs with kilometres, point by point, and rules say what they stand against', () => {
  const problem = problemOf(9, { rounds: 4 });
  const curve = freshnessCurve(problem, 300_000);
  if (!curve.ok) throw new Error(curve.problem.sentence);
  expect(curve.value.length).toBeGreaterThan(1);
  for (const [at, { kilometres, freshPairs }] of curve.value.slice(1).entries()) {
    expect(kilometres).toBeGreaterThan(curve.value[at]?.kilometres ?? 0);
    expect(freshPairs).toBeGreaterThan(curve.value[at]?.freshPairs ?? 0);
  }
  const explained = withTradeOffs(problem, planned(problem), 300_000);
  if (!explained.ok) throw new Error(explained.problem.sentence);
  expect(explained.value.explanation.without?.map(({ rule }) => rule)).toEqual(['distance', 'repeats']);
  expect(explained.value.explanation.without?.[1]?.says).toMatch(
    /^Without repeats \(weight 250\), distance would cost/,
  );
});
