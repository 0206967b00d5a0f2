import type { Page } from 'playwright-core';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { validAction, validFinding } from '../../make';
import { faults, openStage, type Stage } from '../open-panel';
import { host, reviewWorld, stored, type World } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

function sent(more: Parameters<typeof reviewWorld>[0] = {}): World {
  const world = reviewWorld(more);
  world.finding = stored('finding-1', validFinding);
  return world;
}

function open(world: World): Promise<Page> {
  return stage.open({ screen: 'answerOutcome', given: { key: 'review-1' }, me: host, answer: world.answer });
}

const send = (page: Page) => page.getByRole('button', { name: 'Send my answer' }).click();

test('the host head reads everything and marks it accurate', async () => {
  const world = sent();
  const page = await open(world);
  for (const text of ['Reading in Key Stage 2', 'Pupils talk about books.', 'Books are everywhere', 'Reading at home'])
    await page.getByText(text).waitFor();
  await page.getByRole('radio', { name: 'Accurate', exact: true }).check();
  await send(page);
  await page.getByText('You marked the findings accurate.').waitFor();
  expect(world.answers).toEqual([{ key: 'finding-1', version: '"1"', accurate: true }]);
});

test('not accurate needs a comment, and takes it to the lead reviewer', async () => {
  const world = sent();
  const page = await open(world);
  await page.getByRole('radio', { name: 'Not accurate' }).check();
  await send(page);
  await page.getByText('Say what is not accurate, so that the lead reviewer can put it right.').waitFor();
  expect(world.answers).toEqual([]);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel('Comment').fill('Home reading began in October.');
  await send(page);
  await page.getByText('Sent back to the lead reviewer with your comment.').waitFor();
  expect(world.answers).toEqual([
    { key: 'finding-1', version: '"1"', accurate: false, comment: 'Home reading began in October.' },
  ]);
});

test('nothing of a long report is squeezed, and the reason of a refusal is in sight', async () => {
  const world = sent();
  const answer: World['answer'] = (request, input) => {
    const answered = world.answer(request, input);
    if (request !== 'reviewOverview' || !answered.ok) return answered;
    return ok({ ...(answered.value as object), actions: [stored('action-1', validAction)] });
  };
  const page = await open({ ...world, answer });
  const action = page.getByRole('list', { name: 'Actions' });
  const height = async () => (await action.boundingBox())?.height ?? 0;
  await action.waitFor();
  expect(await height()).toBeGreaterThan(44);
  await page.getByRole('radio', { name: 'Not accurate' }).check();
  await send(page);
  const sentence = page.getByText('Say what is not accurate, so that the lead reviewer can put it right.');
  await sentence.waitFor();
  const [problem, footer] = [await sentence.boundingBox(), await page.locator('footer').boundingBox()];
  expect((problem?.y ?? 0) + (problem?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
});

test('no answer is chosen beforehand, and one must be', async () => {
  const world = sent();
  const page = await open(world);
  await page.getByRole('radio').first().waitFor();
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await send(page);
  await page.getByText('Choose one of the two.').waitFor();
});

test('findings that changed meanwhile are not answered; the comment stays', async () => {
  const sentence = 'Somebody changed this finding meanwhile. Compare and save again.';
  const page = await open(
    sent({ answerOutcome: () => ({ ok: false, problem: { code: 'changed-meanwhile', sentence } }) }),
  );
  await page.getByRole('radio', { name: 'Not accurate' }).check();
  await page.getByLabel('Comment').fill('Not quite.');
  await send(page);
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  expect(await page.getByLabel('Comment').inputValue()).toBe('Not quite.');
});

test('somebody who has nothing to answer is told', async () => {
  const page = await open(reviewWorld());
  await page.getByText('There is nothing to answer here').waitFor();
});

test('an outcome that may not be read by this person is not there at all', async () => {
  const world = reviewWorld({
    reviewOverview: () =>
      ok({
        ...(reviewWorld().answer('reviewOverview', {}) as { readonly value: object }).value,
        may: { logOutcome: false, answerOutcome: false, change: false },
      }),
  });
  const page = await stage.open({ screen: 'review', given: { key: 'review-1' }, me: host, answer: world.answer });
  await page.getByText('Lead reviewer').waitFor();
  expect(await page.getByRole('heading', { name: 'Findings' }).count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
});

test('a comment that was begun is there again after the pane was closed', async () => {
  const world = sent();
  const page = await open(world);
  await page.getByRole('radio', { name: 'Not accurate' }).check();
  await page.getByLabel('Comment').fill('Home reading began');
  await page.getByRole('radio', { name: 'Not accurate' }).focus();
  await page.getByText('Draft saved at').waitFor();
  await page.close();
  const again = await open(world);
  await again.getByText('This is what you wrote on').waitFor();
  expect(await again.getByLabel('Comment').inputValue()).toBe('Home reading began');
  expect(await again.getByRole('radio', { name: 'Not accurate' }).isChecked()).toBe(true);
  await send(again);
  await again.getByText('Sent back to the lead reviewer with your comment.').waitFor();
  expect(world.drafts.size).toBe(0);
});
