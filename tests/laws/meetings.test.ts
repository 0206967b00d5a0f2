import * as fc from 'fast-check';
import { openPlanning, planMeetings } from '../../shared/meetings/open-planning';
import type { MeetingPlan } from '../../shared/meetings/plan-schema';
import { type MeetingProblem, timesOf } from '../../shared/meetings/problem';
import { checkDates, checkPeople, checkVisits, checkWhoIsThere } from './check-meetings';
import { anyProblem } from './meeting-problems';

const law = { numRuns: 150 };

function checkCounts(problem: MeetingProblem, plan: MeetingPlan): void {
  for (const network of problem.networks) {
    const { key, spans } = network;
    const standing = problem.standing.filter(
      (one) => one.network === key && spans.some(({ from, until }) => from <= one.date && one.date <= until),
    );
    const planned = plan.meetings.filter((meeting) => meeting.network === key);
    const missing = Math.max(0, timesOf(network) - standing.length) - planned.length;
    expect(missing).toBeGreaterThanOrEqual(0);
    if (missing === 0) continue;
    expect(plan.explanation.some((told) => told.startsWith(`Network ${key}: ${missing} meeting`))).toBe(true);
  }
  const standing = new Set(problem.standing.map((one) => `${one.network} ${one.number}`));
  const numbers = plan.meetings.map((one) => `${one.network} ${one.number}`);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => standing.has(number))).toEqual([]);
}

test('a plan never breaks a hard rule, tells the truth about who is there, and explains every absence', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      checkDates(problem, plan);
      checkVisits(problem, plan);
      checkWhoIsThere(problem, plan);
      checkPeople(problem, plan);
      checkCounts(problem, plan);
    }),
    law,
  ));

test('represented is what is planned, never above the bound, nor the bound above the places', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const { represented, bound, places, meetings } = planMeetings(problem, { seed });
      expect(represented).toBe(meetings.reduce((sum, { present }) => sum + present.length, 0));
      expect(represented).toBeLessThanOrEqual(bound);
      expect(bound).toBeLessThanOrEqual(places);
    }),
    law,
  ));

test('the explanation adds up to the cost, and its amounts can be counted in the plan', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const { cost, places, represented, meetings, visits = [], explanation } = planMeetings(problem, { seed });
      const amountOf = (goal: string) => cost?.parts.find((part) => part.goal === goal)?.amount ?? 0;
      expect(cost?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(cost?.total);
      expect(amountOf('places not represented')).toBe(places - represented);
      expect(amountOf('visits without a date')).toBe((problem.visits ?? []).length - visits.length);
      const deputies = meetings.flatMap(({ representatives = [] }) =>
        representatives.filter(({ part }) => part === 'deputy'),
      );
      expect(amountOf('deputies instead of members')).toBe(deputies.length);
      if ((cost?.total ?? 0) > 0) expect(explanation[1]).toContain(`together ${cost?.total} points.`);
    }),
    law,
  ));

test('the same problem, seed and steps give the same plan however they are cut, and the problem stays as it is', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), fc.nat(60), (problem, seed, first) => {
      const before = JSON.stringify(problem);
      const one = openPlanning(problem, { seed });
      one.improve(first);
      one.plan();
      one.improve(60 - first);
      const other = openPlanning(JSON.parse(before), { seed });
      other.improve(60);
      expect(other.plan()).toEqual(one.plan());
      expect(JSON.stringify(problem)).toBe(before);
    }),
    { numRuns: 60 },
  ));

test('other names change nothing but the names', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const rename = <T>(value: T): T =>
        JSON.parse(
          JSON.stringify(value)
            .replaceAll('person.', 'somebody.')
            .replaceAll('Person ', 'Somebody ')
            .replaceAll('Academy ', 'School ')
            .replaceAll('Network ', 'Circle ')
            .replaceAll('"9000', '"1000'),
        );
      expect(planMeetings(rename(problem), { seed })).toEqual(rename(planMeetings(problem, { seed })));
    }),
    { numRuns: 60 },
  ));

test('more steps never make a plan worse', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const planning = openPlanning(problem, { seed });
      let before = planning.represented();
      for (let round = 0; round < 4; round += 1) {
        planning.improve(20);
        expect(planning.represented()).toBeGreaterThanOrEqual(Math.min(before, planning.bound()));
        before = planning.represented();
      }
    }),
    { numRuns: 30 },
  ));

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])('a computer in %s plans the same', (zone) => {
  const before = process.env['TZ'];
  const problems = fc.sample(anyProblem, { numRuns: 5, seed: 7 });
  const here = problems.map((problem) => planMeetings(problem, { seed: 1 }));
  process.env['TZ'] = zone;
  try {
    expect(problems.map((problem) => planMeetings(problem, { seed: 1 }))).toEqual(here);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
