import { mailsOfAction, mailsOfReview } from '../../../shared/meetings/mails-of-change';
import { action } from '../../../shared/records/action';
import { review } from '../../../shared/records/review';
import { ada, ben, cleo, validAction, validReview } from '../../make';

const parsed = <R>(found: { ok: true; value: R } | { ok: false }): R => {
  if (!found.ok) throw new Error('The test has no valid record.');
  return found.value;
};
const proposed = parsed(action.parse({ ...validAction, owner: ben, state: 'proposed' }));
const running = { ...proposed, state: 'agreed', wanted: 'event', outlook: 'sent', eventId: 'event-1' } as const;
const nobody = { news: [], invited: [], cancelled: [], updated: [] };

test('an action invites its owner once the host agrees to it, and nobody while it is proposed', () => {
  expect(mailsOfAction(proposed, { ...proposed, what: 'Share the plan' })).toBeUndefined();
  expect(mailsOfAction(proposed, { ...proposed, state: 'agreed' })).toEqual({ ...nobody, invited: ['Ben Beech'] });
});

test('an action that is done cancels its follow-up, another day is told, and progress alone tells nobody', () => {
  expect(mailsOfAction(running, { ...running, state: 'done' })).toEqual({ ...nobody, cancelled: ['Ben Beech'] });
  expect(mailsOfAction(running, { ...running, dueOn: '2027-06-11' })).toEqual({
    ...nobody,
    news: ['dueOn'],
    updated: ['Ben Beech'],
  });
  expect(mailsOfAction(running, { ...running, progress: 'Half of it is done.' })).toBeUndefined();
});

test('another owner is invited and the one before gets a cancellation', () => {
  expect(mailsOfAction(running, { ...running, owner: cleo })).toEqual({
    ...nobody,
    news: ['owner'],
    invited: ['Cleo Cedar'],
    cancelled: ['Ben Beech'],
  });
});

test('a visit tells those who stay, whoever joins and whoever leaves, and a draft tells nobody', () => {
  const visit = parsed(review.parse({ ...validReview, hostHead: ben, lead: ada, reviewers: [ada], wanted: 'event' }));
  const changed = { ...visit, reviewers: [cleo] };
  expect(mailsOfReview(visit, changed)).toEqual({
    news: ['reviewers'],
    invited: ['Cleo Cedar'],
    cancelled: [],
    updated: ['Ben Beech', 'Ada Alder'],
  });
  expect(mailsOfReview(visit, { ...visit, lead: cleo, reviewers: [cleo] })?.cancelled).toEqual(['Ada Alder']);
  expect(mailsOfReview({ ...visit, wanted: 'nothing' }, { ...changed, wanted: 'nothing' })).toBeUndefined();
});
