import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { leader, reviewWorld } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

async function checked(page: Page, name: string): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const looks = [
  [320, false],
  [500, true],
] as const;

test.each(looks)(
  'what is owed, the workshops to lead and the reviews, each in its list, at %i px',
  async (width, dark) => {
    const page = await stage.open({ screen: 'myReviews', me: leader, width, dark, answer: reviewWorld().answer });
    const owed = page.getByRole('list', { name: 'What you owe' }).getByRole('listitem');
    await owed.first().waitFor();
    expect(await owed.allTextContents()).toEqual([
      'Log the outcomePeer review at Alderbrook Primary Academy · by 16 November 2026Late',
      'Support that your academy has offeredHalf a day of our mathematics lead · by 29 January 2027',
    ]);
    expect(await page.getByRole('list', { name: 'Workshops that you lead' }).textContent()).toContain(
      'Tuesday 12 January 2027, 15:45 to 17:00',
    );
    expect(await page.getByRole('list', { name: 'Workshops that you led' }).textContent()).toContain('Fernhill');
    await checked(page, `my-reviews-${width}`);
    await owed.first().getByRole('button').click();
    await page.getByRole('heading', { name: 'Peer review at Alderbrook Primary Academy' }).waitFor();
  },
);

test.each(looks)('the board reads the summaries that heads share, at %i px', async (width, dark) => {
  const summary = {
    key: 'finding-1',
    academy: 'Alderbrook Primary Academy',
    focus: 'Reading in Key Stage 2',
    strengths: ['Books are everywhere', 'Calm corridors'],
    considerations: ['Reading at home'],
    impact: 'Every pupil reads every day.',
  };
  const world = reviewWorld({ boardSummaries: () => ok({ summaries: [summary] }) });
  const me = { ...leader, roles: ['Trustee' as const] };
  const page = await stage.open({ screen: 'boardSummaries', me, width, dark, answer: world.answer });
  const card = page.getByRole('region', { name: 'Alderbrook Primary Academy' });
  await card.getByText('Every pupil reads every day.').waitFor();
  await checked(page, `board-summaries-${width}`);
});

test('where no head has shared one, the board is told so', async () => {
  const world = reviewWorld({ boardSummaries: () => ok({ summaries: [] }) });
  const page = await stage.open({ screen: 'boardSummaries', me: leader, answer: world.answer });
  await page.getByText('No summaries yet').waitFor();
  expect(await axeProblems(page)).toEqual([]);
});
