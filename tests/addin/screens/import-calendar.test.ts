import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readCalendar } from '../../../functions/imports/read-calendar';
import type { CalendarEntry } from '../../../shared/imports/calendar/entry';
import { halfTermsOf } from '../../../shared/imports/calendar/half-terms';
import { ok } from '../../../shared/result';
import { axeProblems } from '../../axe';
import { allDay, ics } from '../../shared/imports/calendar/calendars';
import { faults, openStage, type Stage, scrollsSideways } from '../open-panel';
import { reviewWorld, type World } from '../review-world';
import { type Answers, academies, answering, trustOffice } from './trust-records';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await openStage();
  folder = mkdtempSync(path.join(tmpdir(), 'calendars-'));
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => expect(faults.splice(0)).toEqual([]));

const asked: Record<string, unknown>[] = [];
const calls: Answers = {
  readCalendar: (input) => {
    const { file, year, answers } = input as { file: string; year: string; answers: Record<string, string> };
    const read = readCalendar(new Uint8Array(Buffer.from(file, 'base64')), { year, answers });
    return read.ok ? ok(structuredClone(read.value)) : read;
  },
  importCalendar: (input) => {
    asked.push(input);
    const entries = input['entries'] as readonly CalendarEntry[];
    return ok({
      applied: input['apply'] === true,
      added: ['2026/27, Northmoor', ...entries.map(({ label }) => `${label} (Northmoor)`)],
      changed: [],
      same: 0,
      refused: [],
      halfTerms: [{ scope: 'Northmoor', halfTerms: halfTermsOf(entries, '2026/27') }],
      warnings: ['The year has 191 days for pupils and 4 INSET days; usual are 190 and five.'],
      farOff: [],
      days: {
        added: entries.map(({ label, from, until }) => ({ label, scope: 'Northmoor', from, until })),
        changed: [],
      },
      dropped: [{ label: 'INSET', scope: 'Northmoor', from: '2026-11-20', until: '2026-11-20' }],
      removed: false,
    });
  },
};
const answer = answering({ academy: academies }, calls);

/** Drafts by the world, academies by the trust. */
const withAcademies =
  (world: World): typeof world.answer =>
  (request, input, who) =>
    request === 'listRecords' ? ok({ records: academies }) : world.answer(request, input, who);

const lines = [
  'start,end,kind,label',
  '01/09/2026,02/09/2026,holiday,Summer holidays',
  '24/10/2026,01/11/2026,holiday,Autumn half-term',
  '19/12/2026,03/01/2027,holiday,Christmas holidays',
  '13/02/2027,21/02/2027,holiday,February half-term',
  '26/03/2027,11/04/2027,holiday,Easter holidays',
  '29/05/2027,06/06/2027,holiday,May half-term',
  '22/07/2027,31/08/2027,holiday,Summer holidays',
  '04/01/2027,,,Staff training',
  '28/03/2027 01:30,,INSET,Early start',
  '02/03/2027,,,Year 4 trip',
];

async function openCalendar(text: string, given: { readonly width?: number; readonly dark?: boolean } = {}) {
  const page = await stage.open({ screen: 'imports', me: trustOffice, answer, ...given });
  await chooseCalendar(page, text);
  return page;
}

async function chooseCalendar(page: Page, text: string): Promise<void> {
  asked.splice(0);
  await page.getByLabel('What to import').selectOption('Calendar of a school');
  await page.getByLabel('Whose calendar it is').selectOption('Northmoor');
  await page.getByLabel('School year').selectOption('2026/27');
  const file = path.join(folder, 'term-dates.csv');
  writeFileSync(file, text);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Show what it says' }).click();
}

test('a calendar is read, a doubtful line decided, a kind corrected, checked again and kept', async () => {
  const page = await openCalendar(lines.join('\n'));
  await page.getByText('1 line waits for you to say what it is.').waitFor();
  expect(await page.getByRole('button', { name: 'Keep this calendar' }).isDisabled()).toBe(true);
  expect(await page.getByText('2 November 2026 to 18 December 2026').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByLabel('What line 10 is').selectOption('INSET');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: 'Keep this calendar' }).click();
  await page.getByText('term-dates.csv was imported.').waitFor();
  expect(asked.map(({ apply }) => apply)).toEqual([false, false, true]);
  const kept = asked.at(-1)?.['entries'] as readonly CalendarEntry[];
  expect(kept.map(({ what }) => what)).toEqual([...Array(7).fill('holiday'), 'INSET', 'INSET', 'leave out']);
  expect(await axeProblems(page)).toEqual([]);
});

test('what was corrected, chosen and answered is there again after leaving the screen', async () => {
  const world = reviewWorld(calls);
  const open = () => stage.open({ screen: 'imports', me: trustOffice, answer: withAcademies(world) });
  const page = await open();
  await chooseCalendar(page, `${lines.join('\n')}\n`);
  await page.getByText('1 line waits for you to say what it is.').waitFor();
  await page.getByLabel('What line 10 is').selectOption('trust day');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('Draft saved at').waitFor();
  await page.close();

  const later = await open();
  await later.getByText('What it comes to').waitFor();
  await later.getByRole('button', { name: 'Keep this calendar' }).waitFor();
  expect(await later.getByLabel('What line 10 is').inputValue()).toBe('trust day');
  expect(await later.getByText('This is what you wrote on').isVisible()).toBe(true);
  expect(await axeProblems(later)).toEqual([]);
  await later.getByRole('button', { name: 'Keep this calendar' }).click();
  await later.getByText('term-dates.csv was imported.').waitFor();
  const kept = asked.at(-1)?.['entries'] as readonly CalendarEntry[];
  expect(kept.find(({ line }) => line === 10)?.what).toBe('trust day');
  while (world.drafts.has(`draft-${trustOffice.id}-import.calendar`)) await later.waitForTimeout(50);
});

test('a calendar of 20 MB is refused in the pane at once, and nothing is sent', async () => {
  const page = await stage.open({ screen: 'imports', me: trustOffice, answer });
  asked.splice(0);
  await page.getByLabel('What to import').selectOption('Calendar of a school');
  const file = path.join(folder, 'large.ics');
  writeFileSync(file, ics(allDay('INSET', '2026-09-01', '2026-09-02')).repeat(130_000));
  expect(statSync(file).size).toBeGreaterThan(20_000_000);
  await page.locator('input[type=file]').setInputFiles(file);
  const began = performance.now();
  await page.getByRole('alert').getByText('"large.ics" is larger than 5 MB. Export it again').waitFor();
  expect(performance.now() - began).toBeLessThan(5000);
  expect(await page.getByRole('button', { name: 'Show what it says' }).isDisabled()).toBe(true);
  expect(asked).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
});

test('what is not read of a calendar is named line by line, and a thousand years of it come to one', async () => {
  const page = await openCalendar(
    ics(
      ['SUMMARY:Staff meeting', 'DTSTART:20260907T160000', 'RRULE:FREQ=HOURLY'],
      ['SUMMARY:INSET', 'DTSTART;VALUE=DATE:10260904', 'RRULE:FREQ=YEARLY;UNTIL=30260901'],
      ['SUMMARY:Early', 'DTSTART;VALUE=DATE:20200904'],
    ),
  );
  await page.getByText('Line 4: "Staff meeting" repeats in a way that is not read.').waitFor();
  expect(await page.getByText('Left out (1)').isVisible()).toBe(true);
  expect(await page.getByText('What each line is (1)').isVisible()).toBe(true);
  await page.getByText('Outside the school year (1)').click();
  expect(await page.getByText('Line 14: It lies outside the school year 2026/27.').isVisible()).toBe(true);
  expect(await axeProblems(page)).toEqual([]);
});

test('in which order the dates are is asked before anything is shown', async () => {
  const page = await openCalendar('start,kind,label\n03/04/2027,INSET,Training\n');
  const question = page.getByLabel('Line 2 has the date 03/04/2027');
  await question.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(asked).toEqual([]);
  await question.selectOption('month/day');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('4 March 2027', { exact: true }).waitFor();
});

test.each([
  [320, false],
  [320, true],
  [500, false],
])('at %i px (dark: %s) a calendar to correct can be read, and axe finds nothing', async (width, dark) => {
  const page = await openCalendar(lines.join('\n'), { width, dark });
  await page.getByText('1 line waits for you to say what it is.').waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  expect(await axeProblems(page)).toEqual([]);
  const shots = process.env['SHOTS'];
  if (shots !== undefined) {
    await page.setViewportSize({ width, height: 1800 });
    await page.screenshot({ path: `${shots}/calendar-${width}-${dark ? 'dark' : 'light'}.png` });
  }
});
