import { cancel, isWaiting } from '../../shared/meetings/publishing';
import { review } from '../../shared/records/review';
import { stage } from '../../shared/records/stage';
import { requests } from '../../shared/requests';
import { refuse } from '../../shared/result';
import { cancelledStage } from '../../shared/reviews/change-cycle';
import { isBefore } from '../../shared/reviews/stage';
import { trigger } from '../request';
import { cycleNow, readCycle } from './cycle-parts';
import { withReadableCurrent } from './records';

/** The stages first: a review that still stands is cancelled again, and completes what was cut off. */
export const cancelReview = trigger(requests.cancelReview, {
  permit: ['TrustOffice'],
  async act({ key, version }, asked) {
    const read = await readCycle(key, asked);
    if (!read.ok) return read;
    const { review: held, stages } = read.value;
    if (!isBefore(held.record.stage, 'visited'))
      return refuse('not-now', 'This review was visited already. It goes on to its end.');
    if (held.version !== version && held.record.wanted === 'event')
      return withReadableCurrent(
        refuse('changed-meanwhile', 'Somebody changed this review meanwhile. Look at it again.', { current: held }),
        review,
        asked.caller,
      );
    const changes = stages
      .map((at) => ({ at, record: cancelledStage(at.record) }))
      .filter(({ at, record }) => at.record !== record);
    const gone = changes.length === 0 ? [] : await asked.records.changeMany(stage, changes, asked.caller);
    const refused = gone.find((one) => !one.ok);
    if (refused !== undefined && !refused.ok) return refused;
    const wanted = cancel(held.record);
    if (wanted !== held.record) {
      const changed = await asked.records.change(review, { key, version }, wanted, asked.caller);
      if (!changed.ok) return withReadableCurrent(changed, review, asked.caller);
    }
    if (isWaiting(wanted) || changes.some(({ record }) => isWaiting(record)))
      asked.hints.reconcile(asked.organiserMailbox);
    return cycleNow(key, asked);
  },
});
