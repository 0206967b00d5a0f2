import * as z from 'zod/mini';
import { moveByHand } from '../shared/meetings/by-hand';
import { checkProblem } from '../shared/meetings/check-problem';
import { unpackBusy } from '../shared/meetings/compact-busy';
import { withEarlierDates } from '../shared/meetings/earlier-dates';
import { around, joinedWith } from '../shared/meetings/locked';
import { openPlanning, usualSteps } from '../shared/meetings/open-planning';
import { otherDates, withVisitDays } from '../shared/meetings/other-dates';
import type { MeetingPlan } from '../shared/meetings/plan-schema';
import type { MeetingProblem } from '../shared/meetings/problem';
import { type Moves, type PlanOrder, type PlanReply, planOrderSchema } from './screens/plan/plan-orders';

type Ordered<O> = Extract<PlanOrder, { order: O }>;
type Say = (reply: PlanReply) => void;

/** Between two looks at what was found. */
const stepsAtOnce = 20;
const mostMoves = 5;

function problemOf({ problem, busy }: PlanOrder): MeetingProblem {
  return { ...problem, busy: unpackBusy(busy, problem.from) };
}

function concernsOf(order: Ordered<'check'>): string[] {
  return checkProblem(problemOf(order)).map(({ sentence }) => sentence);
}

/** The first plan at once, better ones as they are found, what would help at the end. */
function plan(order: Ordered<'plan'>, say: Say): void {
  const { locked, seed, begin } = order;
  const problem = around(problemOf(order), locked);
  const planning = openPlanning(problem, { seed, ...(begin === undefined ? {} : { plan: begin }) });
  const shown = (plan: MeetingPlan): MeetingPlan => joinedWith(withEarlierDates(plan, problem), locked, order.problem);
  say({ reply: 'better', plan: shown(planning.glance()), share: 0 });
  const all = usualSteps(problem);
  while (planning.steps() < all) {
    const better = planning.improve(stepsAtOnce);
    const share = Math.min(1, planning.steps() / all);
    say(better ? { reply: 'better', plan: shown(planning.glance()), share } : { reply: 'looking', share });
  }
  const suggestions = [...planning.suggestions()];
  say({ reply: 'done', plan: { ...shown(planning.plan()), ...(suggestions.length === 0 ? {} : { suggestions }) } });
}

/** Other dates of one meeting while the others stay, or what one date would mean. */
function moves(order: Ordered<'move'>): Moves {
  const problem = withVisitDays(problemOf(order), order.visits);
  const at = moveByHand(problem, order.meetings, order.index);
  if (at === undefined) return [];
  if (order.when !== undefined) return [at(order.when)];
  return otherDates(problem, order, order.index, mostMoves).map((slot) => ({
    ...at({ date: slot.date, from: slot.from, until: slot.until }),
    changes: slot.changes,
  }));
}

/** A bundle of its own: one order in, better and better plans out. The page ends it when the person cancels. */
self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const order = z.parse(planOrderSchema, data);
  const say: Say = (reply) => self.postMessage(reply);
  if (order.order === 'check') say({ reply: 'checked', concerns: concernsOf(order) });
  else if (order.order === 'plan') plan(order, say);
  else say({ reply: 'moves', moves: moves(order) });
});
