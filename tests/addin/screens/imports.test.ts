import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTable } from '../../../functions/imports/read-imports';
import { schoolHoursOf } from '../../../shared/imports/school-hours';
import type { Correction } from '../../../shared/imports/table';
import { ok, refuse } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { reviewWorld, type World } from '../review-world';
import { type Answers, academies, answering, trustOffice } from './trust-records';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = await openStage();
  folder = mkdtempSync(path.join(tmpdir(), 'imports-'));
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

function fileWith(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const found = {
  applied: false,
  added: ['Millbrook Primary Academy', 'Ashdown Primary Academy'],
  changed: ['Elmfield Primary Academy: name'],
  same: 12,
  refused: [{ line: 7, sentence: 'The URN "12" does not have six digits.' }],
};

async function openWith(answers: Answers, dark = false) {
  return stage.open({ screen: 'imports', me: trustOffice, answer: answering({}, answers), dark });
}

test('a GIAS export is looked at, then applied, and nothing is written before', async () => {
  const asked: unknown[] = [];
  const page = await openWith({
    importAcademies: (input) => {
      asked.push(input);
      return ok({ ...found, applied: input['apply'] === true });
    },
  });
  await page.getByLabel('Only academies of this trust').fill('LARKRISE LEARNING TRUST');
  await page.locator('input[type=file]').setInputFiles(fileWith('gias.csv', 'URN\r\n900001\r\n'));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('nothing has been written yet').waitFor();
  expect(await page.getByText('2 new, 1 changed, 12 as before, 1 line left out.').isVisible()).toBe(true);
  expect(await page.getByText('Line 7: The URN "12" does not have six digits.').isVisible()).toBe(true);
  expect(asked).toEqual([
    { file: btoa('URN\r\n900001\r\n'), apply: false, corrections: [], trust: 'LARKRISE LEARNING TRUST' },
  ]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Preview');
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Apply these academies' }).click();
  await page.getByText('gias.csv was imported.').waitFor();
  expect(asked).toHaveLength(2);
  expect(await axeProblems(page)).toEqual([]);
});

test('a file with missing columns gets its sentence and stays chosen', async () => {
  const page = await openWith({
    importPeople: () => refuse('invalid', 'The file has no column "email". Add it to the first line and try again.'),
  });
  await page.getByLabel('What to import').selectOption('people');
  await page.locator('input[type=file]').setInputFiles(fileWith('people.csv', 'name\nAda\n'));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('alert').getByText('The file has no column "email".').waitFor();
  expect(await page.getByText('people.csv').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
});

test('an empty file is refused in the pane, before anything is sent', async () => {
  const page = await openWith({});
  await page.locator('input[type=file]').setInputFiles(fileWith('empty.csv', ''));
  await page.getByRole('alert').getByText('"empty.csv" is empty. Choose another file.').waitFor();
  expect(await page.getByRole('button', { name: 'Show what would change' }).isDisabled()).toBe(true);
});

test('a refusal while applying keeps the preview', async () => {
  const page = await openWith({
    importPeople: (input) =>
      input['apply'] === true ? refuse('busy', 'Microsoft 365 is busy. Try again in a minute.') : ok(found),
  });
  await page.getByLabel('What to import').selectOption('people');
  await page.locator('input[type=file]').setInputFiles(fileWith('people.csv', 'name\n'));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByRole('button', { name: 'Apply these people' }).click();
  await page.getByRole('alert').getByText('Microsoft 365 is busy.').waitFor();
  expect(await page.getByRole('button', { name: 'Apply these people' }).isEnabled()).toBe(true);
});

const hours = 'URN,School day starts,School day ends\n900001,08:45,3:15\n900002,08:45,15:15\n';

const asHours = (input: Readonly<Record<string, unknown>>) => {
  const { file, corrections, apply } = input as { file: string; corrections: Correction[]; apply: boolean };
  const table = readTable(new Uint8Array(Buffer.from(file, 'base64')), corrections);
  if (!table.ok) return table;
  const read = schoolHoursOf(
    table.value,
    academies.map(({ record }) => record),
  );
  if (!read.ok) return read;
  const changed = read.value.found.map(({ record }) => `${record.name} ${record.dayUntil}`);
  return ok({ applied: apply, added: [], changed, same: 0, refused: structuredClone([...read.value.refused]) });
};

async function openHours(world: World, look: { readonly width?: number; readonly dark?: boolean } = {}) {
  return stage.open({ screen: 'imports', me: trustOffice, answer: world.answer, ...look });
}

test('a doubtful school hour is corrected here, survives leaving the screen, and is applied', async () => {
  const world = reviewWorld({ importAcademies: asHours });
  const page = await openHours(world);
  await page.getByLabel('What to import').selectOption('school hours');
  await page.locator('input[type=file]').setInputFiles(fileWith('hours.csv', hours));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByText('Line 2: School day ends: "3:15" could be in the night or in the afternoon.').waitFor();
  await page.getByLabel('School day ends, line 2').fill('15:15');
  expect(await axeProblems(page)).toEqual([]);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('Draft saved at').waitFor();
  await page.close();

  const later = await openHours(world);
  await later.getByText('This is what you wrote on').waitFor();
  await later.getByText('0 new, 2 changed, 0 as before, 0 lines left out.').waitFor();
  await later.getByText('Corrected here (1)').click();
  expect(await later.getByLabel('School day ends, line 2').inputValue()).toBe('15:15');
  await later.getByRole('button', { name: 'Apply these school hours' }).click();
  await later.getByText('hours.csv was imported.').waitFor();
  await later.getByText('Changed (2)').click();
  expect(await later.getByText('Millbrook Primary Academy 15:15').isVisible()).toBe(true);
  while (world.drafts.size > 0) await later.waitForTimeout(50);
  await later.close();

  const again = await openHours(world);
  expect(await again.getByLabel('What to import').inputValue()).toBe('academies');
});

test.each([
  [320, false],
  [320, true],
  [500, false],
])('at %i px (dark: %s) lines to correct can be read and nothing scrolls sideways', async (width, dark) => {
  const page = await openHours(reviewWorld({ importAcademies: asHours }), { width, dark });
  await page.getByLabel('What to import').selectOption('school hours');
  await page.locator('input[type=file]').setInputFiles(fileWith('hours.csv', hours));
  await page.getByRole('button', { name: 'Show what would change' }).click();
  await page.getByLabel('School day ends, line 2').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${shots}/hours-${width}-${dark ? 'dark' : 'light'}.png` });
  }
});

test.each([
  [320, false],
  [500, true],
])('at %i px nothing scrolls sideways and axe finds nothing (dark: %s)', async (width, dark) => {
  const page = await stage.open({ screen: 'imports', me: trustOffice, answer: answering({}), width, dark });
  await page.getByLabel('What to import').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});
