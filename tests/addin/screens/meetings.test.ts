import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Stored } from '../../../shared/record';
import type { Meeting } from '../../../shared/records/meeting';
import { ok, refuse } from '../../../shared/result';
import { faults, openStage, type Stage, scrollsSideways, violations } from '../open-panel';
import { type Answers, academies, answering, meetingOf, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

/** A list of meetings that changes as the API and the reconciler would change it. */
function meetingsService(first: readonly Stored<Meeting>[]) {
  let meetings = [...first];
  const asked: { request: string; input: unknown }[] = [];
  const change = (key: unknown, more: Partial<Meeting>): void => {
    meetings = meetings.map((one) =>
      one.key === key ? { ...one, version: `${one.version}+`, record: { ...one.record, ...more } } : one,
    );
  };
  const answers: Answers = {
    listRecords: (input) => {
      if (input['kind'] === 'academy') return ok({ records: academies });
      return ok({
        records: meetings.filter(({ record }) => input['by'] !== 'outlook' || record.outlook === input['is']),
      });
    },
    meetingRegister: () => ok({ open: false, rows: [], may: { addAcademy: false, writeNotes: true } }),
    getRecord: (input) => ok(meetings.find(({ key }) => key === input['key'])),
    previewPublishing: () => ok({ later: [] }),
    previewMove: () => ok({ closed: [], cannotCome: [], nobodyFrom: [] }),
    publishMeetings: (input) => {
      asked.push({ request: 'publishMeetings', input });
      const keys = input['keys'] as readonly string[];
      for (const key of keys) change(key, { wanted: 'event', outlook: 'waiting' });
      return ok({ waiting: keys.length });
    },
    moveMeeting: (input) => {
      asked.push({ request: 'moveMeeting', input });
      const { date, from, until } = input as { date: string; from: string; until: string };
      change(input['key'], { date, from, until, outlook: 'waiting' });
      return ok(meetings[0]);
    },
    cancelMeeting: (input) => {
      asked.push({ request: 'cancelMeeting', input });
      change(input['key'], { wanted: 'nothing', outlook: 'waiting' });
      return ok(meetings[0]);
    },
    takeOver: (input) => settle('takeOver', input),
    putBack: (input) => settle('putBack', input),
  };
  function settle(request: string, input: Readonly<Record<string, unknown>>) {
    asked.push({ request, input });
    change(input['key'], { outlook: 'waiting', seen: undefined, seenGuests: undefined });
    return ok(meetings[0]);
  }
  return { answers, asked, change };
}

function openList(answers: Answers, width = 320, dark = false) {
  const given = { year: '2026/27' };
  return stage.open({ screen: 'meetings', given, me: trustOffice, answer: answering({}, answers), width, dark });
}

function openOne(answers: Answers, key: string, dark = false) {
  return stage.open({ screen: 'meeting', given: { key }, me: trustOffice, dark, answer: answering({}, answers) });
}

/** A picture for whoever looks, where SHOTS names a folder. */
async function looked(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const width of [320, 500]) {
    await page.setViewportSize({ width, height: 1400 });
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
  }
  await page.setViewportSize({ width: 320, height: 800 });
}

test('drafts are published after a preview, and each goes from waiting to sent', async () => {
  const service = meetingsService([meetingOf(1), meetingOf(2)]);
  const page = await openList(service.answers);
  await page.getByRole('button', { name: 'Select all (2)' }).click();
  await page.getByRole('button', { name: 'Publish 2…' }).click();
  await page.getByText('Outlook sends 12 invitations to 6 people from 5 academies').waitFor();
  expect(service.asked).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send 12 invitations' }).click();
  await page.getByText('In Outlook: 0 of 2').waitFor();
  expect(service.asked).toEqual([{ request: 'publishMeetings', input: { keys: ['meeting-1', 'meeting-2'] } }]);
  service.change('meeting-1', { outlook: 'sent', eventId: 'event-1' });
  await page.getByText('In Outlook: 1 of 2').waitFor();
  service.change('meeting-2', { outlook: 'failed', outlookProblem: 'One address is not known to Exchange.' });
  await page.getByText('One address is not known to Exchange.').waitFor();
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
});

test('moving shows who gets which mail, then moves', async () => {
  const service = meetingsService([meetingOf(1, { outlook: 'sent', wanted: 'event', eventId: 'event-1' })]);
  const page = await openOne(service.answers, 'meeting-1');
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByLabel('New date').fill('20/1/2027');
  await page.getByLabel('Until', { exact: true }).fill('15:00');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page.getByText('A meeting cannot end before it starts.').waitFor();
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel this meeting' }).click();
  await page.getByText('Waiting to be cancelled').waitFor();
  service.change('meeting-1', { outlook: 'cancelled' });
  await page.getByText('Cancelled', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: 'Move…' }).count()).toBe(0);
});

const seen = [{ date: '2027-01-21', from: '16:00', until: '17:00', place: 'Elmbank' }];
const seenGuests = [
  { name: 'Per Pine', email: 'per.pine@trust.example', change: 'added', answer: 'accepted' },
] as const;

test('what somebody changed in Outlook stands in the list and on the meeting, and is put back after a preview', async () => {
  const sentence = 'In Outlook it is on 21 January 2027, 16:00 to 17:00, Elmbank.';
  const service = meetingsService([
    meetingOf(1, {
      outlook: 'changed in Outlook',
      outlookProblem: sentence,
      wanted: 'event',
      eventId: 'event-1',
      seen,
      seenGuests,
    }),
  ]);
  const list = await openList(service.answers);
  await list.getByText(sentence).waitFor();
  for (const dark of [false, true]) {
    const page = await openOne(service.answers, 'meeting-1', dark);
    await page.getByText('Thursday 21 January 2027, 16:00 to 17:00, Elmbank').waitFor();
    await page.getByText('Per Pine (accepted)').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Put back…' }).click();
    await page.getByText('Outlook sends a cancellation to Per Pine.').waitFor();
    expect(service.asked).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await looked(page, `changed-in-outlook-${dark ? 'dark' : 'light'}`);
    if (!dark) continue;
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.getByText('Waiting to be sent').waitFor();
  }
  expect(service.asked).toMatchObject([{ request: 'putBack', input: { kind: 'meeting', key: 'meeting-1' } }]);
});

test('what Outlook holds is taken over after a preview, with the substitute', async () => {
  const service = meetingsService([
    meetingOf(1, { outlook: 'changed in Outlook', wanted: 'event', eventId: 'event-1', seen, seenGuests }),
  ]);
  const page = await openOne(service.answers, 'meeting-1');
  await page.getByRole('button', { name: 'Take over…' }).click();
  await page.getByText('Invited here too, as a substitute: Per Pine.').waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText('Waiting to be sent').waitFor();
  expect(service.asked).toMatchObject([{ request: 'takeOver', input: { kind: 'meeting', key: 'meeting-1' } }]);
});

test('a move in Outlook that is a later addition is taken over once somebody says who agreed', async () => {
  const service = meetingsService([
    meetingOf(1, { outlook: 'changed in Outlook', wanted: 'event', eventId: 'event-1', seen }),
  ]);
  const previewMove = () =>
    ok({ closed: [], cannotCome: [], nobodyFrom: [], later: 'moved' as const, agreedOn: '2026-07-10' });
  const page = await openOne({ ...service.answers, previewMove }, 'meeting-1');
  await page.getByRole('button', { name: 'Take over…' }).click();
  await page.getByText(/^Later addition: this time is not in the calendar/).waitFor();
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText('Say with whom and when this was agreed.').waitFor();
  expect(service.asked).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await looked(page, 'taken-over-later');
  await page.getByRole('textbox').fill('With everybody, on 20 November');
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.getByText('Waiting to be sent').waitFor();
  expect(service.asked).toMatchObject([{ input: { agreement: 'With everybody, on 20 November' } }]);
});

test('a meeting that is gone from Outlook says what either way means', async () => {
  const service = meetingsService([meetingOf(1, { outlook: 'changed in Outlook', wanted: 'event' })]);
  const page = await openOne(service.answers, 'meeting-1');
  await page.getByText('This meeting is gone from Outlook.').waitFor();
  await page.getByRole('button', { name: 'Take over…' }).click();
  await page.getByText('The meeting is cancelled here too.').waitFor();
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Put back…' }).click();
  await page.getByText(/^Outlook invites 6 people anew/).waitFor();
});

test('without meetings the way to planning is offered', async () => {
  const page = await openList(meetingsService([]).answers);
  await page.getByText('No meetings in 2026/27 yet').waitFor();
  expect(await page.getByRole('button', { name: 'Plan the year' }).isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
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
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save and send' }).click();
  await page.getByRole('button', { name: 'Agenda' }).waitFor();
  expect(saved).toMatchObject([{ agenda: 'Moderation of writing' }]);
});
