import { planSaving } from '../../shared/meetings/save-plan';
import { meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { requests } from '../../shared/requests';
import { ok, type Result, refuse } from '../../shared/result';
import { britishDate } from '../../shared/time/british-date';
import { isSchoolYear } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { laterToMove, readAgreed } from './agreed-calendar';
import { academyNames } from './review-parts';

type Wanted = Pick<ReturnType<typeof planSaving>['create'][number], 'record'>;

export const savePlan = trigger(requests.savePlan, {
  permit: ['TrustOffice'],
  async act({ year, from, until, plan, networks: planned, replan, locked, agreement }, asked) {
    const { records, caller } = asked;
    if (!isSchoolYear(year))
      return refuse('invalid', 'Give a school year, e.g. 2026/27.', {
        fields: [{ path: 'year', sentence: 'Give a school year, e.g. 2026/27.' }],
      });
    const [names, networks, people, meetings] = await Promise.all([
      academyNames(asked),
      allOf(records.each(network)),
      allOf(records.each(person)),
      allOf(records.each(meeting, { by: 'year', is: year })),
    ]);
    const saving = planSaving({
      year,
      plan,
      from,
      until,
      planned,
      replan,
      locked,
      names,
      networks: new Map(networks.map(({ key, record }) => [key, record])),
      people: people.map(({ record }) => record),
      meetings,
    });
    const kept = checkAll([...saving.create, ...saving.change, ...saving.move]);
    if (!kept.ok) return kept;
    const moves = await agreedMoves(saving.move, agreement, asked);
    if (!moves.ok) return moves;
    const changed = [...saving.change, ...moves.value];
    const written = [
      ...(saving.create.length === 0 ? [] : await records.createMany(meeting, saving.create, caller)),
      ...(changed.length === 0 ? [] : await records.changeMany(meeting, changed, caller)),
    ];
    const refused = written.find((one) => !one.ok);
    if (refused !== undefined && !refused.ok) return refused;
    for (const draft of saving.remove) {
      const removed = await records.remove(meeting, draft);
      if (!removed.ok) return removed;
    }
    if (saving.move.length > 0) asked.hints.reconcile(asked.organiserMailbox);
    return ok({ keys: [...saving.keys], moved: saving.move.length });
  },
});

type Moves = ReturnType<typeof planSaving>['move'];

/** Published meetings at new dates: those that are later additions to the agreed calendar say what was agreed. */
async function agreedMoves(moves: Moves, agreement: string | undefined, asked: Asked): Promise<Result<Moves>> {
  const agreed = moves.length === 0 ? undefined : await readAgreed(asked);
  if (agreed === undefined) return ok(moves);
  const later = await Promise.all(moves.map(({ at, record }) => laterToMove(at, record, agreed, asked)));
  const count = later.filter((why) => why !== undefined).length;
  if (count > 0 && agreement === undefined)
    return wrongField(
      'agreement',
      `${count} of the new dates ${count === 1 ? 'is' : 'are'} not in the calendar that was agreed on ${britishDate(agreed.on)}. Say with whom and when they were agreed.`,
    );
  return ok(
    moves.map((move, index) =>
      later[index] === undefined ? move : { ...move, record: { ...move.record, agreement } },
    ),
  );
}

/** What a plan makes must be meetings: one that is not could never be read again, and would keep its key. */
function checkAll(wanted: readonly Wanted[]): Result<undefined> {
  for (const one of wanted) {
    const parsed = meeting.parse(one.record);
    if (parsed.ok) continue;
    const fields = (parsed.problem.fields ?? []).map((field) => ({ ...field, path: `plan.${field.path}` }));
    return { ok: false, problem: { ...parsed.problem, fields } };
  }
  return ok(undefined);
}
