import type { Saving } from '../../shared/meetings/save-plan';
import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok, type Result } from '../../shared/result';
import { britishDate } from '../../shared/time/british-date';
import { type Asked, trigger } from '../request';
import { wrongField } from '../rules/keys';
import { laterOf, readSaving } from './plan-saving';

export const savePlan = trigger(requests.savePlan, {
  permit: ['TrustOffice'],
  async act({ agreement, ...input }, asked) {
    const { records, caller } = asked;
    const read = await readSaving(input, asked);
    if (!read.ok) return read;
    const saving = read.value;
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

type Moves = Saving['move'];

/** Published meetings at new dates: those that are later additions to the agreed calendar say what was agreed. */
async function agreedMoves(moves: Moves, agreement: string | undefined, asked: Asked): Promise<Result<Moves>> {
  const { agreedOn = '', why } = await laterOf(moves, asked);
  const count = why.filter((one) => one !== undefined).length;
  if (count > 0 && agreement === undefined)
    return wrongField(
      'agreement',
      `${count} of the new dates ${count === 1 ? 'is' : 'are'} not in the calendar that was agreed on ${britishDate(agreedOn)}. Say with whom and when they were agreed.`,
    );
  return ok(
    moves.map((move, index) => (why[index] === undefined ? move : { ...move, record: { ...move.record, agreement } })),
  );
}
