import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Cycle } from '../../../addin/screens/review/cycle-words';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { ada, ben, cleo, validFinding, validReview } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { host, leader, reviewWorld, stored } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const nothing = { move: false, finish: false, agree: false } as const;
const both = { move: true, finish: true, agree: false } as const;
const plannedReview = { ...validReview, stage: 'data shared', visitOn: '2026-12-14' } as const;
const held = stored('review-1', plannedReview, '"7"');
const cycle: Cycle = {
  review: { ...held, actor: { ...held.actor } },
  title: 'Peer review at Alderbrook Primary Academy',
  stages: [
    { step: 'self-review', owner: ben, on: '2026-11-20', doneOn: '2026-11-19', state: 'done', may: nothing },
    { step: 'data sharing', key: 'd', version: '"3"', owner: ben, on: '2026-11-22', state: 'late', may: both },
    {
      step: 'visit',
      key: 'review-1',
      version: '"7"',
      owner: ada,
      on: '2026-12-14',
      from: '09:00',
      until: '15:00',
      state: 'to come',
      outlook: 'sent',
      may: { move: true, finish: false, agree: false },
    },
    { step: 'feedback', owner: ada, on: '2026-12-14', from: '15:15', until: '16:00', state: 'to come', may: nothing },
    { step: 'record confirmed', owner: ben, on: '2027-01-04', state: 'to come', may: nothing },
    {
      step: 'workshop',
      key: 'w',
      version: '"9"',
      owner: cleo,
      on: '2027-01-05',
      from: '15:45',
      until: '17:00',
      state: 'to come',
      outlook: 'changed in Outlook',
      changed: { seen: [{ date: '2027-01-07', from: '16:00', until: '17:15' }], gone: false },
      may: { move: true, finish: false, agree: false },
    },
    { step: 'first follow-up', owner: ben, on: '2027-02-08', state: 'to come', may: nothing },
    { step: 'second follow-up', owner: ben, on: '2027-04-12', state: 'to come', may: nothing },
    { step: 'impact review', owner: ben, on: '2027-04-26', state: 'to come', may: nothing },
  ],
  may: { agreeScope: true, reviewImpact: true, share: true, cancel: true },
};

interface Sent {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

async function open(more: Parameters<typeof reviewWorld>[0] = {}, dark = false): Promise<{ page: Page; sent: Sent[] }> {
  const sent: Sent[] = [];
  const keep = (name: string) => (input: Readonly<Record<string, unknown>>) => {
    sent.push({ name, input });
    return ok(cycle);
  };
  const world = reviewWorld({
    reviewCycle: () => ok(cycle),
    moveStage: keep('moveStage'),
    finishStage: keep('finishStage'),
    agreeScope: keep('agreeScope'),
    agreeFeedback: keep('agreeFeedback'),
    reviewImpact: keep('reviewImpact'),
    cancelReview: keep('cancelReview'),
    changeRecord: (input) => (input['kind'] === 'review' ? keep('changeRecord')(input) : undefined),
    ...more,
  });
  const page = await stage.open({ screen: 'review', given: { key: 'review-1' }, me: host, dark, answer: world.answer });
  await page.getByRole('list', { name: 'The cycle' }).waitFor();
  return { page, sent };
}

/** Kept as a picture where somebody wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width: 320, height: 2200 });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test('the cycle is one line from above to below, with one mark where it stands, by word and not by colour alone', async () => {
  for (const dark of [false, true]) {
    const { page } = await open({}, dark);
    const points = page.getByRole('list', { name: 'The cycle' }).getByRole('listitem');
    expect(await points.count()).toBe(9);
    expect(await points.nth(0).textContent()).toContain('Done on 19 November 2026');
    expect(await points.nth(1).textContent()).toMatch(/Data shared\s*Late\s*Sunday 22 November 2026\s*Ben Beech/);
    expect(await points.nth(5).textContent()).toContain('Changed in Outlook: see below');
    expect(await page.locator('[aria-current=step]').count()).toBe(1);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await look(page, `cycle-${dark ? 'dark' : 'light'}`);
  }
});

test('a stage that was moved in Outlook asks whether it follows, and says what that means', async () => {
  const { page, sent } = await open({
    takeOver: (input: Readonly<Record<string, unknown>>) => {
      sent.push({ name: 'takeOver', input });
      return ok(held);
    },
  });
  await page.getByText('Improvement workshop was changed in Outlook.').waitFor();
  await page.getByText('Thursday 7 January 2027, 16:00 to 17:15').waitFor();
  await press(page, 'Take over…');
  await page.getByText(/Here it is on Thursday 7 January 2027/).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Take it over');
  await page.getByRole('button', { name: 'Move a date…' }).waitFor();
  expect(sent).toEqual([{ name: 'takeOver', input: { kind: 'stage', key: 'w', version: '"9"' } }]);
});

test('a date is moved: the day and the times go, and the sentence says whom it concerns', async () => {
  const { page, sent } = await open();
  await press(page, 'Move a date…');
  await page.getByLabel('Which step').selectOption('workshop');
  await page.getByText('Everybody in it gets the new day in Outlook.').waitFor();
  await page.getByLabel('New day').fill('14/1/2027');
  await page.getByLabel('From').fill('15:30');
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Move it');
  await page.getByRole('button', { name: 'Move a date…' }).waitFor();
  expect(sent).toEqual([
    {
      name: 'moveStage',
      input: { key: 'review-1', step: 'workshop', version: '"9"', on: '2027-01-14', from: '15:30', until: '17:00' },
    },
  ]);
});

test('a day that is refused is said at its field, and what was typed stays', async () => {
  const sentence = 'Elmbank Primary cannot on Wednesday 16 December 2026: it is closed or keeps clear.';
  const { page } = await open({
    moveStage: () => refuse('invalid', sentence, { fields: [{ path: 'on', sentence }] }),
  });
  await press(page, 'Move a date…');
  await page.getByLabel('New day').fill('16/12/2026');
  await press(page, 'Move it');
  await page.getByText(sentence).waitFor();
  expect(await page.getByLabel('New day').inputValue()).toBe('16/12/2026');
  expect(await axeProblems(page)).toEqual([]);
});

test('what has taken place is said with one confirmation', async () => {
  const { page, sent } = await open();
  await press(page, 'The data is shared…');
  await page.getByText('It was planned for Sunday 22 November 2026.').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Yes');
  await page.getByRole('button', { name: 'Move a date…' }).waitFor();
  expect(sent).toEqual([{ name: 'finishStage', input: { key: 'review-1', step: 'data sharing', version: '"3"' } }]);
});

test('the host head chooses the focus, keeps it for later, and signs it', async () => {
  const { page, sent } = await open();
  await press(page, 'Change the focus');
  await page.getByLabel('Focus').fill('Reading');
  await press(page, 'Save for later');
  await press(page, 'Change the focus');
  await page.getByLabel('Focus').fill('Reading');
  await page.getByLabel('Enquiry question').fill('Do all pupils read daily?');
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Sign the scope');
  await page.getByRole('button', { name: 'Change the focus' }).waitFor();
  expect(sent.map(({ input }) => input['sign'])).toEqual([false, true]);
  expect(sent[1]?.input).toMatchObject({
    focus: 'Reading',
    enquiryQuestion: 'Do all pupils read daily?',
    version: '"7"',
  });
});

test('an impact review needs its sentence, and closes the review', async () => {
  const { page, sent } = await open();
  await press(page, 'Review the impact');
  await press(page, 'Close this review');
  await page.getByText('Say what has changed for your pupils.').waitFor();
  await page.getByLabel('What has changed for our pupils').fill('Every pupil reads every day.');
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Close this review');
  await page.getByRole('button', { name: 'Review the impact' }).waitFor();
  expect(sent).toEqual([
    { name: 'reviewImpact', input: { key: 'review-1', statement: 'Every pupil reads every day.' } },
  ]);
});

test('sharing says who will read it before it is pressed', async () => {
  const { page, sent } = await open();
  await press(page, 'Who may read it…');
  expect(await page.getByRole('button', { name: 'Share like this' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('radio', { name: 'Our triad' }).check();
  await page.getByText(/^Everybody of the academies in your triad may read the findings: Alderbrook/).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await press(page, 'Share like this');
  await page.getByRole('button', { name: 'Who may read it…' }).waitFor();
  expect(sent[0]?.input).toMatchObject({
    kind: 'review',
    key: 'review-1',
    record: { sharing: 'triad', stage: 'data shared' },
  });
});

test('the head sees what the board will read, word for word, before the board may read it', async () => {
  for (const dark of [false, true]) {
    const world = reviewWorld();
    const overview = world.answer('reviewOverview', {});
    const finding = stored('finding-1', { ...validFinding, strengths: ['Ben Beech knows every pupil'] });
    const known = overview.ok ? { ...(overview.value as object), finding } : {};
    const { page, sent } = await open({ reviewOverview: () => ok(known) }, dark);
    await press(page, 'Who may read it…');
    await page.getByText('The board reads a summary, too').click();
    await page.getByText('The board reads a summary: executives and trustees.').waitFor();
    const summary = page.getByRole('group').filter({ hasText: 'What the board will read' });
    await summary.getByText('a colleague knows every pupil').waitFor();
    expect(await summary.getByText('Pupils talk about books.').count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await look(page, `sharing-board-${dark ? 'dark' : 'light'}`);
    await press(page, 'Share like this');
    await page.getByRole('button', { name: 'Who may read it…' }).waitFor();
    expect(sent[0]?.input).toMatchObject({ key: 'review-1', record: { sharing: 'none', boardSummary: true } });
  }
});

test('that feedback was given and agreed is said with one confirmation', async () => {
  const now: Cycle = {
    ...cycle,
    stages: cycle.stages.map((one) =>
      one.step === 'feedback'
        ? { ...one, key: 'f', version: '"4"', agreedBy: [ada], may: { ...nothing, agree: true } }
        : one,
    ),
  };
  const { page, sent } = await open({ reviewCycle: () => ok(now) });
  await page.getByText('Feedback was given, says Ada Alder').waitFor();
  await press(page, 'Feedback was given…');
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Yes');
  await page.getByRole('button', { name: 'Feedback was given…' }).waitFor();
  expect(sent).toEqual([{ name: 'agreeFeedback', input: { key: 'review-1', version: '"4"' } }]);
});

test('who may do nothing is shown the dates and no buttons', async () => {
  const quiet: Cycle = {
    ...cycle,
    stages: cycle.stages.map((one) => ({ ...one, may: nothing })),
    may: { agreeScope: false, reviewImpact: false, share: false, cancel: false },
  };
  const world = reviewWorld({ reviewCycle: () => ok(quiet) });
  const page = await stage.open({ screen: 'review', given: { key: 'review-1' }, me: leader, answer: world.answer });
  await page.getByText('Improvement workshop', { exact: true }).waitFor();
  expect(await page.getByRole('toolbar').getByRole('button').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
});
