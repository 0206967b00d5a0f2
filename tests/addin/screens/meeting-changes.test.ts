import type { Stored } from '../../../shared/record';
import type { Meeting } from '../../../shared/records/meeting';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { type Answers, academies, answering, meetingOf, trustOffice } from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const sent = { outlook: 'sent', wanted: 'event', eventId: 'event' } as const;
const nobodyAway = { closed: [], cannotCome: [], nobodyFrom: [] };

/** The API with a list of meetings, whose calls are kept. */
function api(first: readonly Stored<Meeting>[], more: Answers = {}) {
  let meetings = [...first];
  const asked: unknown[] = [];
  const change = (keys: readonly string[], next: Partial<Meeting>): void => {
    meetings = meetings.map((one) => (keys.includes(one.key) ? { ...one, record: { ...one.record, ...next } } : one));
  };
  const keep = (name: string) => (input: Readonly<Record<string, unknown>>) => {
    asked.push([name, input]);
    if (name === 'publishMeetings') change(input['keys'] as string[], { wanted: 'event', outlook: 'waiting' });
    if (name === 'withdrawNetwork') {
      const keys = meetings.filter(({ record }) => record.network === input['network']).map(({ key }) => key);
      change(keys, { wanted: 'nothing', outlook: 'waiting' });
      return ok({ withdrawn: keys.length });
    }
    return name === 'publishMeetings' ? ok({ waiting: (input['keys'] as string[]).length }) : ok(meetings[0]);
  };
  const answers: Answers = {
    listRecords: (input) =>
      ok({
        records:
          input['kind'] === 'academy'
            ? academies
            : meetings.filter(({ record }) => input['by'] !== 'outlook' || record.outlook === input['is']),
      }),
    getRecord: (input) => ok(meetings.find(({ key }) => key === input['key'])),
    previewPublishing: () => ok({ later: [] }),
    previewMove: () => ok(nobodyAway),
    publishMeetings: keep('publishMeetings'),
    moveMeeting: keep('moveMeeting'),
    withdrawNetwork: keep('withdrawNetwork'),
    ...more,
  };
  return { answer: answering({}, answers), asked, change };
}

const open = (screen: 'meetings' | 'meeting', rig: ReturnType<typeof api>, width = 320, dark = false) =>
  stage.open({
    screen,
    given: screen === 'meeting' ? { key: 'meeting-1' } : { year: '2026/27' },
    me: trustOffice,
    answer: rig.answer,
    width,
    dark,
  });

async function toMove(page: Awaited<ReturnType<typeof open>>, date: string): Promise<void> {
  await page.getByRole('button', { name: 'Move…' }).click();
  await page.getByLabel('New date').fill(date);
  await page.getByRole('button', { name: 'See who is told' }).click();
}

test('a later addition is shown and needs an agreement before anything is sent', async () => {
  const rig = api([meetingOf(1), meetingOf(2)], {
    previewPublishing: () => ok({ agreedOn: '2026-07-10', later: [{ key: 'meeting-2', why: 'moved' }] }),
  });
  const page = await open('meetings', rig);
  await page.getByRole('button', { name: 'Select all (2)' }).click();
  await page.getByRole('button', { name: 'Publish 2…' }).click();
  await page.getByText('Later addition: 1 meeting is not in the calendar').waitFor();
  expect(await page.getByText('Year 2, Wednesday 13 January 2027: is on another day than agreed').isVisible()).toBe(
    true,
  );
  await page.getByRole('button', { name: 'Send 12 invitations' }).click();
  await page.getByText('Say with whom and when this was agreed.').waitFor();
  expect(rig.asked).toEqual([]);
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await page.getByLabel('Agreed with staff').fill('Both unions, 20 November');
  await page.getByRole('button', { name: 'Send 12 invitations' }).click();
  await page.getByText('In Outlook: 0 of 2').waitFor();
  expect(rig.asked).toEqual([
    ['publishMeetings', { keys: ['meeting-1', 'meeting-2'], agreement: 'Both unions, 20 November' }],
  ]);
});

test('while nobody knows whether staff agreed, nothing can be sent', async () => {
  const rig = api([meetingOf(1)], { previewPublishing: () => refuse('busy', 'Microsoft 365 is busy.') });
  const page = await open('meetings', rig);
  await page.getByRole('button', { name: 'Select all (1)' }).click();
  await page.getByRole('button', { name: 'Publish 1…' }).click();
  await page.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  expect(await page.getByRole('button', { name: 'Send 6 invitations' }).isDisabled()).toBe(true);
});

test.each([
  ['light', false],
  ['dark', true],
])('a move says which academies are closed, who cannot come, and asks for an agreement, %s', async (_look, dark) => {
  const rig = api([meetingOf(1, sent)], {
    previewMove: () =>
      ok({
        closed: [{ name: 'Millbrook Primary Academy', because: 'INSET at Millbrook', isHost: true }],
        cannotCome: [
          { who: 'Wren Whitlock 1', because: 'INSET at Millbrook' },
          { who: 'Wren Whitlock 2', because: 'Busy in Outlook' },
        ],
        nobodyFrom: ['Millbrook Primary Academy', 'Ashdown Primary Academy'],
        later: 'moved',
        agreedOn: '2026-07-10',
      }),
  });
  const page = await open('meeting', rig, 320, dark);
  await toMove(page, '20/1/2027');
  await page.getByText('Nobody could come from Millbrook Primary Academy and Ashdown Primary Academy.').waitFor();
  expect(await page.getByText('Millbrook Primary Academy, the host: INSET at Millbrook').isVisible()).toBe(true);
  await page.getByText('2 of 5 people cannot come').click();
  expect(await page.getByText('Wren Whitlock 2: Busy in Outlook').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Move this meeting' }).click();
  await page.getByText('Say with whom and when this was agreed.').waitFor();
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  await page.getByLabel('Agreed with staff').fill('Asked everybody on 1 May');
  await page.getByRole('button', { name: 'Move this meeting' }).click();
  await page.getByRole('button', { name: 'Move…' }).waitFor();
  const input = {
    key: 'meeting-1',
    version: '"meeting-1,1"',
    date: '2027-01-20',
    from: '15:45',
    until: '16:45',
    agreement: 'Asked everybody on 1 May',
  };
  expect(rig.asked).toEqual([['moveMeeting', input]]);
});

test('a day on which nobody can meet is refused before anything is done, and another can be typed', async () => {
  const sentence = 'This is a Saturday. Choose a school day.';
  const rig = api([meetingOf(1, sent)], {
    previewMove: (input) => (input['date'] === '2027-01-16' ? refuse('invalid', sentence) : ok(nobodyAway)),
  });
  const page = await open('meeting', rig);
  await toMove(page, '16/1/2027');
  await page.getByRole('alert').getByText(sentence).waitFor();
  expect(await page.getByRole('button', { name: 'Move this meeting' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Not now' }).click();
  await page.getByLabel('New date').fill('18/1/2027');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page.getByText('Everybody who is invited is free then').waitFor();
  await page.getByRole('button', { name: 'Move this meeting' }).click();
  await page.getByRole('button', { name: 'Move…' }).waitFor();
  expect(rig.asked).toHaveLength(1);
});

test('a network’s year is withdrawn after a look at who is told, and followed until it is done', async () => {
  const later = (number: number, more: Partial<Meeting> = {}) =>
    meetingOf(number, { ...sent, date: `2099-01-${10 + number}`, ...more });
  const rig = api([
    later(1),
    later(2),
    meetingOf(3, { date: '2099-02-01' }),
    later(4, { network: 'other', name: 'SENCo' }),
  ]);
  const page = await open('meetings', rig, 320);
  await page.getByRole('button', { name: 'Withdraw a network’s year…' }).click();
  expect(await page.getByRole('button', { name: 'See who is told' }).isDisabled()).toBe(true);
  await page.getByLabel('Network to withdraw').selectOption('Year 2 (3 meetings)');
  await page.getByRole('button', { name: 'See who is told' }).click();
  await page
    .getByText('Outlook takes 2 meetings out of the calendars of 6 people and sends 12 cancellations.')
    .waitFor();
  expect(await page.getByText('This cannot be undone').isVisible()).toBe(true);
  expect([await axeProblems(page), await scrollsSideways(page)]).toEqual([[], false]);
  expect(rig.asked).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw 3 meetings' }).click();
  await page.getByText('In Outlook: 0 of 3').waitFor();
  expect(rig.asked).toEqual([['withdrawNetwork', { network: 'network-year-2', year: '2026/27' }]]);
  rig.change(['meeting-1', 'meeting-2'], { outlook: 'cancelled' });
  await page.getByText('In Outlook: 2 of 3').waitFor();
});

test('240 meetings are published at once, and their progress is counted to the end', async () => {
  const many = Array.from({ length: 240 }, (_, index) =>
    meetingOf(index + 1, { number: (index % 60) + 1, date: '2027-01-12' }),
  );
  const rig = api(many);
  const page = await open('meetings', rig, 500);
  await page.getByRole('button', { name: 'Select all (240)' }).click();
  await page.getByRole('button', { name: 'Publish 240…' }).click();
  await page.getByRole('button', { name: 'Send 1440 invitations' }).click();
  await page.getByText('In Outlook: 0 of 240').waitFor();
  const wait = page.getByText(/Exchange sends at most 30 invitations a minute/);
  expect(await wait.textContent()).toContain('about 8 minutes left');
  // Who listens to the pane hears the count alone.
  expect(await wait.evaluate((line) => line.closest('[aria-live],[role=status],[role=alert]'))).toBeNull();
  const keys = many.map(({ key }) => key);
  for (const done of [20, 239, 240]) {
    rig.change(keys.slice(0, done), { outlook: 'sent', eventId: 'event' });
    await page.getByText(`In Outlook: ${done} of 240`).waitFor();
  }
  await page.getByText('Everything that was asked for is in Outlook.').waitFor();
  expect(await wait.count()).toBe(0);
});
