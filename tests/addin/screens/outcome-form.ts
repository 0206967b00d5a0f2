import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Me } from '../../../addin/panel-context';
import type { Stage } from '../open-panel';
import { leader, type World } from '../review-world';

/** The form of the outcome as its tests fill it. */
export function openOutcome(
  stage: Stage,
  world: World,
  { me = leader, ...more }: { readonly dark?: boolean; readonly width?: number; readonly me?: Me } = {},
): Promise<Page> {
  const answer: World['answer'] = (request, input) => world.answer(request, input, { id: me.id, name: me.name });
  return stage.open({ screen: 'logOutcome', given: { key: 'review-1' }, me, answer, ...more });
}

export const bodyOf = (world: World) =>
  (world.drafts.get('review-1')?.record as { body: Record<string, unknown> } | undefined)?.body;
export const step = (page: Page, number: number) =>
  page.getByRole('heading', { name: `Step ${number} of 4` }).waitFor();
/** Kept as a picture where somebody wants to look. */
export async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}
export const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
export const status = (page: Page, words: string | RegExp) =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

export async function fillFirst(page: Page): Promise<void> {
  await page.getByLabel('Focus', { exact: true }).fill('Reading in Key Stage 2');
  await page.getByLabel('Activity').selectOption('learning walk');
  await page.getByLabel('With which host colleague').fill('English lead');
  await page.getByLabel('What we saw').fill('Pupils talk about books.');
}

export async function fillSecond(page: Page): Promise<void> {
  await page.getByLabel('Strength 1').fill('Books are everywhere');
  await page.getByLabel('Consideration 1').fill('Reading at home');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
}

export async function fillThird(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add an action' }).click();
  await page.getByLabel('What will be done').fill('Pair the English leads');
  await page.getByRole('combobox', { name: /^Owner/ }).fill('dora');
  await page.keyboard.press('Enter');
  await page.getByLabel('Followed up on').fill('29/1/2027');
  await page.getByLabel(/^Support offered by/).selectOption('900002');
}
