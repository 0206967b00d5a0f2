import type { Frame } from 'playwright-core';
import type { Role } from '../../shared/caller';
import { scrollsSideways } from '../addin/open-panel';
import { axeProblems } from '../axe';
import { type Look, openStage, type Seat, type Stage } from '../browser';

jest.setTimeout(600_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

/** Looks at what is drawn now, under the name of the screen. */
type Check = (screen: string) => Promise<void>;

interface Walk {
  readonly who: string;
  readonly sit: (seat: Seat) => Promise<void>;
  readonly walk: (panel: Frame, check: Check) => Promise<void>;
}

const holder = (role: Role) => stage.person(({ roles }) => roles.includes(role));
const press = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name }).first().click();
const title = (panel: Frame, name: string | RegExp) => panel.getByRole('heading', { level: 1, name }).waitFor();
const settled = (panel: Frame) => panel.getByText(/…$/).first().waitFor({ state: 'hidden' });

function review(stage_: 'visited' | 'fed back') {
  const found = stage.trust.reviewing.reviews.find(({ record }) => record.stage === stage_);
  if (found === undefined) throw new Error(`No review is ${stage_}.`);
  return found.record;
}

function lastMeeting() {
  const { last } = stage.trust.meeting;
  if (last === undefined) throw new Error('No network met last week.');
  return last.record;
}

const leadWalk: Walk = {
  who: 'the lead reviewer',
  sit: async (seat) => {
    await seat.openCalendar(review('visited').visitOn);
    await seat.openEvent('Our Academies visit');
  },
  async walk(panel, check) {
    await title(panel, /^Peer review of/);
    await check('review');
    await press(panel, 'My notes');
    await title(panel, 'My notes from the visit');
    await check('notes from the visit');
    await press(panel, 'Back');
    await panel.getByRole('button', { name: /^(Log the outcome|Go on with the draft)$/ }).click();
    await title(panel, 'Log the outcome');
    await panel.getByRole('heading', { name: /^Step/ }).waitFor();
    // The draft of the walk before, in other colours.
    const previous = panel.getByRole('button', { name: 'Previous' });
    while (await previous.isVisible()) await previous.click();
    await panel.getByRole('heading', { name: 'Focus and evidence' }).waitFor();
    await panel.getByLabel('Focus').fill('');
    await press(panel, 'Next');
    await panel.locator('[aria-invalid=true]').first().waitFor();
    await check('log the outcome, step 1 with problems');
    await panel.getByLabel('Focus').fill('Reasoning in mathematics');
    await panel.getByLabel('Activity').selectOption('learning walk');
    await panel.getByLabel('With which host colleague').fill('Mathematics lead');
    await panel.getByLabel('What we saw').fill('Pupils explain.');
    await press(panel, 'Next');
    await panel.getByRole('radio', { name: 'Yes' }).check();
    await check('log the outcome, step 2');
    await panel.getByRole('radio', { name: 'No', exact: true }).check();
    await press(panel, 'Next');
    await press(panel, 'Add an action');
    await check('log the outcome, step 3');
    await press(panel, 'Remove');
    await press(panel, 'Next');
    await panel.getByText('Check and send').waitFor();
    await check('log the outcome, step 4');
  },
};

const hostWalk: Walk = {
  who: 'the head of a host academy',
  sit: async (seat) => {
    await seat.openCalendar(review('fed back').visitOn);
    await seat.openEvent('Our Academies visit');
  },
  async walk(panel, check) {
    await press(panel, 'Read and answer');
    await title(panel, 'Is it accurate?');
    await press(panel, 'Send my answer');
    await panel.getByRole('radio', { name: 'Not accurate' }).waitFor();
    await check('answer the outcome with problems');
    await press(panel, 'Back');
    await title(panel, /^Peer review of/);
    await press(panel, 'Back');
    await panel.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    await settled(panel);
    await check('first screen of a principal');
    await everyWay(panel, check, ['Peer reviews', 'Draft calendar', 'Who was represented', 'Our academies']);
  },
};

const officeWalk: Walk = {
  who: 'the trust office',
  sit: (seat) => seat.openMail(/./),
  async walk(panel, check) {
    await panel.getByRole('heading', { name: 'Go to' }).waitFor();
    await settled(panel);
    await check('first screen beside a mail');
    await everyWay(panel, check, [
      'Network meetings',
      'Networks',
      'Import',
      'Draft calendar',
      'Trust-wide priorities',
      'People and posts',
    ]);
    await press(panel, /^Plan the year/);
    await title(panel, 'Plan the year');
    await settled(panel);
    await check('plan meetings');
    await press(panel, 'Find dates');
    await panel.getByText(/Academies represented at/).waitFor();
    await check('the plan');
    await press(panel, /^Keep \d+ meetings/);
    await press(panel, 'Look at the drafts and publish');
    await press(panel, /^Select all/);
    await press(panel, /^Publish \d+/);
    await panel.getByRole('heading', { name: /^Publish these/ }).waitFor();
    await settled(panel);
    await check('publish');
    await press(panel, /, meeting 1 /);
    await title(panel, 'Network meeting');
    await panel.getByText('When, where').waitFor();
    await check('one meeting');
  },
};

const hrWalk: Walk = {
  who: 'HR',
  sit: (seat) => seat.openDocument('Appraisal statement.docx'),
  async walk(panel, check) {
    await press(panel, /^Appraisal objectives/);
    await panel.getByRole('list', { name: 'Principals' }).waitFor();
    await check('objectives');
    await panel.getByRole('list', { name: 'Principals' }).getByRole('button').first().click();
    await press(panel, 'Fill this document');
    await panel.getByRole('heading', { name: 'Fill this document?' }).waitFor();
    await check('an objective');
    await press(panel, 'Fill a template from the library');
    await title(panel, 'Fill a template');
    await settled(panel);
    await check('fill a template');
  },
};

const networkWalk: Walk = {
  who: 'the lead of a network',
  sit: async (seat) => {
    await seat.openCalendar(lastMeeting().date);
    await seat.openEvent(lastMeeting().name);
  },
  async walk(panel, check) {
    await title(panel, 'Network meeting');
    await panel.getByRole('button', { name: 'Who came' }).waitFor();
    await check('network meeting');
    await press(panel, 'Who came');
    await title(panel, 'Who came');
    await settled(panel);
    const not = panel.getByRole('button', { name: 'Not', exact: true }).first();
    await not.click();
    await panel.getByLabel(/^Why nobody could come from/).waitFor();
    await panel.getByText('All kept.').waitFor();
    await check('the register');
    await press(panel, 'Undo');
    await panel.getByText('Keeping…').waitFor({ state: 'hidden' });
    await press(panel, 'Back');
    await press(panel, 'Notes and files');
    await title(panel, 'Notes');
    await press(panel, 'Add a link');
    await check('notes of a meeting');
    await press(panel, /^Remove file/);
  },
};

async function everyWay(panel: Frame, check: Check, ways: readonly string[]): Promise<void> {
  for (const way of ways) {
    await press(panel, new RegExp(`^${way}`));
    await panel.getByRole('button', { name: 'Back', exact: true }).waitFor();
    await settled(panel);
    await check(way);
    await press(panel, 'Back');
    await panel.getByRole('heading', { name: 'Go to' }).waitFor();
  }
}

interface Dress {
  readonly name: string;
  readonly dark: boolean;
  readonly width: number;
  readonly look: Look;
}

const dresses: readonly Dress[] = [
  { name: 'light, 320 px', dark: false, width: 320, look: {} },
  { name: 'dark, 320 px', dark: true, width: 320, look: {} },
  { name: 'forced colours, 320 px', dark: false, width: 320, look: { forcedColors: 'active' } },
  { name: 'light, 500 px', dark: false, width: 500, look: {} },
];

const personOf: Readonly<Record<string, () => ReturnType<Stage['person']>>> = {
  'the lead reviewer': () => stage.person(({ id }) => id === review('visited').lead.id),
  'the head of a host academy': () => stage.person(({ id }) => id === review('fed back').hostHead.id),
  'the trust office': () => holder('TrustOffice'),
  HR: () => holder('HR'),
  'the lead of a network': () => stage.person(({ id }) => id === lastMeeting().lead.id),
};

test('axe notices a picture without words', async () => {
  const seat = await stage.seat(holder('HR'));
  await seat.openMail(/./);
  await seat.page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
  expect(await axeProblems(seat.page)).toEqual([expect.stringContaining('image-alt')]);
  await seat.leave();
});

describe.each(dresses)('in $name', ({ dark, width, look }) => {
  test.each([leadWalk, hostWalk, officeWalk, hrWalk, networkWalk])(
    'axe finds nothing wrong on the screens of $who',
    async (one) => {
      const person = personOf[one.who]?.();
      if (person === undefined) throw new Error(`Nobody is ${one.who}.`);
      const seat = await stage.seat(person, look);
      const problems: string[] = [];
      await one.sit(seat);
      if (dark) await seat.dark();
      const page = await axeProblems(seat.page);
      problems.push(...page.map((problem) => `workbench: ${problem}`));
      const panel = await seat.openPanelSignedIn(async (frame) => {
        problems.push(...(await axeProblems(frame)).map((problem) => `sign in: ${problem}`));
      });
      await seat.widenPanel(width);
      await one.walk(panel, async (screen) => {
        problems.push(...(await axeProblems(panel)).map((problem) => `${screen}: ${problem}`));
        if (await scrollsSideways(panel)) problems.push(`${screen}: wider than the pane`);
      });
      await seat.leave();
      expect(problems).toEqual([]);
    },
  );
});
