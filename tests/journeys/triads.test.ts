import type { Frame } from 'playwright-core';
import { axeProblems } from '../axe';
import { openStage, type Stage } from '../browser';
import { eventually, listItems } from '../in-graph';

jest.setTimeout(240_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage?.stop());

/** Out of the start page, on which one is after signing in. */
async function openScreen(panel: Frame, words: string): Promise<void> {
  await panel.getByRole('button', { name: words }).first().click();
  await panel.getByRole('heading', { level: 1, name: words }).waitFor();
}

async function planTwoRounds(panel: Frame): Promise<void> {
  await panel.getByRole('combobox', { name: 'Rounds to plan' }).selectOption('2');
  await panel.getByRole('button', { name: 'Find triads' }).click();
  await panel.getByRole('img', { name: /^Map of the 5 triads of round 2/ }).waitFor();
  await panel.getByRole('button', { name: 'Find triads again' }).waitFor({ timeout: 60_000 });
  await panel.getByText('nobody meets again, 30 are fresh').waitFor();
}

async function moveByKeyboardAndUndo(panel: Frame): Promise<void> {
  const first = panel.getByRole('list', { name: 'Academies of Triad 1' }).getByRole('button').first();
  await first.press('Enter');
  await panel.getByRole('combobox', { name: 'Move to…' }).selectOption({ index: 1 });
  await panel
    .getByRole('button', { name: /^Swap with/ })
    .first()
    .press('Enter');
  await panel.getByText('By hand').waitFor();
  await panel.getByRole('button', { name: 'Undo the last move' }).press('Enter');
  await panel.getByText('By hand').waitFor({ state: 'detached' });
}

test('the trust office plans two rounds, proves and publishes one, and a principal sees their own triad', async () => {
  const office = await stage.seat(stage.person(({ roles }) => roles.includes('TrustOffice')));
  await office.openDocument('Appraisal statement.docx');
  const panel = await office.openPanelSignedIn();
  await openScreen(panel, 'Peer review triads');
  await planTwoRounds(panel);
  expect(await axeProblems(panel)).toEqual([]);
  await moveByKeyboardAndUndo(panel);

  // The exact solver of the service, over the wire.
  await panel.getByRole('button', { name: 'Prove round 2' }).click();
  await panel.getByText(/^Round 2\. |^Better triads of round 2 were found/).waitFor({ timeout: 60_000 });

  await panel.getByRole('button', { name: 'Publish round 2…' }).click();
  await panel.getByRole('button', { name: 'See what will be made' }).click();
  const publish = panel.getByRole('button', { name: 'Publish 5 triads and 15 peer reviews' });
  await publish.waitFor({ timeout: 120_000 });
  expect((await listItems(stage, 'trust', 'Triads')).length).toBe(5);
  await publish.click();
  await panel.getByText('5 triads and 15 peer reviews are made for').waitFor({ timeout: 120_000 });

  const triads = await eventually(
    'five more triads are kept',
    () => listItems(stage, 'trust', 'Triads'),
    (found) => found.length === 10,
  );
  const second = triads.filter(({ Round }) => Round === 2);
  const placed = second.flatMap(({ Academies }) => JSON.parse(String(Academies)) as string[]);
  expect(new Set(placed).size).toBe(15);
  const reviews = await listItems(stage, 'trust', 'Reviews');
  const hosts = reviews.filter(({ Year }) => Year === second[0]?.['Year']).map(({ Host }) => Host);
  expect(new Set(hosts).size).toBe(15);

  // What was published is history for the next plan.
  await panel.getByRole('button', { name: 'Plan the next round' }).click();
  await panel.getByText('15 academies, 2 earlier rounds.').waitFor();

  const principal = stage.person(({ roles, post }) => roles.includes('Principal') && post === 'Principal');
  const seat = await stage.seat(principal);
  await seat.openDocument('Appraisal statement.docx');
  const own = await seat.openPanelSignedIn();
  await openScreen(own, 'My triad');
  await own.getByRole('heading', { name: /^Triad \d, round 2$/ }).waitFor();
  expect(await own.getByText('A fresh partner: you have not been together yet.').count()).toBe(2);
  expect(await own.getByRole('list', { name: 'Visits of your triad' }).getByRole('button').count()).toBe(3);
  expect(await axeProblems(own)).toEqual([]);
});
