import type { Page } from 'playwright-core';
import type { OpenItem } from '../../../addin/host/port';
import type { ScreenName } from '../../../addin/screens/names';
import { refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
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

const ours: OpenItem = {
  what: 'meeting',
  subject: 'Visit',
  text: 'Open in Our Academies <https://x.example/open/review/review-1>',
  start: '2026-11-16T09:00:00Z',
  end: '2026-11-16T15:00:00Z',
};

function open(world: World, item?: OpenItem, screen: ScreenName = 'home', dark = false): Promise<Page> {
  return stage.open({ screen, me: leader, answer: world.answer, dark, ...(item === undefined ? {} : { item }) });
}

test('lists what waits, in verbs and British dates, and opens it', async () => {
  const page = await open(reviewWorld());
  await page.getByText('Log the outcome · 16 November 2026').waitFor();
  await page.getByText('Follow up this action · 30 November 2026').waitFor();
  await page.getByRole('button', { name: /Log the outcome/ }).click();
  await page.getByRole('heading', { name: 'Step 1 of 4' }).waitFor();
});

test('a meeting of ours is recognised by the key in its body', async () => {
  const world = reviewWorld();
  const page = await open(world, ours);
  await page.getByRole('region', { name: 'This meeting' }).getByRole('button', { name: 'Open' }).click();
  await page.getByText('Monday 16 November 2026, 09:00 to 15:00').waitFor();
  await page.getByRole('button', { name: 'Log the outcome' }).waitFor();
});

test('a meeting of somebody else’s review says so', async () => {
  const sentence = 'You may not read this review.';
  const page = await open(reviewWorld({ open: () => refuse('not-allowed', sentence) }), ours);
  await page.getByText(`This meeting: ${sentence}`).waitFor();
});

test('an item that belongs to nothing offers to find a review or to start one, with its day filled in', async () => {
  const world = reviewWorld();
  const page = await open(world, { ...ours, text: 'Coffee' });
  await page.getByRole('button', { name: 'Find a review' }).waitFor();
  await page.getByRole('button', { name: 'Start a review' }).click();
  await page.getByLabel('Visit on').waitFor();
  const values = ['Visit on', 'Visit starts', 'Visit ends', 'Lead reviewer'].map((label) =>
    page.getByLabel(label).inputValue(),
  );
  expect(await Promise.all(values)).toEqual(['16/11/2026', '09:00', '15:00', 'Ada Alder']);
});

test('nothing waits: it says so', async () => {
  const page = await open(reviewWorld({ waiting: () => ({ ok: true, value: { items: [] } }) }));
  await page.getByText('Nothing waits for you').waitFor();
});

test('without a network there is a sentence and a way to try again', async () => {
  const world = reviewWorld();
  world.offline = true;
  const page = await open(world);
  await page.getByRole('alert').filter({ hasText: 'no connection' }).waitFor();
  world.offline = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Follow up this action').waitFor();
});

test('the ways are those of one’s roles', async () => {
  const page = await open(reviewWorld());
  const ways = page.getByRole('list', { name: 'Go to' });
  await ways.getByText('Peer reviews').waitFor();
  expect(await ways.getByText('Import').count()).toBe(0);
});

test.each([
  ['home', false],
  ['home', true],
  ['myReviews', false],
  ['startReview', true],
] as const)('%s is accessible and fits 320 px (dark: %s)', async (screen, dark) => {
  const page = await open(reviewWorld(), ours, screen, dark);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});
