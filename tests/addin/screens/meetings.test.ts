import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { meetingsService } from './meetings/service';
import { type Answers, answering, meetingOf, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

function openList(answers: Answers, width = 320, dark = false) {
  const given = { year: '2026/27' };
  return stage.open({ screen: 'meetings', given, me: trustOffice, answer: answering({}, answers), width, dark });
}

function openOne(answers: Answers, key: string, dark = false) {
  return stage.open({ screen: 'meeting', given: { key }, me: trustOffice, dark, answer: answering({}, answers) });
}

test('drafts are published after a preview, and each goes from waiting to sent', async () => {
  const service = meetingsService([meetingOf(1), meetingOf(2)]);
  const page = await openList(service.answers);
  await page.getByRole('button', { name: 'Select all (2)' }).click();
  await page.getByRole('button', { name: 'Publish 2…' }).click();
  await page.getByText('Outlook sends 12 invitations to 6 people from 5 academies').waitFor();
  expect(service.asked).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send 12 invitations' }).click();
  await page.getByText('In Outlook: 0 of 2').waitFor();
  expect(service.asked).toEqual([{ request: 'publishMeetings', input: { keys: ['meeting-1', 'meeting-2'] } }]);
  service.change('meeting-1', { outlook: 'sent', eventId: 'event-1' });
  await page.getByText('In Outlook: 1 of 2').waitFor();
  service.change('meeting-2', { outlook: 'failed', outlookProblem: 'One address is not known to Exchange.' });
  await page.getByText('One address is not known to Exchange.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Waiting to be sent').waitFor();
  service.change('meeting-2', { outlook: 'sent', eventId: 'event-2' });
  await page.getByText('Everything that was asked for is in Outlook.').waitFor();
  expect(service.asked).toHaveLength(2);
});

test('what is sent cannot be chosen for publishing once more', async () => {
  const service = meetingsService([meetingOf(1, { outlook: 'sent', wanted: 'event', eventId: 'event-1' })]);
  const page = await openList(service.answers);
  await page.getByText('Sent', { exact: true }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
});

test('"Not now" sends nothing', async () => {
  const service = meetingsService([meetingOf(1)]);
  const page = await openList(service.answers);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Publish 1…' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(await page.getByText('Draft, nobody invited').isVisible()).toBe(true);
  expect(service.asked).toEqual([]);
});

test('a refusal to publish stays in the preview', async () => {
  const service = meetingsService([meetingOf(1)]);
  const page = await openList({ ...service.answers, publishMeetings: () => refuse('busy', 'Try again in a minute.') });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Publish 1…' }).click();
  await page.getByRole('button', { name: 'Send 6 invitations' }).click();
  await page.getByRole('alert').getByText('Try again in a minute.').waitFor();
});

test('a list of three hundred meetings is drawn in pieces and stays within the pane', async () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    meetingOf(index + 1, { number: (index % 60) + 1, date: '2027-01-12' }),
  );
  const page = await openList(meetingsService(many).answers, 500, true);
  await page.getByRole('button', { name: 'Show 60 more of 300 meetings' }).click();
  expect(await page.getByRole('checkbox').count()).toBe(120);
  expect(await scrollsSideways(page)).toBe(false);
  await page.getByRole('button', { name: 'Select all (300)' }).click();
  await page.getByRole('button', { name: 'Publish 300…' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test('moving shows who gets which mail, then moves', async () => {
  const service = meetingsService([meetingOf(1, { outlook: 'sent', wanted: 'event', eventId: 'event-1' })]);
  const page = await openOne(service.answers, 'meeting-1');
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByLabel('New date').fill('20/1/2027');
  await page.getByLabel('Until', { exact: true }).fill('15:00');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page.getByText('A meeting cannot end before it starts.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel('Until', { exact: true }).fill('4.45pm');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page.getByText('Move to Wednesday 20 January 2027, 15:45 to 16:45?').waitFor();
  expect(await page.getByText('in the calendars of 6 people').isVisible()).toBe(true);
  expect(service.asked).toEqual([]);
  await page.getByRole('button', { name: 'Move this meeting' }).click();
  await page.getByText('Waiting to be sent').waitFor();
  const input = { key: 'meeting-1', version: '"meeting-1,1"', date: '2027-01-20', from: '15:45', until: '16:45' };
  expect(service.asked).toEqual([{ request: 'moveMeeting', input }]);
});

test('a move that came second is told, and what is stored now is read again', async () => {
  const service = meetingsService([meetingOf(1)]);
  const changed = refuse('changed-meanwhile', 'Somebody changed this meeting meanwhile.');
  const page = await openOne({ ...service.answers, moveMeeting: () => changed }, 'meeting-1');
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByLabel('New date').fill('21/1/2027');
  await page.getByRole('button', { name: 'See who is told' }).click();
  expect(await page.getByText('nobody was invited, so nobody gets mail').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Move this meeting' }).click();
  service.change('meeting-1', { date: '2027-01-22' });
  await page.getByRole('button', { name: 'Read it again' }).click();
  await page.getByText('Friday 22 January 2027').waitFor();
});

test('cancelling is confirmed with what people are sent, and followed until it is done', async () => {
  const service = meetingsService([meetingOf(1, { outlook: 'sent', wanted: 'event', eventId: 'event-1' })]);
  const page = await openOne(service.answers, 'meeting-1');
  await page.getByRole('button', { name: 'Cancel…' }).click();
  await page.getByText('sends each a cancellation').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel this meeting' }).click();
  await page.getByText('Waiting to be cancelled').waitFor();
  service.change('meeting-1', { outlook: 'cancelled' });
  await page.getByText('Cancelled', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Move…' }).count()).toBe(0);
});

test('without meetings the way to planning is offered', async () => {
  const page = await openList(meetingsService([]).answers);
  await page.getByText('No meetings in 2026/27 yet').waitFor();
  expect(await page.getByRole('button', { name: 'Plan the year' }).isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
});

test('a new agenda of a published meeting is confirmed with who is told', async () => {
  const saved: unknown[] = [];
  const service = meetingsService([meetingOf(1, { outlook: 'sent', wanted: 'event', eventId: 'event-1' })]);
  const page = await openOne(
    {
      ...service.answers,
      changeRecord: (input) => {
        saved.push(input['record']);
        return ok(meetingOf(1));
      },
    },
    'meeting-1',
  );
  await page.getByRole('button', { name: 'Agenda' }).click();
  await page.getByRole('textbox', { name: 'Agenda (optional)' }).fill('Moderation of writing');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page.getByText('sends 6 people an update with the new agenda').waitFor();
  expect(saved).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save and send' }).click();
  await page.getByRole('button', { name: 'Agenda' }).waitFor();
  expect(saved).toMatchObject([{ agenda: 'Moderation of writing' }]);
});
