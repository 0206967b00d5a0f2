import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { axeProblems } from '../../axe';
import { ada } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { leader, reviewWorld, type World } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const draftKey = `draft-${ada.id}-visit-notes.review-1`;
const looks = [
  [320, false],
  [500, true],
] as const;

function open(
  world: World,
  more: { readonly width?: number; readonly dark?: boolean; readonly screen?: 'review' } = {},
) {
  const { screen = 'visitNotes', ...look } = more;
  return stage.open({ screen, given: { key: 'review-1' }, me: leader, answer: world.answer, ...look });
}

const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Draft saved at' }).waitFor();

async function checked(page: Page, name: string): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

test.each(looks)(
  'what is noted during the visit is offered in the outcome, and used with one press, at %i px',
  async (width, dark) => {
    const world = reviewWorld();
    const page = await open(world, { width, dark });
    await page.getByLabel('What I see').fill('Pupils told us which books they love.');
    await page.getByLabel('Activity').selectOption('pupil voice');
    await page.getByLabel('With which host colleague').fill('Year 5 teacher');
    await page.getByRole('button', { name: 'Add a note' }).click();
    const second = page.getByRole('region', { name: 'Note 2' });
    expect(await second.getByLabel('With which host colleague').inputValue()).toBe('Year 5 teacher');
    await second.getByLabel('What I see').fill('Calm corridors');
    await second.getByLabel('Activity').focus();
    await saved(page);
    await checked(page, `visit-notes-${width}`);
    expect(world.drafts.get(draftKey)?.record).toMatchObject({ owner: ada, about: 'visit-notes/review-1' });
    await page.getByRole('button', { name: 'Use them…' }).click();
    await page.getByText('My notes from the visit: 2 notes').waitFor();
    await checked(page, `own-notes-${width}`);
    await page.getByRole('button', { name: 'Use as evidence' }).first().click();
    await page.getByText('My notes from the visit: 1 note').waitFor();
    expect(await page.getByLabel('What we saw').inputValue()).toBe('Pupils told us which books they love.');
    expect(await page.getByLabel('Activity').inputValue()).toBe('pupil voice');
    await page.getByLabel('Focus', { exact: true }).fill('Reading');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('My notes from the visit: 1 note').click();
    await page.getByRole('button', { name: 'Use as a strength' }).click();
    expect(await page.getByLabel('Strength 1').inputValue()).toBe('Calm corridors');
    expect(await page.getByText(/^My notes from the visit/).count()).toBe(0);
  },
);

test('notes are found again after the pane was closed, and are reached from the review', async () => {
  const world = reviewWorld();
  const page = await open(world);
  await page.getByLabel('What I see').fill('Books are everywhere');
  await page.getByLabel('Activity').focus();
  await saved(page);
  await page.close();
  const again = await open(world, { screen: 'review' });
  await again.getByRole('button', { name: 'My notes' }).click();
  await again.getByRole('heading', { name: 'My notes from the visit' }).waitFor();
  await again.getByText('Books are everywhere').waitFor();
});

test('a field takes dictated words as they come: plain, in British English, with spelling, many at once', async () => {
  const page = await open(reviewWorld());
  const field = page.getByLabel('What I see');
  await field.focus();
  await page.keyboard.insertText('Pupils told us which books they love. ');
  await page.keyboard.insertText('They said why.\nCalm corridors.');
  expect(await field.inputValue()).toBe('Pupils told us which books they love. They said why.\nCalm corridors.');
  const told = await field.evaluate((box) => ({
    tag: box.tagName,
    lang: box.getAttribute('lang'),
    spelling: (box as HTMLTextAreaElement).spellcheck,
    tall: box.clientHeight >= 80,
  }));
  expect(told).toEqual({ tag: 'TEXTAREA', lang: 'en-GB', spelling: true, tall: true });
});
