import { contradictionsIn } from '../../../shared/meetings/contradictions';
import { counted } from '../../../shared/meetings/counted';
import { type MeetingProblem, meetingProblemSchema } from '../../../shared/meetings/problem';
import { earlierPlanSchema } from '../../../shared/meetings/replan';
import { parseWith } from '../../../shared/parse';
import { ok, type Result, refuse } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import { isCalendarDate } from '../../../shared/time/calendar-date';
import type { Command, Report, Surroundings, Typed } from '../command';
import { readJsonFile } from '../files';
import type { MeetingAnswer, MeetingTask } from '../meetings/plan-for';

export const meetings: Command = {
  name: 'meetings',
  takes: '--problem FILE [--earlier PLAN [--from DATE]] [--seed NUMBER] [--seconds NUMBER]',
  says: 'Plans network meetings from a problem (JSON, shared/reference). Bank holidays are not built in: name them under "closed". With an earlier plan, as --json prints it, as much of it stays as can: all before the date, what is "locked": true, and of the rest what the problem still allows. Sends nothing, needs no tenant.',
  options: {
    problem: { type: 'string' },
    earlier: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    seconds: { type: 'string' },
  },
  async run(typed, surroundings) {
    const file = typed.text('problem');
    if (file === undefined) return refuse('invalid', 'Name the problem: --problem FILE.');
    const seed = wholeNumber(typed.text('seed') ?? '1', '--seed');
    if (!seed.ok) return seed;
    const seconds = wholeNumber(typed.text('seconds') ?? '0', '--seconds');
    if (!seconds.ok) return seconds;
    const problem = problemIn(file, surroundings);
    if (!problem.ok) return problem;
    const earlier = earlierPlan(typed, problem.value, surroundings);
    if (!earlier.ok) return earlier;
    const task = {
      problem: problem.value,
      seed: seed.value,
      ...(earlier.value === undefined ? {} : { earlier: earlier.value }),
    };
    const answer = await surroundings.planMeetings(
      seconds.value === 0 ? task : { ...task, seconds: seconds.value },
      surroundings.progress,
    );
    return ok(tell(problem.value, answer));
  },
};

function problemIn(file: string, surroundings: Surroundings): Result<MeetingProblem> {
  const sentence = `"${file}" is no meeting problem.`;
  const read = parseWith(meetingProblemSchema, readJsonFile(file, surroundings), sentence);
  if (!read.ok) return read;
  const fields = contradictionsIn(read.value).map(({ path, sentence: told }) => ({ path, sentence: told }));
  const [first] = fields;
  return first === undefined ? read : refuse('invalid', `${sentence} "${first.path}": ${first.sentence}`, { fields });
}

function earlierPlan(
  typed: Typed,
  problem: MeetingProblem,
  surroundings: Surroundings,
): Result<NonNullable<MeetingTask['earlier']> | undefined> {
  const [file, from] = [typed.text('earlier'), typed.text('from')];
  if (file === undefined)
    return from === undefined
      ? ok(undefined)
      : refuse('invalid', '--from goes with --earlier PLAN: name that as well.');
  if (from !== undefined && !isCalendarDate(from))
    return refuse('invalid', `--from takes a date as year-month-day, not "${from}".`);
  const plan = parseWith(earlierPlanSchema, readJsonFile(file, surroundings), `"${file}" is no plan of meetings.`);
  return plan.ok ? ok({ plan: plan.value, from: from ?? problem.from }) : plan;
}

function wholeNumber(text: string, option: string): Result<number> {
  return /^\d{1,9}$/.test(text)
    ? ok(Number(text))
    : refuse('invalid', `${option} takes a whole number, not "${text}".`);
}

function tell(problem: MeetingProblem, { concerns, plan }: MeetingAnswer): Report {
  const names = new Map(problem.networks.map(({ key, name }) => [key, name]));
  const academies = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const lines = plan.meetings.map(({ network, date, from, until, host, present, absent, moved }) => {
    const where = host === undefined ? '' : `, at ${academies.get(host) ?? host}`;
    const places = `${present.length} of ${counted(present.length + absent.length, 'academy', 'academies')}`;
    return `${britishDay(date)}, ${from} to ${until}: ${names.get(network) ?? network}${where} (${places})${wasAt(moved)}`;
  });
  const visitNames = new Map((problem.visits ?? []).map(({ key, name }) => [key, name]));
  const visits = (plan.visits ?? []).map(
    ({ key, date, from, until, host }) =>
      `${britishDay(date)}, ${from} to ${until}: ${visitNames.get(key) ?? key}, at ${academies.get(host) ?? host}`,
  );
  return {
    json: {
      ...plan,
      meetings: plan.meetings.map((one) => ({ ...one, window: { from: one.from, until: one.until } })),
      concerns: concerns.map(({ sentence }) => sentence),
    },
    lines: paragraphs([
      concerns.map(({ sentence }) => sentence),
      [...lines, ...visits],
      plan.explanation,
      (plan.suggestions ?? []).map(({ sentence }) => sentence),
    ]),
  };
}

function wasAt(moved: MeetingAnswer['plan']['meetings'][number]['moved']): string {
  return moved === undefined ? '' : `; moved from ${britishDay(moved.date)}, ${moved.from} to ${moved.until}`;
}

/** Lines with an empty one between what belongs together. */
function paragraphs(all: readonly (readonly string[])[]): readonly string[] {
  return all.filter(({ length }) => length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}
