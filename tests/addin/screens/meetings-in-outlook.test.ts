import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ok } from '../../../shared/result';
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
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: 'Put back…' }).click();
    await page.getByText('Outlook sends a cancellation to Per Pine.').waitFor();
    expect(service.asked).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
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
  expect(await axeProblems(page)).toEqual([]);
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
