import { explain } from './explain';
import { openInstance } from './instance/instance';
import { nextSlots, withNextSlots } from './next-slots';
import { type PlanWithoutWords, planOf } from './plan-of';
import type { MeetingPlan, PlanSlot, Suggestion } from './plan-schema';
import type { MeetingProblem } from './problem';
import { Bound } from './search/bound';
import { placed } from './search/placed';
import { type Found, Search } from './search/search';
import { suggest } from './suggest';

/** A planner at work: a correct plan at once, better ones the longer it goes on. */
export interface Planning {
  /** Goes so many steps on; says whether the plan became better. How the steps are cut changes nothing. */
  improve(steps: number): boolean;
  /** Steps gone so far. */
  steps(): number;
  /** Whether every place is represented that can be: going on could only change hosts, days and deputies. */
  isComplete(): boolean;
  /** Places represented so far, and what no plan can pass. */
  represented(): number;
  bound(): number;
  /** The best plan so far, with its explanation. Looking changes nothing. */
  plan(): MeetingPlan;
  /** The same for a quick look in between: without the next best slots, hosts in turn and not yet the best. */
  glance(): MeetingPlan;
  /** The other dates that the rules allow one meeting while all others stay, the best first, each with its price. */
  bestSlots(network: string, number: number, most?: number): readonly PlanSlot[];
  /** What one more deputy, weekday or window would bring, the most first: each computed by itself. */
  suggestions(most?: number): readonly Suggestion[];
}

export interface PlanningOptions {
  readonly seed: number;
  /** A plan to begin with, such as the one that is shown; its meetings are put where it has them. */
  readonly plan?: Pick<MeetingPlan, 'meetings' | 'visits'>;
}

/** The bound is made better once in so many steps, and so often at most. */
const stepsOfBound = 10;
const mostOfBound = 600;
/** At once, for the first plan. */
const firstOfBound = 12;

export function openPlanning(problem: MeetingProblem, { seed, plan }: PlanningOptions): Planning {
  const instance = openInstance(problem);
  const search = new Search(instance, seed, plan);
  const bound = new Bound(instance);
  let steps = 0;
  let bounds = 0;
  const improveBound = (times: number) => {
    for (let at = 0; at < times && bounds < mostOfBound && search.best.represented < bound.places; at += 1) {
      bound.step(search.best.represented);
      bounds += 1;
    }
  };
  improveBound(firstOfBound);
  const current = () => placed(instance, search.best);
  let written: { readonly best: Found; readonly meetings: MeetingPlan['meetings'] } | undefined;
  /** Meetings whose hosts were chosen for the dates that are the best now. */
  const hostsKnown = () => (written?.best === search.best ? written.meetings : (plan?.meetings ?? []));
  const withWords = (found: PlanWithoutWords, slots: boolean): MeetingPlan => ({
    ...found,
    explanation: [...explain(instance, found, { slots })],
  });
  return {
    improve(more) {
      const before = search.best.cost;
      for (let at = 0; at < more; at += 1) {
        search.improve(1);
        steps += 1;
        if (steps % stepsOfBound === 0) improveBound(1);
      }
      return search.best.cost < before;
    },
    steps: () => steps,
    represented: () => search.best.represented,
    bound: () => Math.min(bound.places, instance.places),
    isComplete: () => search.best.represented >= bound.places,
    plan() {
      const placing = current();
      const found = withWords(
        withNextSlots(placing, planOf(instance, placing.table, bound.places, { exact: true })),
        true,
      );
      written = { best: search.best, meetings: found.meetings };
      return found;
    },
    glance: () => withWords(planOf(instance, current().table, bound.places, { exact: false }), false),
    bestSlots: (network, number, most = 5) => nextSlots(current(), { network, number }, hostsKnown(), most),
    suggestions: (most = 10) => suggest(current(), most),
  };
}

/** How long the search usually has to go on: more for more meetings, for a small trust a moment. */
export function usualSteps({ networks, visits = [] }: MeetingProblem): number {
  const items = networks.reduce((sum, { spans }) => sum + spans.reduce((all, { times }) => all + times, 0), 0);
  return 100 + 40 * (items + visits.length);
}

/**
 * A problem → a plan with its explanation, after the usual number of steps.
 *
 * @example planMeetings(problem, { seed: 1 }).explanation[0] // '12 meetings: 176 of 180 places are represented. …'
 */
export function planMeetings(problem: MeetingProblem, { seed }: { readonly seed: number }): MeetingPlan {
  const planning = openPlanning(problem, { seed });
  planning.improve(usualSteps(problem));
  return planning.plan();
}
