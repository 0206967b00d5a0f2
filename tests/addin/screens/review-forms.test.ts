import type { Page } from 'playwright-core';
import type { Cycle } from '../../../addin/screens/review/cycle-words';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { ben, validReview } from '../../make';
import { faults, openStage, type Stage } from '../open-panel';
import { host, reviewWorld, stored } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const held = stored('review-1', { ...validReview, stage: 'data shared', visitOn: '2026-12-14' });
const cycle: Cycle = {
  review: { ...held, actor: { ...held.actor } },
  title: 'Peer review at Alderbrook Primary Academy',
  stages: [
    {
      step: 'self-review',
      owner: ben,
      on: '2026-11-20',
      state: 'done',
      may: { move: false, finish: false, agree: false },
    },
  ],
  may: { agreeScope: true, reviewImpact: true, share: false, cancel: false },
};
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('what was begun in a small form is there again after the pane was closed, and gone once it is sent', async () => {
  const world = reviewWorld({
    reviewCycle: () => ok(cycle),
    agreeScope: () => ok(cycle),
    reviewImpact: () => ok(cycle),
  });
  const again = async () => {
    const page = await stage.open({ screen: 'review', given: { key: 'review-1' }, me: host, answer: world.answer });
    await page.getByRole('list', { name: 'The cycle' }).waitFor();
    return page;
  };
  let page = await again();
  await press(page, 'Change the focus');
  await page.getByLabel('Focus').fill('Reading, and why');
  await page.getByLabel('Enquiry question').focus();
  await page.getByText('Draft saved at').waitFor();
  await page.close();
  page = await again();
  await press(page, 'Change the focus');
  await page.getByText('This is what you wrote on 23 November 2026').waitFor();
  expect(await page.getByLabel('Focus').inputValue()).toBe('Reading, and why');
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Save for later');
  await press(page, 'Review the impact');
  await page.getByLabel('What has changed for our pupils').fill('Every pupil reads');
  await page.getByRole('button', { name: 'Close this review' }).focus();
  await page.getByText('Draft saved at').waitFor();
  expect([...world.drafts.keys()]).toEqual([`draft-${ben.id}-review-impact.review-1`]);
  await press(page, 'Close this review');
  await page.getByRole('button', { name: 'Review the impact' }).waitFor();
  expect(world.drafts.size).toBe(0);
});
