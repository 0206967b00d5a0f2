import type { Locator, Page } from 'playwright-core';
import { axeProblems } from '../../axe';
import { validFinding } from '../../make';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { reviewWorld, stored, type World } from '../review-world';
import { bodyOf, fillFirst, fillSecond, fillThird, next, openOutcome, status, step } from './outcome-form';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

function open(world: World, more: { readonly dark?: boolean } = {}): Promise<Page> {
  return openOutcome(stage, world, more);
}

const expectFocus = async (place: Locator) =>
  expect(
    await place.evaluate(async (field) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return field === document.activeElement;
    }),
  ).toBe(true);

test('four short steps become one outcome, and the draft is gone', async () => {
  const world = reviewWorld();
  const page = await open(world);
  await step(page, 1);
  await fillFirst(page);
  await next(page);
  await step(page, 2);
  await fillSecond(page);
  await next(page);
  await step(page, 3);
  await fillThird(page);
  await next(page);
  await step(page, 4);
  await page.getByText('Pair the English leads').waitFor();
  await page.getByRole('button', { name: 'Send to the host' }).click();
  await page.getByText('Sent. The head of the host academy has been told').waitFor();
  expect(world.sent).toHaveLength(1);
  expect(world.sent[0]).toMatchObject({
    key: 'review-1',
    finding: {
      focus: 'Reading in Key Stage 2',
      activities: [{ what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' }],
      strengths: ['Books are everywhere'],
      considerations: ['Reading at home'],
      safeguardingRaised: false,
    },
    actions: [
      {
        action: {
          what: 'Pair the English leads',
          owner: { name: 'Dora Dogwood' },
          dueOn: '2027-01-29',
          supportFrom: '900002',
        },
      },
    ],
  });
  expect(world.drafts.size).toBe(0);
});

test('Next says at the field what is missing, and the field has the focus', async () => {
  const page = await open(reviewWorld());
  await step(page, 1);
  await next(page);
  const focus = page.getByLabel('Focus', { exact: true });
  await page.getByText('Fill this in.').waitFor();
  expect(await focus.getAttribute('aria-invalid')).toBe('true');
  expect(await focus.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('what is added takes the focus, and a removal does not lose it', async () => {
  const page = await open(reviewWorld());
  await step(page, 1);
  await page.getByRole('button', { name: 'Add more evidence' }).click();
  const second = page.getByRole('region', { name: 'Evidence 2' });
  await expectFocus(second.getByLabel('Activity'));
  await second.getByRole('button', { name: 'Remove evidence 2' }).click();
  await expectFocus(page.getByRole('button', { name: 'Add more evidence' }));
  await fillFirst(page);
  await next(page);
  await step(page, 2);
  await page.getByRole('button', { name: 'Add a strength' }).click();
  await expectFocus(page.getByRole('textbox', { name: 'Strength 2' }));
  await page.getByRole('button', { name: 'Remove strength 2' }).click();
  await fillSecond(page);
  await next(page);
  await step(page, 3);
  await page.getByRole('button', { name: 'Add an action' }).click();
  await expectFocus(page.getByLabel('What will be done'));
});

test('a long line wraps, and line ends that are pasted into it become spaces', async () => {
  const page = await open(reviewWorld());
  await step(page, 1);
  await fillFirst(page);
  await next(page);
  await fillSecond(page);
  await next(page);
  await page.getByRole('button', { name: 'Add an action' }).click();
  const what = page.getByLabel('What will be done');
  const oneLine = await what.evaluate(({ clientHeight }) => clientHeight);
  await what.fill('Talk partners are planned into every mathematics lesson\nand change each half-term');
  expect(await what.inputValue()).toBe(
    'Talk partners are planned into every mathematics lesson and change each half-term',
  );
  expect(await what.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(oneLine);
});

test('a draft is saved on leaving a field, and offered again after the pane was closed', async () => {
  const world = reviewWorld();
  const page = await open(world);
  await step(page, 1);
  await fillFirst(page);
  await page.getByLabel('Focus', { exact: true }).focus();
  await status(page, 'Draft saved at');
  await next(page);
  await step(page, 2);
  await status(page, 'Draft saved at');
  await page.close();
  const again = await open(world);
  await again.getByText('This is your draft of').waitFor();
  await step(again, 2);
  await again.getByRole('button', { name: 'Previous' }).click();
  expect(await again.getByLabel('Focus', { exact: true }).inputValue()).toBe('Reading in Key Stage 2');
});

test('what was opened and not touched leaves no draft', async () => {
  const world = reviewWorld();
  const page = await open(world);
  await step(page, 1);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByText('Back at the start').waitFor();
  expect(world.drafts.size).toBe(0);
});

test('a lost network is said, the text stays, and it is saved when the network is back', async () => {
  const world = reviewWorld();
  const page = await open(world);
  await step(page, 1);
  await fillFirst(page);
  await page.getByLabel('Activity').focus();
  await status(page, 'Draft saved at');
  world.offline = true;
  await page.getByLabel('Focus', { exact: true }).fill('Reading, and writing');
  await page.getByLabel('Activity').focus();
  await status(page, 'Not saved: there is no connection');
  expect(bodyOf(world)).toMatchObject({ focus: 'Reading in Key Stage 2' });
  world.offline = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await status(page, 'Draft saved at');
  expect(bodyOf(world)).toMatchObject({ focus: 'Reading, and writing' });
});

test('nothing lies in the browser’s storage', async () => {
  const page = await open(reviewWorld());
  await step(page, 1);
  await fillFirst(page);
  await next(page);
  await step(page, 2);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('a text that looks like a name is pointed out', async () => {
  const page = await open(reviewWorld());
  await step(page, 1);
  await page.getByLabel('What we saw').fill('Mrs Harris reads with Aisha.');
  await page.getByText('"Mrs Harris", "Aisha" look like names.').waitFor();
});

test('what the host sent back is revised with the old text filled in', async () => {
  const world = reviewWorld();
  world.finding = stored('finding-1', { ...validFinding, agreement: 'not accurate', comment: 'Home reading is new.' });
  const page = await open(world);
  await page.getByText('The host says it is not accurate: "Home reading is new."').waitFor();
  expect(await page.getByLabel('Focus', { exact: true }).inputValue()).toBe(validFinding.focus);
  await next(page);
  await page.getByLabel('Consideration 1').fill('Reading at home, which has just begun');
  await next(page);
  await next(page);
  await page.getByRole('button', { name: 'Send to the host' }).click();
  await page.getByText('Sent. The head').waitFor();
  expect(world.sent[0]).toMatchObject({
    findingKey: 'finding-1',
    finding: { considerations: ['Reading at home, which has just begun'] },
  });
});

test('a refused sending keeps everything that was typed', async () => {
  const sentence = 'An outcome of this review was logged in this moment by a colleague. Open it.';
  const world = reviewWorld({ sendOutcome: () => ({ ok: false, problem: { code: 'not-now', sentence } }) });
  const page = await open(world);
  await step(page, 1);
  await fillFirst(page);
  await next(page);
  await fillSecond(page);
  await next(page);
  await next(page);
  await page.getByRole('button', { name: 'Send to the host' }).click();
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  await page.getByRole('button', { name: 'Previous' }).click();
  await page.getByRole('button', { name: 'Previous' }).click();
  expect(await page.getByLabel('Strength 1').inputValue()).toBe('Books are everywhere');
});

test.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['forced colours', { forced: true }],
])(
  'every step is accessible and fits 320 px: %s',
  async (_look, { dark = false, forced = false }: { dark?: boolean; forced?: boolean }) => {
    const page = await open(reviewWorld(), { dark });
    if (forced) await page.emulateMedia({ forcedColors: 'active' });
    const check = async () => {
      expect(await axeProblems(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    };
    await step(page, 1);
    await next(page);
    await page.getByText('Fill this in.').waitFor();
    await check();
    await fillFirst(page);
    await next(page);
    await step(page, 2);
    await fillSecond(page);
    await check();
    await next(page);
    await step(page, 3);
    await fillThird(page);
    await page.getByRole('combobox', { name: /^Owner/ }).click();
    await check();
    await page.keyboard.press('Escape');
    await next(page);
    await step(page, 4);
    await check();
  },
);
