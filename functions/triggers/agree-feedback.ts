import type { Kind } from '../../shared/record';
import { stage } from '../../shared/records/stage';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { mayAgreeFeedback } from '../../shared/reviews/cycle';
import { trigger } from '../request';
import { today } from '../today';
import { cycleNow, readCycle } from './cycle-parts';
import { withReadableCurrent } from './records';
import { bringReview } from './review-parts';

/** Feedback is agreed by both who were in the room; the outcome, which ends the stage, is written afterwards. */
export const agreeFeedback = trigger(requests.agreeFeedback, {
  permit: 'everyone signed in',
  async act({ key, version }, asked) {
    const read = await readCycle(key, asked);
    if (!read.ok) return read;
    const { review: held, stages } = read.value;
    const found = stages.find(({ record }) => record.step === 'feedback');
    if (found === undefined) return refuse('not-found', 'This stage has no date of its own yet.');
    const { caller } = asked;
    const { hostHead, lead } = held.record;
    if (![hostHead, lead].some(({ id }) => id === caller.id))
      return refuse('not-allowed', 'The lead reviewer and the host head agree on the feedback.');
    const before = found.record.agreedBy ?? [];
    const day = today(asked.clock);
    if (mayAgreeFeedback(held.record, found.record, caller, day)) {
      const agreedBy = [...before, { id: caller.id, name: caller.name }];
      const wanted = { ...found.record, agreedBy };
      const changed = await asked.records.change(stage, { key: found.key, version }, wanted, caller);
      if (!changed.ok) return withReadableCurrent(changed, stage as Kind, caller);
      const both = [hostHead, lead].every(({ id }) => agreedBy.some((one) => one.id === id));
      const dated = both
        ? await bringReview(
            { review: held },
            (one) => (one.feedbackOn === undefined ? { ...one, feedbackOn: day } : one),
            asked,
          )
        : ok(held);
      if (!dated.ok) return dated;
    } else if (!before.some(({ id }) => id === caller.id))
      return refuse('not-now', 'Feedback is agreed from the day of the visit on, until its outcome is sent.');
    return cycleNow(key, asked);
  },
});
