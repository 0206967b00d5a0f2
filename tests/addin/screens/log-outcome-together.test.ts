import type { Page } from 'playwright-core';
import type { Me } from '../../../addin/panel-context';
import { axeProblems } from '../../axe';
import { cleo } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { leader, reviewWorld } from '../review-world';
import { bodyOf, fillFirst, fillSecond, look, next, openOutcome, status, step } from './outcome-form';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const reviewer: Me = { ...leader, id: cleo.id, name: cleo.name };

async function twoReviewers(more: { readonly dark?: boolean; readonly width?: number } = {}) {
  const world = reviewWorld();
  const [one, other] = [
    await openOutcome(stage, world, more),
    await openOutcome(stage, world, { ...more, me: reviewer }),
  ];
  for (const page of [one, other]) await step(page, 1);
  return { world, one, other };
}

test('two reviewers write at once: what each of them wrote comes together, without a question', async () => {
  const { world, one, other } = await twoReviewers();
  await fillFirst(one);
  await one.getByLabel('Focus', { exact: true }).focus();
  await status(one, 'Draft saved at');
  // Begun before the first had saved: the same first entry, by another hand.
  await other.getByLabel('Activity').selectOption('pupil voice');
  await other.getByLabel('With which host colleague').fill('Year 5 teacher');
  await other.getByLabel('What we saw').fill('Pupils told us which books they love.');
  await other.getByLabel('Focus', { exact: true }).focus();
  await status(other, 'With what Ada Alder wrote.');
  expect(await other.getByLabel('Focus', { exact: true }).inputValue()).toBe('Reading in Key Stage 2');
  const observed = (page: Page) =>
    page.getByLabel('What we saw').evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  const both = ['Pupils talk about books.', 'Pupils told us which books they love.'];
  expect(await observed(other)).toEqual(both);
  await status(other, 'Draft saved at');
  expect(bodyOf(world)?.['others']).toEqual([]);
  // The first pane looks by itself, and goes on with both.
  await one.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await status(one, 'With what Cleo Cedar wrote.');
  expect(await observed(one)).toEqual(both);
  await one.getByLabel('With which host colleague').first().fill('English lead, Year 6');
  await one.getByLabel('Focus', { exact: true }).focus();
  await status(one, 'Draft saved at');
  expect(bodyOf(world)).toMatchObject({
    focus: 'Reading in Key Stage 2',
    activities: [{ withColleague: 'English lead, Year 6' }, { withColleague: 'Year 5 teacher' }],
  });
});

test.each([
  [320, false],
  [500, true],
])('two reviewers changed one field: both versions are shown, at %i px, and one is chosen', async (width, dark) => {
  const { world, one, other } = await twoReviewers({ width, dark });
  await one.getByLabel('Focus', { exact: true }).fill('Reading in Year 3');
  await one.getByLabel('Activity').focus();
  await status(one, 'Draft saved at');
  await other.getByLabel('Focus', { exact: true }).fill('Writing in Year 5');
  await other.getByLabel('Activity').focus();
  const card = other.getByRole('region', { name: 'Focus' });
  await card.getByText('Writing in Year 5').waitFor();
  await card.getByText('Written by Ada Alder').waitFor();
  await card.getByText('Reading in Year 3').waitFor();
  expect(await axeProblems(other)).toEqual([]);
  expect(await scrollsSideways(other)).toBe(false);
  await look(other, `two-versions-${width}-${dark ? 'dark' : 'light'}`);
  // A pane that is closed now loses neither: both lie in the tenant.
  await status(other, 'Draft saved at');
  expect(bodyOf(world)).toMatchObject({ focus: 'Writing in Year 5', others: [{ value: 'Reading in Year 3' }] });
  await card.getByRole('button', { name: 'Keep both' }).click();
  expect(await other.getByLabel('Focus', { exact: true }).inputValue()).toBe('Writing in Year 5 Reading in Year 3');
  await card.waitFor({ state: 'detached' });
});

test('nobody sends what a colleague has just written without having seen it', async () => {
  const { world, one, other } = await twoReviewers();
  await fillFirst(one);
  await next(one);
  await fillSecond(one);
  await next(one);
  await next(one);
  await step(one, 4);
  await status(one, 'Draft saved at');
  // What the colleague wrote may come in, before one's own, while one types.
  const own = other.getByRole('region', { name: /^Evidence \d/ }).last();
  await own.getByLabel('With which host colleague').fill('Year 5 teacher');
  await own.getByLabel('What we saw').fill('Pupils told us which books they love.');
  await own.getByLabel('Activity').selectOption('pupil voice');
  await other.getByLabel('Focus', { exact: true }).focus();
  await status(other, 'Draft saved at');
  await one.getByRole('button', { name: 'Send to the host' }).click();
  await one.getByText('Cleo Cedar has just written something more. Read it before you send.').waitFor();
  await one.getByText('Pupils told us which books they love.').waitFor();
  expect(world.sent).toEqual([]);
  await one.getByRole('button', { name: 'Send to the host' }).click();
  await one.getByText('Sent. The head').waitFor();
  expect(world.sent).toHaveLength(1);
  // The other pane is told, and what stands in it is not lost.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await other.getByText('This outcome was sent or removed in another panel. What you wrote is still here.').waitFor();
});
