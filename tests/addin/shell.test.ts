import type { Page } from 'playwright-core';
import type { OpenItem } from '../../addin/host/port';
import { ok, refuse } from '../../shared/result';
import { axeProblems } from '../axe';
import { faults, openStage, type Stage } from './open-panel';
import { leader, reviewWorld } from './review-world';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
  expect(faults).toEqual([]);
});

/** Signed out at first; the button signs in, unless `blocked`. */
function visitor() {
  const world = reviewWorld();
  const state = { signedIn: false, blocked: false };
  return {
    world,
    state,
    answer(request: string, input: Readonly<Record<string, unknown>>) {
      if (request === 'signIn') {
        if (state.blocked) return refuse('not-signed-in', 'The browser blocked the sign-in window. Allow pop-ups.');
        state.signedIn = true;
        return ok('a-token');
      }
      if (!state.signedIn) return refuse('not-signed-in', 'You are not signed in.');
      return request === 'me' ? ok(leader) : world.answer(request, input);
    },
  };
}

const ours: OpenItem = { what: 'meeting', subject: 'Visit', text: 'https://x.example/open/review/review-1' };

function open(answer: ReturnType<typeof visitor>['answer'], item?: OpenItem): Promise<Page> {
  return stage.open({ screen: 'home', whole: true, me: leader, answer, ...(item === undefined ? {} : { item }) });
}

const signIn = (page: Page) => page.getByRole('button', { name: /^Sign in/ }).click();

test('somebody signed out finds one button, and after it the first screen', async () => {
  const page = await open(visitor().answer);
  await page.getByText('Sign in to see what waits for you').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await signIn(page);
  await page.getByRole('heading', { name: 'Larkrise Learning Trust' }).waitFor();
  await page.getByText('Waiting for you').waitFor();
});

test('a blocked window says what to do, and the button stays', async () => {
  const { state, answer } = visitor();
  state.blocked = true;
  const page = await open(answer);
  await signIn(page);
  await page.getByText('The browser blocked the sign-in window.').waitFor();
  state.blocked = false;
  await signIn(page);
  await page.getByRole('heading', { name: 'Larkrise Learning Trust' }).waitFor();
});

test('somebody whom Office signs in is asked nothing', async () => {
  const { state, answer } = visitor();
  state.signedIn = true;
  const page = await open(answer);
  await page.getByRole('heading', { name: 'Larkrise Learning Trust' }).waitFor();
});

test('somebody without a place in the trust reads why', async () => {
  const sentence = 'You are not in the list of people yet. Ask the trust office.';
  const page = await open(() => refuse('not-allowed', sentence));
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
});

test('opened on an event of ours, the panel opens what it stands for; Back leads to the first screen', async () => {
  const { state, answer } = visitor();
  state.signedIn = true;
  const page = await open(answer, ours);
  await page.getByText('Lead reviewer').waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('region', { name: 'This meeting' }).waitFor();
});

test('a sign-in that ends while somebody writes loses no word, and signing in again saves it', async () => {
  const { state, world, answer } = visitor();
  state.signedIn = true;
  const page = await open(answer, ours);
  await page.getByRole('button', { name: 'Log the outcome' }).click();
  await page.getByLabel('Focus', { exact: true }).fill('Reading');
  state.signedIn = false;
  await page.getByLabel('Activity').focus();
  await page.getByText('Your sign-in has ended. What').waitFor();
  expect(await page.getByLabel('Focus', { exact: true }).inputValue()).toBe('Reading');
  expect(await axeProblems(page)).toEqual([]);
  await signIn(page);
  await page.getByText('Your sign-in has ended. What').waitFor({ state: 'detached' });
  await page.getByText('Draft saved at').waitFor({ timeout: 15_000 });
  expect(world.drafts.size).toBe(1);
  expect(await page.getByLabel('Focus', { exact: true }).inputValue()).toBe('Reading');
});
