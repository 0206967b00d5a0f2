import { isGoneFromOutlook } from '../../shared/meetings/publishing';
import type { Meeting } from '../../shared/records/meeting';
import { requests } from '../../shared/requests';
import { ok } from '../../shared/result';
import { trigger } from '../request';
import { laterOf, readSaving } from './plan-saving';

export const previewPlan = trigger(requests.previewPlan, {
  permit: ['TrustOffice'],
  async act(input, asked) {
    const saving = await readSaving(input, asked);
    if (!saving.ok) return saving;
    const { move } = saving.value;
    const { agreedOn, why } = await laterOf(move, asked);
    return ok({
      ...(agreedOn === undefined ? {} : { agreedOn }),
      moves: move.map(({ at, record }, index) => {
        const later = why[index];
        return {
          key: at.key,
          name: record.name,
          number: record.number,
          was: whenAndWhere(at.record),
          now: whenAndWhere(record),
          ...mailsOf(at.record, record),
          ...(later === undefined ? {} : { later }),
        };
      }),
    });
  },
});

function whenAndWhere({ date, from, until, place }: Meeting) {
  return { date, from, until, place };
}

/** Whoever has the event gets an update, everybody else of the new guests an invitation. */
function mailsOf(before: Meeting, after: Meeting): { readonly told: number; readonly invited: number } {
  const has = before.eventId === undefined || isGoneFromOutlook(before) ? new Set<string>() : guestsOf(before);
  return { told: has.size, invited: [...guestsOf(after)].filter((id) => !has.has(id)).length };
}

function guestsOf({ lead, members }: Meeting): ReadonlySet<string> {
  return new Set([lead, ...members.map(({ who }) => who)].map(({ id }) => id.toLowerCase()));
}
