import { movedTo } from '../../shared/meetings/move';
import type { Kind } from '../../shared/record';
import { meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { britishDate } from '../../shared/time/british-date';
import { trigger } from '../request';
import { wrongField } from '../rules/keys';
import { hintAt } from '../rules/outlook';
import { laterToMove, readAgreed } from './agreed-calendar';
import { readMove } from './preview-move';
import { withReadableCurrent } from './records';

export const moveMeeting = trigger(requests.moveMeeting, {
  permit: 'everyone signed in',
  async act({ version, agreement, ...input }, asked) {
    const move = await readMove(input, asked);
    if (!move.ok) return move;
    const { stored, wanted } = move.value;
    const agreed = await readAgreed(asked);
    const later = await laterToMove(stored, wanted, agreed, asked);
    if (later !== undefined && agreed !== undefined && agreement === undefined)
      return wrongField(
        'agreement',
        `This time is not in the calendar that was agreed on ${britishDate(agreed.on)}. Say with whom and when it was agreed.`,
      );
    // What was agreed for the old time holds for less of it; a draft is asked about when it is published.
    const since = stored.record.wanted === 'event' ? stored.record.agreement : undefined;
    const moved = movedTo(stored.record, wanted, later === undefined ? since : agreement);
    const changed = await asked.records.change(meeting, { key: input.key, version }, moved, asked.caller);
    if (changed.ok) hintAt(asked, changed.value.record);
    return withReadableCurrent(changed, meeting as Kind, asked.caller);
  },
});
