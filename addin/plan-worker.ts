import * as z from 'zod/mini';
import { type ByHand, moveByHand, type When } from '../shared/meetings/by-hand';
import { checkProblem } from '../shared/meetings/check-problem';
import { unpackBusy } from '../shared/meetings/compact-busy';
import { withEarlierDates } from '../shared/meetings/earlier-dates';
import { around, joinedWith } from '../shared/meetings/locked';
import { openPlanning, usualSteps } from '../shared/meetings/open-planning';
import type { MeetingPlan } from '../shared/meetings/plan-schema';
import type { MeetingProblem } from '../shared/meetings/problem';
import { daysBetween } from '../shared/time/calendar-date';
import { type Moves, type PlanOrder, type PlanReply, planOrderSchema } from './screens/plan/plan-orders';

type Ordered<O> = Extract<PlanOrder, { order: O }>;
type Say = (reply: PlanReply) => void;

const seed = 1;
/** Between two looks at what was found. */
const stepsAtOnce = 20;
const mostMoves = 5;
const everySlot = 10_000;

function problemOf({ problem, busy }: PlanOrder): MeetingProblem {
  return { ...problem, busy: unpackBusy(busy, problem.from) };
}

function concernsOf(order: Ordered<'check'>): string[] {
  return checkProblem(problemOf(order)).map(({ sentence }) => sentence);
}

/** The first plan at once, better ones as they are found, what would help at the end. */
function plan(order: Ordered<'plan'>, say: Say): void {
  const { locked } = order;
  const problem = around(problemOf(order), locked);
  const planning = openPlanning(problem, { seed: order.seed });
  const shown = (): MeetingPlan => joinedWith(withEarlierDates(planning.plan(), problem), locked, order.problem);
  say({ reply: 'better', plan: shown(), share: 0 });
  const all = usualSteps(problem);
  while (planning.steps() < all) {
    const better = planning.improve(stepsAtOnce);
    const share = Math.min(1, planning.steps() / all);
    say(better ? { reply: 'better', plan: shown(), share } : { reply: 'looking', share });
  }
  const suggestions = [...planning.suggestions()];
  say({ reply: 'done', plan: { ...shown(), ...(suggestions.length === 0 ? {} : { suggestions }) } });
}

/** Other dates of one meeting while the others stay, or what one date would mean. */
function moves(order: Ordered<'move'>): Moves {
  const problem = problemOf(order);
  const at = moveByHand(problem, order.meetings, order.index);
  if (at === undefined) return [];
  const wanted: readonly When[] = order.when === undefined ? bestOf(problem, order) : [order.when];
  return wanted.map(at).map(asReply);
}

/** The planner's own best dates of this meeting, all others standing: of each day its best time, the nearest of equals first. */
function bestOf(problem: MeetingProblem, { meetings, index }: Ordered<'move'>): readonly When[] {
  const meeting = meetings[index];
  if (meeting === undefined) return [];
  const others = meetings.filter((_, at) => at !== index);
  const fixed = around(problem, others);
  const visits = (fixed.visits ?? []).filter(({ on }) => on !== undefined);
  const networks = fixed.networks.filter(({ key }) => key === meeting.network);
  const stay = { meetings: [meeting] };
  const alone = { ...fixed, networks, visits, stay: undefined };
  const daysFrom = ({ date }: Pick<When, 'date'>) => Math.abs(daysBetween(meeting.date, date));
  const last = Math.max(0, ...fixed.standing.filter((one) => one.network === meeting.network).map((one) => one.number));
  return openPlanning(alone, { seed, plan: stay })
    .bestSlots(meeting.network, last + 1, everySlot)
    .filter(({ date }, index, all) => date !== meeting.date && all.findIndex((one) => one.date === date) === index)
    .sort((one, other) => other.places - one.places || daysFrom(one) - daysFrom(other))
    .slice(0, mostMoves)
    .map(({ date, from, until }) => ({ date, from, until }));
}

function asReply(one: ByHand): Moves[number] {
  const { date, from, until, present, absent, representatives, touches } = one;
  return { date, from, until, present, absent, representatives, touches };
}

/** A bundle of its own: one order in, better and better plans out. The page ends it when the person cancels. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const order = z.parse(planOrderSchema, data);
  const say: Say = (reply) => self.postMessage(reply);
  if (order.order === 'check') say({ reply: 'checked', concerns: concernsOf(order) });
  else if (order.order === 'plan') plan(order, say);
  else say({ reply: 'moves', moves: moves(order) });
});
