import type { Change } from '../../../addin/screens/memberships/by-person';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { type Answers, academies, answering, people, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

function change(person: number, meeting: number, more: Partial<Change> = {}): Change {
  const one = people[person]?.record;
  if (one === undefined) throw new Error('The invented trust has fewer people.');
  return {
    meeting: `meeting-${meeting}`,
    name: 'Year 2',
    date: `2027-0${meeting}-12`,
    published: true,
    does: 'add',
    who: one.who,
    academyName: academies[person]?.record.name ?? '',
    because: 'belongs to the network now',
    later: false,
    ...more,
  };
}
const left = { does: 'remove', because: 'no longer works for us' } as const;

const open = (answers: Answers, dark = false) =>
  stage.open({ screen: 'memberships', me: trustOffice, answer: answering({}, answers), dark });

test('who joined and who left is chosen, looked at, agreed where it must be, and done', async () => {
  const asked: unknown[] = [];
  let changes = [change(0, 1, { later: true }), change(0, 2, { later: true }), change(1, 1, left), change(2, 2, left)];
  const page = await open({
    membershipChanges: () => ok({ agreedOn: '2026-07-10', changes }),
    applyMembershipChanges: (input) => {
      asked.push(input);
      changes = changes.slice(3);
      return ok({ applied: 3, meetings: 2, gone: 0 });
    },
  });
  await page.getByRole('heading', { name: 'Belong now, not invited yet (1 person)' }).waitFor();
  expect(await page.getByText('Belongs to the network now. Year 2: 2 meetings from 12 January 2027.').isVisible()).toBe(
    true,
  );
  expect(await page.getByRole('button', { name: 'See who is told' }).isDisabled()).toBe(true);
  await page.getByText('Wren Whitlock 1, Millbrook Primary Academy').click();
  await page.getByText('Wren Whitlock 2, Ashdown Primary Academy').click();
  await page.getByRole('button', { name: 'See who is told (2)…' }).click();
  await page.getByText('Outlook sends 2 invitations and 1 cancellation, to these people').waitFor();
  await page.getByText('Later addition: 1 of these people was not in the calendar').waitFor();
  await page.getByRole('button', { name: 'Change these meetings' }).click();
  await page.getByText('Say with whom and when this was agreed.').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page), asked]).toEqual([[], false, []]);
  await page.getByLabel('Agreed with staff').fill('Asked on 20 November');
  await page.getByRole('button', { name: 'Change these meetings' }).click();
  await page.getByText('2 meetings were changed; Outlook follows.').waitFor();
  expect(asked).toMatchObject([
    {
      agreement: 'Asked on 20 November',
      changes: [
        { meeting: 'meeting-1', does: 'add' },
        { meeting: 'meeting-2', does: 'add' },
        { meeting: 'meeting-1', does: 'remove' },
      ],
    },
  ]);
  await page.getByText('Wren Whitlock 1, Millbrook Primary Academy').waitFor({ state: 'detached' });
  expect(await page.getByRole('checkbox').count()).toBe(1);
});

test('nobody, a refusal, and a long list', async () => {
  const empty = await open({ membershipChanges: () => ok({ changes: [] }) }, true);
  await empty.getByText('Everybody is invited to what they belong to').waitFor();
  expect(await axeProblems(empty)).toEqual([]);
  const refused = await open({ membershipChanges: () => refuse('busy', 'Microsoft 365 is busy.') });
  await refused.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  const changes = Array.from({ length: 300 }, (_, index) =>
    change(0, 1, { who: { id: `id-${index}`, name: `Rowan Reed ${index}` }, published: false }),
  );
  const long = await open({ membershipChanges: () => ok({ changes }) }, true);
  await long.getByRole('button', { name: 'Select all (300)' }).click();
  await long.getByRole('button', { name: 'See who is told (300)…' }).click();
  await long.getByText('Only drafts change: nobody gets mail.').waitFor();
  expect([await axeProblems(long), await scrollsSideways(long)]).toEqual([[], false]);
});
