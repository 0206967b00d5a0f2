import * as z from 'zod/mini';
import { plannedMeetingSchema as planned } from './plan-schema';
import type { MeetingProblem } from './problem';

/**
 * An earlier plan to begin from, as the command line prints it. A meeting with `locked` stays whatever happens. What else
 * a plan says is left aside.
 */
export const earlierPlanSchema = z.object({
  meetings: z.array(
    z.object({
      ...z.omit(planned, { next: true, moved: true }).shape,
      locked: z.optional(z.boolean()),
    }),
  ),
  visits: z.optional(z.array(z.object({ key: z.string(), date: z.string() }))),
});

export type EarlierPlan = z.infer<typeof earlierPlanSchema>;

export interface Replanning {
  /** The problem from that day on, around what stands. */
  readonly problem: MeetingProblem;
  /** Meetings of the earlier plan that stand: before that day, or locked. */
  readonly stands: EarlierPlan['meetings'];
}

/**
 * What is left to plan of a year whose plan is known: what lies before a day stands, and so does what is locked; of the
 * rest as much stays as can.
 *
 * @example replanFrom(problem, earlier, '2027-03-01').problem.stay?.meetings.length
 */
export function replanFrom(problem: MeetingProblem, { meetings, visits = [] }: EarlierPlan, day: string): Replanning {
  const isKnown = ({ network, date }: EarlierPlan['meetings'][number]) =>
    problem.standing.some((one) => one.network === network && one.date === date);
  const earlier = meetings.filter((one) => !isKnown(one));
  const stands = earlier.filter(({ date, locked = false }) => locked || date < day);
  const rest = earlier.filter((one) => !stands.includes(one));
  const days = new Map(visits.map(({ key, date }) => [key, date]));
  return {
    problem: {
      ...problem,
      from: problem.from > day ? problem.from : day,
      standing: [...problem.standing, ...stands.map(toStanding)],
      stay: { ...problem.stay, meetings: rest.map(toStanding) },
      ...(problem.visits === undefined
        ? {}
        : { visits: problem.visits.map((visit) => withDay(visit, days.get(visit.key), day)) }),
    },
    stands,
  };
}

type Visit = NonNullable<MeetingProblem['visits']>[number];

/** A visit of the earlier plan stands before that day; after it, it is moved only where that is worth it. */
function withDay(visit: Visit, date: string | undefined, day: string): Visit {
  if (date === undefined || visit.on !== undefined) return visit;
  return date < day ? { ...visit, on: date } : { ...visit, was: date };
}

function toStanding(one: EarlierPlan['meetings'][number]): MeetingProblem['standing'][number] {
  const { network, number, date, from, until, host, representatives = [] } = one;
  const named = representatives.map(({ academy, email }) => ({ academy, email }));
  return {
    network,
    number,
    date,
    from,
    until,
    ...(host === undefined ? {} : { host }),
    ...(named.length === 0 ? {} : { representatives: named }),
  };
}
