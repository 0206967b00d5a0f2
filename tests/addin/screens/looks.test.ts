import type { ScreenName } from '../../../addin/screens/names';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import {
  academies,
  answering,
  meetingOf,
  networks,
  objectiveOf,
  people,
  schoolYears,
  trustOffice,
} from './trust-records';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
afterEach(() => expect(faults.splice(0)).toEqual([]));

const meetings = [
  meetingOf(1),
  meetingOf(2, { outlook: 'sent', wanted: 'event', eventId: 'event-2' }),
  meetingOf(3, { outlook: 'waiting', wanted: 'event' }),
  meetingOf(4, { outlook: 'failed', wanted: 'event', outlookProblem: 'One address is not known to Exchange.' }),
  meetingOf(5, { outlook: 'changed in Outlook', wanted: 'event', eventId: 'event-5' }),
];
const answer = answering(
  {
    academy: academies,
    person: people,
    network: networks,
    schoolYear: schoolYears,
    meeting: meetings,
    objective: [objectiveOf(1)],
  },
  {
    previewPublishing: () => ok({ later: [] }),
    membershipChanges: () =>
      ok({
        agreedOn: '2026-07-10',
        changes: people.slice(0, 2).map(({ record }, index) => ({
          meeting: 'meeting-1',
          name: 'Year 2',
          date: '2027-01-12',
          published: true,
          does: index === 0 ? 'add' : 'remove',
          who: record.who,
          academyName: 'Millbrook Primary Academy',
          because: index === 0 ? 'belongs to the network now' : 'no longer works for us',
          later: index === 0,
        })),
      }),
    appraisals: () => ok({ people: [{ person: objectiveOf(1).record.who, objectives: [objectiveOf(1)] }] }),
    mailboxes: () => ok({ withoutMailbox: [] }),
    meetingRegister: () => ok({ open: false, rows: [], may: { addAcademy: true, writeNotes: true } }),
    templates: () =>
      ok({ templates: [{ id: 't', name: 'Appraisal.docx', changedAt: '2026-09-01T08:00:00Z', bytes: 1 }] }),
  },
);

/** Each screen of the trust office and HR, and what is there once it is drawn. */
const screens: readonly (readonly [ScreenName, Readonly<Record<string, string>>, string])[] = [
  ['imports', {}, 'Show what would change'],
  ['networks', {}, 'Add a network'],
  ['plan', {}, 'Find dates'],
  ['meetings', { year: '2026/27' }, 'Select all (2)'],
  ['meeting', { key: 'meeting-5' }, 'Put back…'],
  ['memberships', {}, 'Select all (2)'],
  ['appraisals', { year: '2026/27' }, 'Fill a template'],
  ['objective', { key: 'objective-1' }, 'Change this objective'],
  ['fillTemplate', { year: '2026/27' }, 'Select everybody (1)'],
];

test.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['in forced colours', { forcedColors: true }],
])('at 320 px every screen fits and axe finds nothing wrong, %s', async (_look, look) => {
  for (const [screen, given, button] of screens) {
    const page = await stage.open({ screen, given, me: trustOffice, answer, width: 320, ...look });
    await page.getByRole('button', { name: button }).waitFor();
    expect([screen, await axeProblems(page), await scrollsSideways(page)]).toEqual([screen, [], false]);
    await page.context().close();
  }
});

test('the pane can be worked by keyboard alone: choose, look, publish', async () => {
  const asked: unknown[] = [];
  const page = await stage.open({
    screen: 'meetings',
    given: { year: '2026/27' },
    me: trustOffice,
    answer: (request, input) => {
      if (request !== 'publishMeetings') return answer(request, input);
      asked.push(input);
      return ok({ waiting: 1 });
    },
  });
  await page.getByRole('button', { name: 'Select all (2)' }).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  const reach = async (name: string): Promise<void> => {
    for (let press = 0; press < 40; press += 1) {
      const focused = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
      if (focused?.startsWith(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  await reach('Select Year 2, meeting 1');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Publish 1…', disabled: false }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await reach('Publish 1…');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send 6 invitations', disabled: false }).waitFor();
  // Until then the next Tab would go on from the button that was pressed, which is not there any more.
  await page.waitForFunction(() => document.activeElement?.textContent === 'Publish this meeting?');
  await reach('Send 6 invitations');
  await page.keyboard.press('Enter');
  await page.getByText('Publish this meeting?').waitFor({ state: 'detached' });
  expect(asked).toEqual([{ keys: ['meeting-1'] }]);
});
