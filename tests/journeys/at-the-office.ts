import type { Frame } from 'playwright-core';
import type { Seat, Stage } from '../browser';
import { eventsOn, type OutlookEvent } from '../in-graph';

/** The panel beside an ordinary mail: its first screen leads everywhere. */
export async function atTheOffice(stage: Stage, post: string): Promise<{ readonly seat: Seat; readonly panel: Frame }> {
  const seat = await stage.seat(stage.person((one) => one.post === post));
  await seat.openMail(/./);
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('heading', { name: 'Go to' }).waitFor();
  return { seat, panel };
}

/** Back as often as it takes; each screen is there before the next press. */
export async function home(panel: Frame): Promise<void> {
  const goTo = panel.getByRole('heading', { name: 'Go to' });
  const title = panel.getByRole('heading', { level: 1 });
  for (let turn = 0; turn < 5 && !(await goTo.isVisible()); turn += 1) {
    const before = await title.textContent();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await title.filter({ hasNotText: before ?? '' }).waitFor();
  }
  await goTo.waitFor();
}

/** A file on the import screen, up to its preview. */
export async function upload(panel: Frame, what: string, name: string, lines: readonly string[]): Promise<void> {
  await panel.getByLabel('What to import').selectOption(what);
  await choose(panel, name, lines);
  await panel.getByRole('button', { name: 'Show what would change' }).click();
  await panel.getByText('nothing has been written yet').waitFor();
}

/** Closed days and INSET of a year, from the first screen to what was imported of them. */
export async function importDays(
  panel: Frame,
  days: { readonly whose: string; readonly year: string; readonly name: string; readonly lines: readonly string[] },
  look: () => Promise<void> = async () => undefined,
): Promise<void> {
  await panel.getByRole('button', { name: /^Import/ }).click();
  await panel.getByLabel('What to import').selectOption('Calendar of a school');
  await panel.getByLabel('Whose calendar it is').selectOption(days.whose);
  await panel.getByLabel('School year').selectOption(days.year);
  await choose(panel, days.name, ['scope,from,until,what,label', ...days.lines]);
  await panel.getByRole('button', { name: 'Show what it says' }).click();
  await panel.getByText('What it comes to').waitFor();
  await look();
  await panel.getByRole('button', { name: 'Keep this calendar' }).click();
  await panel.getByText(`${days.name} was imported.`).waitFor();
}

async function choose(panel: Frame, name: string, lines: readonly string[]): Promise<void> {
  const buffer = Buffer.from(lines.join('\r\n'));
  await panel.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** Meetings of that name on a day, in somebody's calendar. */
export async function inOutlook(
  stage: Stage,
  name: string,
  mailbox: string,
  date: string,
): Promise<readonly OutlookEvent[]> {
  return (await eventsOn(stage, mailbox, date)).filter(({ subject }) => subject.endsWith(name));
}
