import { type Concern, checkProblem } from '../../../shared/meetings/check-problem';
import { counted } from '../../../shared/meetings/counted';
import { withEarlierDates } from '../../../shared/meetings/earlier-dates';
import { joinedWith } from '../../../shared/meetings/locked';
import { openPlanning, type Planning, usualSteps } from '../../../shared/meetings/open-planning';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import { type EarlierPlan, replanFrom } from '../../../shared/meetings/replan';

export interface MeetingTask {
  readonly problem: MeetingProblem;
  readonly seed: number;
  /** So long the search goes on; without it for so many steps as usually do, so that the same seed gives the same plan. */
  readonly seconds?: number;
  /** A plan of the same year, of which as much stays as can from this day on; all of it before. */
  readonly earlier?: { readonly plan: EarlierPlan; readonly from: string };
}

export interface MeetingAnswer {
  readonly concerns: readonly Concern[];
  readonly plan: MeetingPlan;
}

type Tell = (sentence: string) => void;

/** How `planFor` is run: on a thread of its own, so that progress shows and Ctrl-C works. */
export type PlanMeetings = (task: MeetingTask, progress: Tell) => Promise<MeetingAnswer>;

const stepsAtOnce = 20;

/** What stands in the way, then the best plan that is found in the time, with what would help. */
export async function planFor(task: MeetingTask, progress: Tell): Promise<MeetingAnswer> {
  const { seed, seconds, earlier } = task;
  const { problem, stands } =
    earlier === undefined
      ? { problem: task.problem, stands: [] }
      : replanFrom(task.problem, earlier.plan, earlier.from);
  const concerns = checkProblem(problem);
  for (const { sentence } of concerns) progress(sentence);
  const planning = openPlanning(problem, { seed });
  improve(planning, usualSteps(problem), seconds, progress);
  progress('Working out what would help …');
  const plan = joinedWith(withEarlierDates(planning.plan(), problem), stands, task.problem);
  return { concerns, plan: { ...plan, suggestions: [...planning.suggestions()] } };
}

function improve(planning: Planning, steps: number, seconds: number | undefined, progress: Tell): void {
  const end = performance.now() + 1000 * (seconds ?? 0);
  const goesOn = () => (seconds === undefined ? planning.steps() < steps : performance.now() < end);
  progress(`Searching: ${counted(planning.represented(), 'place')} represented to begin with`);
  let shown = planning.represented();
  while (goesOn()) {
    planning.improve(stepsAtOnce);
    if (planning.represented() <= shown) continue;
    shown = planning.represented();
    progress(`Searching: ${counted(shown, 'place')} represented, no plan can reach more than ${planning.bound()}`);
  }
}
