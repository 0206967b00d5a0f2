import * as fc from 'fast-check';
import { planTriads } from '../../shared/triads/plan';
import type { TriadPlan } from '../../shared/triads/plan-schema';
import type { TriadAcademy, TriadProblem, TriadWeights } from '../../shared/triads/problem';

/** Every rule is read here once more from the words of the problem, without the planner's own code. */
const urn = (at: number) => String(900_000 + at);
const moves = 60_000;
const weight = fc.constantFrom(0, 1, 20);

const anyProblem: fc.Arbitrary<TriadProblem> = fc.integer({ min: 4, max: 24 }).chain((n) => {
  const place = fc.integer({ min: 0, max: n - 1 });
  const pair = fc
    .tuple(place, place)
    .filter(([one, other]) => one !== other)
    .map(([one, other]): [string, string] => [urn(one), urn(other)]);
  const academy = fc.record({
    easting: fc.integer({ min: 0, max: 90_000 }),
    northing: fc.integer({ min: 0, max: 90_000 }),
    hub: fc.constantFrom('North', 'South'),
    phase: fc.constantFrom('Primary', 'Secondary'),
    isNew: fc.boolean(),
    strengths: fc.subarray(['Reading', 'Mathematics']),
    needs: fc.subarray(['Reading', 'Mathematics', 'Early years']),
  });
  const earlier = fc.shuffledSubarray(
    Array.from({ length: n }, (_, at) => urn(at)),
    { minLength: 3, maxLength: 3 },
  );
  return fc.record({
    academies: fc
      .array(academy, { minLength: n, maxLength: n })
      .map((made) => made.map((one, at) => ({ ...one, urn: urn(at), name: `Academy ${at}` }))),
    rounds: fc.integer({ min: 1, max: 3 }),
    history: fc
      .array(earlier, { maxLength: 2 })
      .map((triads) => triads.map((triad) => ({ round: 1, triads: [triad] }))),
    apart: fc.array(pair, { maxLength: 4 }),
    withinHubs: fc.boolean(),
    pairsAllowed: fc.boolean(),
    locked: fc.array(earlier, { maxLength: 1 }).map((triads) => triads.map((academies) => ({ round: 2, academies }))),
    weights: fc.record({
      distance: weight,
      repeats: fc.constantFrom(0, 5, 100),
      strengths: weight,
      phases: fc.record({ wish: fc.constantFrom('mixed', 'matched', 'off'), weight }),
      newcomers: weight,
    }),
    seed: fc.nat(),
  });
});

function expectRules(problem: TriadProblem, { rounds }: TriadPlan): void {
  expect(rounds).toHaveLength(problem.rounds);
  for (const { round, triads } of rounds) {
    const groups = triads.map(({ academies }) => academies);
    expect([...groups.flat()].sort()).toEqual(problem.academies.map((academy) => academy.urn).sort());
    for (const group of groups) expectGroup(problem, group);
    const locked = (problem.locked ?? []).filter((lock) => lock.round === round);
    for (const { academies } of locked)
      expect(groups.map((group) => [...group].sort())).toContainEqual([...academies].sort());
  }
}

function expectGroup({ academies, apart, withinHubs }: TriadProblem, group: readonly string[]): void {
  expect([2, 3, 4]).toContain(group.length);
  for (const [one, other] of apart) expect(group.includes(one) && group.includes(other)).toBe(false);
  const hubs = group.map((member) => academies.find((academy) => academy.urn === member)?.hub);
  if (withinHubs) expect(new Set(hubs).size).toBe(1);
}

const everyTwo = (group: readonly string[]) =>
  group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const));

/** What the plan costs, read anew. */
function costOf({ academies, history, weights }: TriadProblem, { rounds }: TriadPlan): number {
  const found = new Map(academies.map((academy) => [academy.urn, academy]));
  const before = history.flatMap(({ triads }) => triads);
  let cost = 0;
  for (const { triads } of rounds) {
    for (const [one, other] of triads.flatMap((triad) => everyTwo(triad.academies))) {
      const [a, b] = [found.get(one), found.get(other)];
      if (a === undefined || b === undefined) throw new Error('The plan names a stranger.');
      const met = before.filter((triad) => triad.includes(one) && triad.includes(other)).length;
      cost += weights.repeats * 1000 * met + costOfTwo(weights, a, b);
    }
    before.push(...triads.map((triad) => triad.academies));
  }
  return cost / 1000;
}

function costOfTwo({ distance, strengths, phases, newcomers }: TriadWeights, a: TriadAcademy, b: TriadAcademy): number {
  const metres = Math.round(Math.hypot(Number(a.easting) - Number(b.easting), Number(a.northing) - Number(b.northing)));
  const wrongPhase = phases.wish !== 'off' && (a.phase === b.phase) === (phases.wish === 'mixed');
  const bothNew = a.isNew === true && b.isNew === true;
  return (
    distance * metres +
    strengths * unmetShare(a, b) +
    (wrongPhase ? phases.weight * 1000 : 0) +
    (bothNew ? newcomers * 1000 : 0)
  );
}

function unmetShare(a: TriadAcademy, b: TriadAcademy): number {
  const [needs = [], others = []] = [a.needs, b.needs];
  const unmet = [
    ...needs.filter((need) => b.strengths?.includes(need) !== true),
    ...others.filter((need) => a.strengths?.includes(need) !== true),
  ];
  const all = needs.length + others.length;
  return all === 0 ? 0 : Math.round((1000 * unmet.length) / all);
}

test('every plan keeps every hard rule, costs what it says, and no more than its bound allows; what is impossible is told', () =>
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const before = structuredClone(problem);
      const plan = planTriads(problem, moves);
      expect(problem).toEqual(before);
      if (!plan.ok) {
        expect(plan.problem.sentence).toMatch(/\.$/);
        expect(plan.problem.fields?.length).toBeGreaterThan(0);
        return;
      }
      expectRules(problem, plan.value);
      expect(plan.value.total.cost).toBeCloseTo(costOf(problem, plan.value), 6);
      expect(plan.value.total.bound).toBeLessThanOrEqual(plan.value.total.cost);
      for (const { bound, cost } of plan.value.rounds) expect(bound).toBeLessThanOrEqual(cost);
      const rules = plan.value.explanation.rules.reduce((sum, { cost }) => sum + cost, 0);
      expect(rules).toBeCloseTo(plan.value.total.cost, 6);
    }),
    { numRuns: 150 },
  ));

test('the same problem and seed give the same plan', () =>
  fc.assert(
    fc.property(anyProblem, (problem) => {
      expect(planTriads(problem, moves)).toEqual(planTriads(structuredClone(problem), moves));
    }),
    { numRuns: 20 },
  ));

test('other names and a move of all coordinates change nothing but names', () =>
  fc.assert(
    fc.property(anyProblem, fc.integer({ min: 0, max: 100_000 }), (problem, by) => {
      const moved = problem.academies.map((academy) => ({
        ...academy,
        name: `${academy.name} renamed`,
        easting: (academy.easting ?? 0) + by,
        northing: (academy.northing ?? 0) + 2 * by,
      }));
      const [one, other] = [planTriads(problem, moves), planTriads({ ...problem, academies: moved }, moves)];
      expect(other.ok && other.value.rounds).toEqual(one.ok && one.value.rounds);
    }),
    { numRuns: 30 },
  ));

test('no grouping of a small round costs less than its bound', () =>
  fc.assert(
    fc.property(anyProblem, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (problem, order) => {
      const six = {
        ...problem,
        academies: problem.academies.slice(0, 6),
        rounds: 1,
        locked: [],
        withinHubs: false,
        apart: [],
      };
      if (six.academies.length < 6) return;
      const plan = planTriads(six, moves);
      if (!plan.ok) throw new Error(plan.problem.sentence);
      const shuffled = six.academies
        .map((academy, at) => [order[at] ?? 0, academy.urn] as const)
        .sort(([a], [b]) => a - b);
      const urns = shuffled.map(([, one]) => one);
      const [round] = plan.value.rounds;
      if (round === undefined) throw new Error('A round is missing.');
      const triads = [urns.slice(0, 3), urns.slice(3)].map((academies) => ({ academies, kilometres: 0 }));
      const by = costOf(six, { ...plan.value, rounds: [{ ...round, triads }] });
      expect(by).toBeGreaterThanOrEqual(plan.value.total.cost);
      expect(plan.value.total.bound).toBeLessThanOrEqual(by);
    }),
    { numRuns: 100 },
  ));
