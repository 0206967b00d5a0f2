import { mkdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { Me } from '../../../addin/panel-context';
import { cleo, validFinding } from '../../make';
import { faults, openStage, type Stage, scrollsSideways, violations } from '../open-panel';
import { leader, reviewWorld, stored, type World } from '../review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

const reviewer: Me = { ...leader, id: cleo.id, name: cleo.name };

function open(
  world: World,
  { me = leader, ...more }: { readonly dark?: boolean; readonly width?: number; readonly me?: Me } = {},
): Promise<Page> {
  const answer: World['answer'] = (request, input) => world.answer(request, input, { id: me.id, name: me.name });
  return stage.open({ screen: 'logOutcome', given: { key: 'review-1' }, me, answer, ...more });
}

const bodyOf = (world: World) =>
  (world.drafts.get('review-1')?.record as { body: Record<string, unknown> } | undefined)?.body;
const step = (page: Page, number: number) => page.getByRole('heading', { name: `Step ${number} of 4` }).waitFor();
const expectFocus = async (place: Locator) =>
  expect(
    await place.evaluate(async (field) => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return field === document.activeElement;
    }),
  ).toBe(true);
/** Kept as a picture where somebody wants to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const status = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

async function fillFirst(page: Page): Promise<void> {
  await page.getByLabel('Focus', { exact: true }).fill('Reading in Key Stage 2');
  await page.getByLabel('Activity').selectOption('learning walk');
  await page.getByLabel('With which host colleague').fill('English lead');
  await page.getByLabel('What we saw').fill('Pupils talk about books.');
}

async function fillSecond(page: Page): Promise<void> {
  await page.getByLabel('Strength 1').fill('Books are everywhere');
  await page.getByLabel('Consideration 1').fill('Reading at home');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
}

async function fillThird(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('What will be done').fill('Pair the English leads');
  await page.getByRole('combobox', { name: /^Owner/ }).fill('dora');
  await page.keyboard.press('Enter');
  await page.getByLabel('Followed up on').fill('29/1/2027');
  await page.getByLabel(/^Support offered by/).selectOption('900002');
}

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

async function twoReviewers(more: { readonly dark?: boolean; readonly width?: number } = {}) {
  const world = reviewWorld();
  const [one, other] = [await open(world, more), await open(world, { ...more, me: reviewer })];
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
  expect(await violations(other)).toEqual([]);
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
  await other.getByLabel('With which host colleague').fill('Year 5 teacher');
  await other.getByLabel('What we saw').fill('Pupils told us which books they love.');
  await other.getByLabel('Activity').selectOption('pupil voice');
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
      expect(await violations(page)).toEqual([]);
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
