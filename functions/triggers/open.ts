import { action } from '../../shared/records/action';
import { meeting } from '../../shared/records/meeting';
import { review } from '../../shared/records/review';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';
import { titleOfReview } from '../../shared/reviews/title';
import { trigger } from '../request';
import { beforeTheWall } from './records';
import { academyNames } from './review-parts';

export const open = trigger(requests.open, {
  permit: 'everyone signed in',
  async act({ key, kind }, asked) {
    const { records, caller } = asked;
    const refused = kind === 'action' ? beforeTheWall(action, caller) : undefined;
    if (refused !== undefined) return refused;
    // A key is free to choose in each list: the kind in the link says which one is meant.
    const isMeant = (one: typeof kind) => kind === undefined || kind === one;
    const [aReview, aMeeting, anAction] = await Promise.all([
      isMeant('review') ? records.get(review, key) : undefined,
      isMeant('meeting') ? records.get(meeting, key) : undefined,
      isMeant('action') ? records.get(action, key) : undefined,
    ]);
    if (aReview !== undefined && review.may('read', caller, aReview.record))
      return ok({ kind: 'review', key, title: titleOfReview(aReview.record, await academyNames(asked)) });
    if (aMeeting !== undefined && meeting.may('read', caller, aMeeting.record))
      return ok({ kind: 'meeting', key, title: meeting.titleOf(aMeeting.record) });
    if (anAction !== undefined && action.may('read', caller, anAction.record))
      return ok({ kind: 'action', key, title: action.titleOf(anAction.record) });
    return refuse('not-found', 'What this link stood for is not here any more, or not for you to see.');
  },
});
