import { britishDay } from '../time/british-date';
import { addDays, daysBetween, mondayOf, weekdayOf } from '../time/calendar-date';
import { overlaps } from '../time/interval';
import { minutesOf } from '../time/time-of-day';
import { moveByHand } from './by-hand';
import { counted } from './counted';
import type { MeetingPlan } from './plan-schema';
import type { MeetingProblem, NetworkProblem } from './problem';
import { daysOf, timesFor } from './rules/days-and-windows';
import type { When } from './why-not';

type Planned = MeetingPlan['meetings'][number];

/** So many academies that could not be there are named. */
const mostNamed = 3;

/** Says of every meeting that moved why it could not stay, or what moving it brings; also in the explanation. */
export function withReasonsForMoves(plan: MeetingPlan, problem: MeetingProblem): MeetingPlan {
  const near = aroundMoves(plan, problem);
  const told: string[] = [];
  const meetings = plan.meetings.map((one, index) => {
    const { moved } = one;
    const network = problem.networks.find(({ key }) => key === one.network);
    if (moved === undefined || network === undefined) return one;
    const because = whyItCannot(problem, network, moved) ?? whatItBrings(near, plan.meetings, index, moved);
    told.push(
      `${network.name}, ${britishDay(one.date)}: moved from ${britishDay(moved.date)}, ${moved.from} to ${moved.until}. ${because}`,
    );
    return { ...one, moved: { ...moved, because } };
  });
  return told.length === 0 ? plan : { ...plan, meetings, explanation: [...plan.explanation, ...told] };
}

/** The problem with those busy times alone that matter to where meetings were: of these weeks. */
function aroundMoves({ meetings }: MeetingPlan, problem: MeetingProblem): MeetingProblem {
  const mondays = new Set(meetings.flatMap(({ moved }) => (moved === undefined ? [] : [mondayOf(moved.date)])));
  const weeks = [...mondays].map((monday) => ({ from: `${monday}T00:00`, until: `${addDays(monday, 7)}T00:00` }));
  return { ...problem, busy: problem.busy.filter((one) => weeks.some((week) => overlaps(one, week))) };
}

/** The rule that stands against the old time by itself; undefined when none does. */
function whyItCannot(problem: MeetingProblem, network: NetworkProblem, { date, from }: When): string | undefined {
  if (date < problem.from || problem.until < date) return 'It lies outside what is planned.';
  const day = weekdayOf(date);
  if (!daysOf(network).some((one) => one === day)) return `The network does not meet on a ${day}.`;
  if (!timesFor(network).some((time) => time.from === minutesOf(from)))
    return 'It lies outside the windows of the network.';
  const closed = problem.closed.find(
    (one) => one.scope.toLowerCase() === 'trust' && one.from <= date && date <= one.until,
  );
  if (closed !== undefined) return `All academies are closed then: ${closed.label}.`;
  const stands = problem.standing.find(
    (one) => one.network === network.key && Math.abs(daysBetween(one.date, date)) < problem.daysBetween,
  );
  return stands === undefined ? undefined : `Its meeting of ${britishDay(stands.date)} stands, and is too near.`;
}

/** Who could be there at the old time, as all else is now planned. */
function whatItBrings(problem: MeetingProblem, meetings: readonly Planned[], index: number, was: When): string {
  const there = moveByHand(problem, meetings, index)?.(was);
  const { present = [] } = meetings[index] ?? {};
  if (there === undefined) return 'Its network is not planned any more.';
  const names = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const lost = there.absent.filter(({ academy }) => present.includes(academy));
  const reasons = lost
    .slice(0, mostNamed)
    .map(({ academy, because }) => ` ${names.get(academy) ?? academy}: ${because}`)
    .join('');
  const more = lost.length > mostNamed ? ` So with ${lost.length - mostNamed} more.` : '';
  const touched = there.touches.length === 0 ? '' : ` ${there.touches.join(' ')}`;
  if (there.present.length === 0) return `Nobody could be there then.${reasons}${more}`;
  return `Then ${counted(there.present.length, 'academy', 'academies')} could be there, now ${present.length} can.${reasons}${more}${touched}`;
}
