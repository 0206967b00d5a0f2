import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { tidewell } from '../../infra/local/demonstration/academies';
import { schoolYearOf } from '../../shared/time/school-year';
import { openStage, type Stage } from '../browser';
import { textsOf } from '../functions/word/make-docx';
import { listItems } from '../in-graph';
import { allDay, ics } from '../shared/imports/calendar/calendars';

jest.setTimeout(300_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

const year = schoolYearOf(new Date().toISOString().slice(0, 10));
const first = Number(year.slice(0, 4));
const calendar = ics(
  allDay('Summer holidays', `${first}-09-01`, `${first}-09-03`),
  allDay('Autumn half term', `${first}-10-19`, `${first}-10-31`),
  allDay('Christmas holiday', `${first}-12-19`, `${first + 1}-01-04`),
  allDay('February half term', `${first + 1}-02-13`, `${first + 1}-02-22`),
  allDay('Easter holiday', `${first + 1}-03-26`, `${first + 1}-04-12`),
  allDay('Summer half term', `${first + 1}-05-29`, `${first + 1}-06-07`),
  allDay('Summer holidays', `${first + 1}-07-22`, `${first + 1}-09-01`),
  allDay('INSET', `${first + 1}-01-04`, `${first + 1}-01-05`),
  allDay('KS2 SATs week', `${first + 1}-05-10`, `${first + 1}-05-15`),
  ['SUMMARY:Training at night', 'DTSTART;TZID=Europe/London:20270328T013000'],
  ['SUMMARY:INSET', `DTSTART;TZID=School Time:${first + 1}0607T090000`],
);

const yearItem = z.object({ Year: z.string(), Scope: z.string(), HalfTerms: z.string() });
const closureItem = z.object({ Scope: z.string(), From: z.string(), What: z.string() });

test("the trust office imports an authority's calendar, answers what is doubtful, and hands the draft calendar round", async () => {
  const seat = await stage.seat(stage.person(({ roles }) => roles.includes('TrustOffice')));
  await seat.openMail(/./);
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('button', { name: /^Import/ }).click();
  await panel.getByLabel('What to import').selectOption('Calendar of a school');
  await panel.getByLabel('Whose calendar it is').selectOption(tidewell);
  await panel.getByLabel('School year').selectOption(year);
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'terms.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) });
  await panel.getByRole('button', { name: 'Show what it says' }).click();
  await panel.getByLabel(/time zone "School Time"/).selectOption('Europe/London');
  await panel.getByRole('button', { name: 'Go on' }).click();
  await panel.getByText('What it comes to').waitFor();
  const doubtful = panel.getByText('does not exist on 28 March 2027');
  // The clocks of other years change on other days.
  if (first === 2026) {
    await doubtful.waitFor();
    await panel.getByLabel('What line 49 is').selectOption('Leave out');
    await panel.getByRole('button', { name: 'Check again' }).click();
  }
  await panel.getByText('Remove these days').click();
  await panel.getByRole('button', { name: 'Keep this calendar' }).click();
  await panel.getByText('terms.ics was imported.').waitFor();

  const years = (await listItems(stage, 'trust', 'SchoolYears')).map((item) => z.parse(yearItem, item));
  const [kept, ...more] = years.filter((one) => one.Year === year && one.Scope === tidewell);
  expect(more).toEqual([]);
  const halfTerms = JSON.parse(kept?.HalfTerms ?? '[]');
  expect(halfTerms).toHaveLength(6);
  expect(halfTerms[1]).toMatchObject({ name: 'Autumn 2', from: `${first}-11-02` });
  const closures = (await listItems(stage, 'trust', 'Closures')).map((item) => z.parse(closureItem, item));
  const own = closures.filter(
    (one) => one.Scope === tidewell && one.From >= `${first}-09-01` && one.From < `${first + 1}-09-01`,
  );
  expect(
    own
      .filter(({ What }) => What === 'INSET')
      .map(({ From }) => From)
      .sort(),
  ).toEqual([`${first + 1}-01-04`, `${first + 1}-06-07`]);
  expect(own.filter(({ What }) => What === 'keep clear')).toHaveLength(1);

  await panel.getByRole('button', { name: 'Back' }).click();
  await panel.getByRole('button', { name: /^Draft calendar/ }).click();
  await panel.getByText(/\d+ meetings?\. A draft for consultation/).waitFor();
  const [download] = await Promise.all([
    seat.page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Save for Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`Meetings - All academies - ${year.replace('/', '-')}.docx`);
  const texts = textsOf(new Uint8Array(readFileSync(await download.path())));
  expect(texts[0]).toBe(`Meetings of ${year}: All academies`);
  expect(texts).toContain('Directed time');
  await panel.getByRole('button', { name: 'Mark as agreed…' }).click();
  await panel.getByRole('button', { name: 'Mark as agreed', exact: true }).click();
  await panel.getByText(/^\d+ meetings?\. Agreed on/).waitFor();
});
