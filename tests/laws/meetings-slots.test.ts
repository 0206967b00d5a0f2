import * as fc from 'fast-check';
import { openPlanning, planMeetings } from '../../shared/meetings/open-planning';
import { otherDates } from '../../shared/meetings/other-dates';
import type { MeetingPlan, PlanSlot } from '../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../shared/meetings/problem';
import { checkDates, isClosed, isFree } from './check-meetings';
import { anyProblem } from './meeting-problems';

const law = { numRuns: 60 };

type Planned = MeetingPlan['meetings'][number];

function nextSlots({ meetings }: MeetingPlan): readonly { readonly meeting: Planned; readonly next: PlanSlot }[] {
  return meetings.flatMap((meeting) => (meeting.next === undefined ? [] : [{ meeting, next: meeting.next }]));
}

/** Who is there after the move, by the words of the plan. */
function presentAfter({ present }: Planned, { gains, loses }: PlanSlot): readonly string[] {
  return [...present.filter((urn) => !loses.includes(urn)), ...gains];
}

test('a next best slot keeps the rules of dates, and whom it gains can come', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      for (const { meeting, next } of nextSlots(plan)) {
        const { date, from, until } = next;
        const moved = { ...meeting, date, from, until };
        checkDates(problem, { ...plan, meetings: plan.meetings.map((one) => (one === meeting ? moved : one)) });
        for (const academy of next.gains) expect(someoneCan(problem, meeting.network, academy, next)).toBe(true);
        expect(meeting.present.some((academy) => next.gains.includes(academy))).toBe(false);
        expect(next.loses.every((academy) => meeting.present.includes(academy))).toBe(true);
      }
    }),
    law,
  ));

function someoneCan(problem: MeetingProblem, key: string, academy: string, when: PlanSlot): boolean {
  const members = problem.networks.find((one) => one.key === key)?.members ?? [];
  return (
    !isClosed(problem, academy, when.date) &&
    members.some((one) => one.academy === academy && isFree(problem, one.email, when))
  );
}

test('the price adds up from its changes, and they can be counted in the plan', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      for (const { meeting, next } of nextSlots(plan)) {
        const amountOf = (goal: string) => next.changes.find((one) => one.goal === goal)?.amount ?? 0;
        expect(next.changes.reduce((sum, { points }) => sum + points, 0)).toBe(next.price);
        expect(amountOf('places not represented')).toBe(next.loses.length - next.gains.length);
        expect(next.changes.every(({ amount }) => Number.isInteger(amount) && amount !== 0)).toBe(true);
        expect(presentAfter(meeting, next).length).toBeGreaterThan(0);
      }
    }),
    law,
  ));

test('every meeting with somebody absent has a next best slot, or is said to have none', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      for (const { network, absent, next } of plan.meetings) {
        if (absent.length === 0) expect(next).toBeUndefined();
        else if (next === undefined)
          expect(
            plan.explanation.some(
              (told) => told.startsWith(`Network ${network}, `) && told.includes('no other date or time keeps'),
            ),
          ).toBe(true);
      }
    }),
    law,
  ));

test('moving by hand is offered a slot of the same price in all goals that outweigh an even spread', () =>
  fc.assert(
    // In Teams: a standing meeting in person keeps the longest way free around it, also for what is in Teams.
    fc.property(anyProblem.map(inTeams), fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      for (const [index, { next, absent }] of plan.meetings.entries()) {
        if (absent.length === 0) continue;
        const [first] = otherDates(problem, plan, index, 1);
        expect(outweighing(first)).toEqual(outweighing(next));
      }
    }),
    { numRuns: 40 },
  ));

/** How a meeting is spread among those of its span is another question when they stand. */
function outweighing(slot: PlanSlot | undefined): readonly (readonly [goal: string, amount: number])[] | undefined {
  const heavy = ['places not represented', 'meetings without their lead', 'deputies instead of members'];
  return slot?.changes.filter(({ goal }) => heavy.includes(goal)).map(({ goal, amount }) => [goal, amount]);
}

function inTeams(problem: MeetingProblem): MeetingProblem {
  return {
    ...problem,
    visits: [],
    networks: problem.networks.map((network) => ({ ...network, where: 'in Teams' as const })),
  };
}

test('what one more weekday or window would bring is never more than a plan with it can reach', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const planning = openPlanning(problem, { seed });
      planning.improve(60);
      for (const { network: key, day, window, places } of planning.suggestions(20)) {
        if (day === undefined && window === undefined) continue;
        const networks = problem.networks.map((network) =>
          network.key === key
            ? {
                ...network,
                days: day === undefined || network.days.length === 0 ? network.days : [...network.days, day],
                windows: window === undefined ? network.windows : [...network.windows, window],
              }
            : network,
        );
        const wider = openPlanning({ ...problem, networks }, { seed });
        wider.improve(100);
        expect(places).toBeGreaterThan(0);
        expect(wider.bound()).toBeGreaterThanOrEqual(planning.represented() + places);
      }
    }),
    { numRuns: 60 },
  ));
