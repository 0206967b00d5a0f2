import { emptyAction, emptyActivity, emptyOutcome, type Outcome } from '../../../addin/outcome/outcome';
import { problemsOfStep, stepOfPath, toSending } from '../../../addin/outcome/to-sending';
import { ben } from '../../make';

const written: Outcome = {
  ...emptyOutcome('finding-1', 'Reading'),
  activities: [
    emptyActivity(),
    { key: 'a', what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' },
  ],
  strengths: [
    { key: 'a', text: '' },
    { key: 'b', text: 'Books are everywhere' },
  ],
  considerations: [
    { key: 'a', text: 'Reading at home' },
    { key: 'b', text: ' ' },
  ],
  safeguardingRaised: false,
  actions: [{ ...emptyAction('action-1'), what: 'Pair the leads', owner: ben, dueOn: '2027-01-29' }],
};

test('what was written is sent; what was left blank is not', () => {
  expect(toSending('review-1', written)).toEqual({
    ok: true,
    value: {
      key: 'review-1',
      findingKey: 'finding-1',
      finding: {
        focus: 'Reading',
        activities: [{ what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' }],
        strengths: ['Books are everywhere'],
        considerations: ['Reading at home'],
        safeguardingRaised: false,
      },
      actions: [{ key: 'action-1', action: { what: 'Pair the leads', owner: ben, dueOn: '2027-01-29' } }],
    },
  });
});

function fieldsOf(outcome: Outcome) {
  const checked = toSending('review-1', outcome);
  return checked.ok ? [] : (checked.problem.fields ?? []);
}

test('a problem is told at the place in the form, also after blank places before it', () => {
  const half = { ...emptyActivity(), withColleague: 'English lead' };
  const paths = fieldsOf({ ...written, activities: [emptyActivity(), half] }).map(({ path }) => path);
  expect(paths).toEqual(['activities.1.what', 'activities.1.observation']);
});

test('an action without an owner or with half a date is told in the words of the form', () => {
  const [action] = written.actions;
  const fields = fieldsOf({ ...written, actions: action ? [{ ...action, owner: undefined, dueOn: '29/1' }] : [] });
  expect(fields).toEqual([
    { path: 'actions.0.owner', sentence: 'Choose who owns this action, from the host academy.' },
    { path: 'actions.0.dueOn', sentence: 'Give a date as day, month and year, e.g. 23/11/2026.' },
  ]);
});

test('a safeguarding concern needs the moment at which it was told', () => {
  const raised = { ...written, safeguardingRaised: true };
  expect(fieldsOf(raised).map(({ path }) => path)).toEqual(['safeguardingOn']);
  const told = toSending('review-1', { ...raised, safeguardingOn: '2026-07-01', safeguardingAt: '15:45' });
  expect(told.ok && told.value.finding.safeguardingToldAt).toBe('2026-07-01T14:45:00.000Z');
});

test('the question of safeguarding must be answered', () => {
  expect(fieldsOf({ ...written, safeguardingRaised: undefined }).map(({ path }) => path)).toEqual([
    'safeguardingRaised',
  ]);
});

test('every field stands in one of the first three steps', () => {
  const empty = { ...emptyOutcome('finding-1', ''), actions: [emptyAction('action-1')] };
  const fields = fieldsOf(empty);
  expect(new Set(fields.map(({ path }) => stepOfPath(path)))).toEqual(new Set([0, 1, 2]));
  expect([0, 1, 2].flatMap((step) => problemsOfStep(fields, step)).length).toBe(fields.length);
});
