import { daysBetween } from '../time/calendar-date';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem } from './problem';
import { withReasonsForMoves } from './why-moved';

type Planned = MeetingPlan['meetings'][number];
type Earlier = NonNullable<MeetingProblem['stay']>['meetings'][number];

/**
 * Says of every meeting that has another date than before where it was: also of those that could not stay at all, since
 * their day is closed by now or was set by hand; and why. The nearest earlier date is taken.
 */
export function withEarlierDates(plan: MeetingPlan, problem: MeetingProblem): MeetingPlan {
  const { stay } = problem;
  if (stay === undefined) return plan;
  const left = new Set(stay.meetings.filter((earlier) => !plan.meetings.some((one) => isOf(one, earlier))));
  const meetings = plan.meetings.map((one) => {
    if (one.moved !== undefined || stay.meetings.some((earlier) => isOf(one, earlier))) return one;
    const nearest = nearestOf(one, left);
    if (nearest === undefined) return one;
    left.delete(nearest);
    const { date, from, until } = nearest;
    return { ...one, moved: { date, from, until } };
  });
  return withReasonsForMoves({ ...plan, meetings }, problem);
}

/** Whether a planned meeting is this earlier one, moved or not. No network meets twice on one day. */
function isOf({ network, date, moved }: Planned, earlier: Earlier): boolean {
  return network === earlier.network && (moved?.date ?? date) === earlier.date;
}

function nearestOf({ network, date }: Planned, left: ReadonlySet<Earlier>): Earlier | undefined {
  const [nearest] = [...left]
    .filter((one) => one.network === network)
    .sort((one, other) => Math.abs(daysBetween(one.date, date)) - Math.abs(daysBetween(other.date, date)));
  return nearest;
}
