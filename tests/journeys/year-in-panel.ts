import type { Frame } from 'playwright-core';
import { fernshire } from '../../infra/local/demonstration/academies';
import { britishSpan } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import type { Stage } from '../browser';
import { allDay, ics } from '../shared/imports/calendar/calendars';
import { home } from './at-the-office';

/** Two are enough: everything below is done in the same way for fifteen. */
export const year4 = { key: 'network-year-4', name: 'Year 4 network' };
export const english = { key: 'network-english', name: 'English leads’ network' };

const button = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name });

/** The authority's dates as its own file tells them, with an INSET day that nobody knew of. */
export async function importCalendar(stage: Stage, panel: Frame): Promise<void> {
  const { year, schoolYears } = stage.trust.calendar;
  const halfTerms = schoolYears.find((one) => one.scope === fernshire && one.year === year)?.halfTerms ?? [];
  const first = year.slice(0, 4);
  const breaks = ['Autumn half term', 'Christmas holiday', 'February half term', 'Easter holiday', 'Summer half term'];
  const spring = halfTerms[3]?.from ?? '';
  const inset = addDays(spring, 8);
  const file = ics(
    allDay('Summer holidays', `${first}-09-01`, halfTerms[0]?.from ?? ''),
    ...breaks.map((name, at) => allDay(name, addDays(halfTerms[at]?.until ?? '', 1), halfTerms[at + 1]?.from ?? '')),
    allDay('Summer holidays', addDays(halfTerms[5]?.until ?? '', 1), `${Number(first) + 1}-09-01`),
    allDay('INSET', inset, addDays(inset, 1)),
  );
  await button(panel, /^Import/).click();
  await panel.getByLabel('What to import').selectOption('Calendar of a school');
  await panel.getByLabel('Whose calendar it is').selectOption(fernshire);
  await panel.getByLabel('School year').selectOption(year);
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: 'fernshire.ics', mimeType: 'text/calendar', buffer: Buffer.from(file) });
  await button(panel, 'Show what it says').click();
  await panel.getByText('What it comes to').waitFor();
  await panel.getByText(britishSpan(spring, halfTerms[3]?.until ?? '')).waitFor();
  await button(panel, 'Keep this calendar').click();
  await panel.getByText('fernshire.ics was imported.').waitFor();
}

/** Whoever stands in for an academy is named before it is needed. */
export async function nameDeputies(panel: Frame): Promise<void> {
  await home(panel);
  await button(panel, /^Networks/).click();
  const card = panel.getByRole('region', { name: year4.name });
  await card.getByText('Everybody who teaches Year 4').waitFor();
  await card.getByText(/^No deputy named: \d+ suggestions?$/).click();
  await card.getByRole('button', { name: /^Name \d+ deput(y|ies)$/ }).click();
  await card.getByText(/^No deputy named/).waitFor({ state: 'detached' });
}

/** Asks for dates of the two networks, of a year or from a day on, and waits until the search has come to its end. */
export async function findDates(panel: Frame, what: RegExp, keep: RegExp, from?: string): Promise<void> {
  await home(panel);
  await button(panel, /^Plan the year/).click();
  const choice = panel.getByRole('combobox', { name: 'What to plan' });
  await choice.waitFor();
  const options = await choice.getByRole('option').allTextContents();
  await choice.selectOption({ label: options.find((one) => what.test(one)) ?? '' });
  if (from !== undefined) await panel.getByLabel('From this day on').fill(from.split('-').reverse().join('/'));
  const boxes = panel.getByRole('group', { name: 'Networks' }).getByRole('checkbox');
  for (const box of await boxes.all()) await box.uncheck({ force: true });
  for (const { name } of [year4, english])
    await panel.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check({ force: true });
  await button(panel, 'Find dates').click();
  const allTheSame = button(panel, 'Plan all the same');
  await allTheSame.or(button(panel, keep)).first().waitFor();
  if (await allTheSame.isVisible()) await allTheSame.click();
  await button(panel, keep).waitFor();
  await button(panel, 'Good enough, stop here').waitFor({ state: 'detached', timeout: 90_000 });
}

export async function consult(panel: Frame): Promise<void> {
  await home(panel);
  await button(panel, /^Draft calendar/).click();
  await panel.getByText(/^\d+ meetings\. A draft for consultation: it is not agreed yet\.$/).waitFor();
  const hours = panel.getByRole('region', { name: 'Directed time' }).getByText(/\d+ h/);
  await hours.first().waitFor();
  await button(panel, 'Mark as agreed…').click();
  await panel.getByRole('button', { name: 'Mark as agreed', exact: true }).click();
  await panel.getByText(/^\d+ meetings\. Agreed on/).waitFor();
}

export async function publish(panel: Frame, many: number): Promise<void> {
  await home(panel);
  await button(panel, /^Network meetings/).click();
  await button(panel, `Select all (${many})`).click();
  await button(panel, `Publish ${many}…`).click();
  await panel.getByRole('heading', { name: `Publish these ${many} meetings?` }).waitFor();
  await button(panel, /^Send \d+ invitations$/).click();
  await panel.getByText('Everything that was asked for is in Outlook.').waitFor({ timeout: 150_000 });
}
