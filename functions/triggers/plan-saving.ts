import { whyNotOn } from '../../shared/meetings/by-hand';
import type { LaterAddition } from '../../shared/meetings/later-addition';
import { planSaving, type Saving } from '../../shared/meetings/save-plan';
import { meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import type { InputOf, requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Asked } from '../request';
import { wrongField } from '../rules/keys';
import { today } from '../today';
import { laterToMove, readAgreed } from './agreed-calendar';
import { academyNames } from './review-parts';

/** What keeping a plan would write, from what is kept now. */
export async function readSaving(
  { networks: planned, ...input }: InputOf<typeof requests.previewPlan>,
  asked: Asked,
): Promise<Result<Saving>> {
  const { records } = asked;
  if (!isSchoolYear(input.year)) return wrongField('year', 'Give a school year, e.g. 2026/27.');
  const days = checkDays(input, today(asked.clock));
  if (!days.ok) return days;
  const [names, networks, people, meetings] = await Promise.all([
    academyNames(asked),
    allOf(records.each(network)),
    allOf(records.each(person)),
    allOf(records.each(meeting, { by: 'year', is: input.year })),
  ]);
  const saving = planSaving({
    ...input,
    planned,
    names,
    networks: new Map(networks.map(({ key, record }) => [key, record])),
    people: people.map(({ record }) => record),
    meetings,
  });
  const kept = checkAll([...saving.create, ...saving.change, ...saving.move]);
  return kept.ok ? ok(saving) : kept;
}

/** Whatever a pane or a script sends: no meeting goes to a day that is over, or to one that was not planned. */
function checkDays(
  { plan, from, until }: Pick<InputOf<typeof requests.previewPlan>, 'plan' | 'from' | 'until'>,
  day: string,
): Result<undefined> {
  for (const [index, { date }] of plan.meetings.entries()) {
    const why = whyNotOn(date, { from, until }, day);
    if (why !== undefined) return wrongField(`plan.meetings.${index}.date`, why);
  }
  return ok(undefined);
}

/** What a plan makes must be meetings: one that is not could never be read again, and would keep its key. */
function checkAll(wanted: readonly Pick<Saving['create'][number], 'record'>[]): Result<undefined> {
  for (const one of wanted) {
    const parsed = meeting.parse(one.record);
    if (parsed.ok) continue;
    const fields = (parsed.problem.fields ?? []).map((field) => ({ ...field, path: `plan.${field.path}` }));
    return { ok: false, problem: { ...parsed.problem, fields } };
  }
  return ok(undefined);
}

/** Which published meetings at a new date are later additions to the agreed calendar, in the order of `moves`. */
export async function laterOf(
  moves: Saving['move'],
  asked: Asked,
): Promise<{ readonly agreedOn?: string; readonly why: readonly (LaterAddition | undefined)[] }> {
  const agreed = moves.length === 0 ? undefined : await readAgreed(asked);
  if (agreed === undefined) return { why: moves.map(() => undefined) };
  const why = await Promise.all(moves.map(({ at, record }) => laterToMove(at, record, agreed, asked)));
  return { agreedOn: agreed.on, why };
}
