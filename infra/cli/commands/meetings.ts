import { planMeetings } from '../../../shared/meetings/plan';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import { type MeetingProblem, meetingProblemSchema } from '../../../shared/meetings/problem';
import { parseWith } from '../../../shared/parse';
import { ok, type Result, refuse } from '../../../shared/result';
import { britishDay } from '../../../shared/time/british-date';
import type { Command, Report, Surroundings } from '../command';
import { readJsonFile } from '../files';

export const meetings: Command = {
  name: 'meetings',
  takes: '--problem FILE [--seed NUMBER] [--seconds NUMBER]',
  says: 'Plans network meetings from a problem (JSON, shared/reference). Sends nothing, needs no tenant.',
  options: { problem: { type: 'string' }, seed: { type: 'string' }, seconds: { type: 'string' } },
  async run(typed, surroundings) {
    const file = typed.text('problem');
    if (file === undefined) return refuse('invalid', 'Name the problem: --problem FILE.');
    const seed = wholeNumber(typed.text('seed') ?? '1', '--seed');
    if (!seed.ok) return seed;
    const seconds = wholeNumber(typed.text('seconds') ?? '0', '--seconds');
    if (!seconds.ok) return seconds;
    const problem = parseWith(
      meetingProblemSchema,
      readJsonFile(file, surroundings),
      `"${file}" is no meeting problem.`,
    );
    if (!problem.ok) return problem;
    surroundings.progress('Planning …');
    return ok(tell(problem.value, bestPlan(problem.value, seed.value, seconds.value, surroundings)));
  },
};

function wholeNumber(text: string, option: string): Result<number> {
  return /^\d{1,9}$/.test(text)
    ? ok(Number(text))
    : refuse('invalid', `${option} takes a whole number, not "${text}".`);
}

/** One plan for one seed; with --seconds, further seeds while there is time and something to gain. */
function bestPlan(problem: MeetingProblem, seed: number, seconds: number, { seconds: now }: Surroundings): MeetingPlan {
  const end = now() + seconds;
  let best = planMeetings(problem, { seed });
  for (let further = seed + 1; now() < end && best.represented < best.bound; further += 1) {
    const plan = planMeetings(problem, { seed: further });
    if (plan.represented > best.represented) best = plan;
  }
  return best;
}

function tell(problem: MeetingProblem, plan: MeetingPlan): Report {
  const names = new Map(problem.networks.map(({ key, name }) => [key, name]));
  const academies = new Map(problem.academies.map(({ urn, name }) => [urn, name]));
  const lines = plan.meetings.map(({ network, date, from, until, host, present, absent }) => {
    const where = host === undefined ? '' : `, at ${academies.get(host) ?? host}`;
    const places = `${present.length} of ${present.length + absent.length} academies`;
    return `${britishDay(date)}, ${from} to ${until}: ${names.get(network) ?? network}${where} (${places})`;
  });
  return {
    json: { ...plan, meetings: plan.meetings.map((one) => ({ ...one, window: { from: one.from, until: one.until } })) },
    lines: [...lines, ...(lines.length > 0 ? [''] : []), ...plan.explanation],
  };
}
