import { movedTo } from '../../shared/meetings/move';
import type { Kind } from '../../shared/record';
import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { trigger } from '../request';
import { hintAt } from '../rules/outlook';
import { agreementAt, readNewTime } from './new-time';
import { readableFor, withReadableCurrent } from './records';

export const moveMeeting = trigger(requests.moveMeeting, {
  permit: 'everyone signed in',
  async act({ key, version, agreement, ...when }, asked) {
    const before = await readableFor('update', meeting, key, asked);
    if (!before.ok) return before;
    const move = await readNewTime(before.value, when, asked);
    if (!move.ok) return move;
    const kept = await agreementAt(move.value, agreement, asked);
    if (!kept.ok) return kept;
    const moved = movedTo(move.value.stored.record, move.value.wanted, kept.value);
    const changed = await asked.records.change(meeting, { key, version }, moved, asked.caller);
    if (changed.ok) hintAt(asked, changed.value.record);
    return withReadableCurrent(changed, meeting as Kind, asked.caller);
  },
});
