import { around } from './locked';
import { openPlanning } from './open-planning';
import type { MeetingPlan, PlanSlot } from './plan-schema';
import type { MeetingProblem } from './problem';

/** What the search began with matters to nothing here: one meeting is looked at, and none is placed. */
const seed = 1;
const everySlot = 10_000;

/** The problem with the days that a plan gives its review visits: they stand. */
export function withVisitDays(problem: MeetingProblem, visits: MeetingPlan['visits'] = []): MeetingProblem {
  if (problem.visits === undefined) return problem;
  const days = new Map(visits.map(({ key, date }) => [key, date]));
  return {
    ...problem,
    visits: problem.visits.map((visit) => {
      const on = visit.on ?? days.get(visit.key);
      return on === undefined ? visit : { ...visit, on };
    }),
  };
}

/**
 * The best other dates of the meeting at `index`, of each day its best time, while all other meetings and visits of the
 * plan stay, also those that somebody moved against the rules. Priced as the explanation of a plan prices its next slot.
 *
 * @example otherDates(problem, plan, 3, 5)[0]?.price
 */
export function otherDates(
  problem: MeetingProblem,
  { meetings, visits }: Pick<MeetingPlan, 'meetings' | 'visits'>,
  index: number,
  most: number,
): readonly PlanSlot[] {
  const meeting = meetings[index];
  if (meeting === undefined) return [];
  const others = meetings.filter((_, at) => at !== index);
  const fixed = around(withVisitDays(problem, visits), others);
  const alone = {
    ...fixed,
    networks: fixed.networks.filter(({ key }) => key === meeting.network),
    visits: (fixed.visits ?? []).filter(({ on }) => on !== undefined),
  };
  const last = Math.max(0, ...fixed.standing.filter((one) => one.network === meeting.network).map((one) => one.number));
  return openPlanning(alone, { seed, plan: { meetings: [meeting] } })
    .bestSlots(meeting.network, last + 1, everySlot)
    .filter(({ date }, at, all) => all.findIndex((one) => one.date === date) === at)
    .slice(0, most);
}
