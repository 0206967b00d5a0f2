import type { Frame } from 'playwright-core';
import { fernshire } from '../../infra/local/demonstration/academies';
import { britishDay } from '../../shared/time/british-date';
import { addDays } from '../../shared/time/calendar-date';
import { schoolYearOf } from '../../shared/time/school-year';
import type { Stage } from '../browser';
import { home, importDays } from './at-the-office';
import { type MeetingItem, membersOf, type Watched } from './year-in-lists';
import { year4 } from './year-in-panel';

/**
 * A change comes in March, or as soon as can be where the story begins later: the day on which the office hears of it,
 * and which meeting it is about.
 */
export function toChange({ trust }: Stage, all: readonly MeetingItem[], { watched }: Watched) {
  const march = `${Number(trust.calendar.year.slice(0, 4)) + 1}-03-01`;
  const soon = addDays(watched.Date, 1);
  const on = march > soon ? march : soon;
  const change = all.find(({ Network, Date: date }) => Network === year4.key && date > addDays(on, 7));
  if (change === undefined) throw new Error('No meeting is left in this year.');
  return { change, on };
}

/** The schools of one authority stay closed on a day on which nobody expected it. */
export async function closeForADay(panel: Frame, date: string): Promise<void> {
  await home(panel);
  const lines = [`${fernshire},${date},${date},closed day,Polling day`];
  await importDays(panel, { whose: 'The whole trust', year: schoolYearOf(date), name: 'polling.csv', lines });
}

/** One meeting moves: who gets which mail is shown before, and what was agreed about it is asked for. */
export async function keepReplanned(panel: Frame, change: MeetingItem): Promise<void> {
  await panel.getByText('What changes: 1 meeting').waitFor();
  await panel.getByRole('button', { name: /^Keep this plan of/ }).click();
  const preview = panel.getByRole('region', { name: 'Keep this plan?' });
  const guests = membersOf(change).length;
  await preview
    .getByRole('listitem')
    .filter({ hasText: `was ${britishDay(change.Date)}` })
    .filter({ hasText: `${guests} people get an update` })
    .waitFor();
  await preview.getByLabel('Agreed with staff').fill('Heads of all academies, on the first of the month');
  await preview.getByRole('button', { name: `Keep the plan and send ${guests} updates` }).click();
  await panel.getByText('1 published meeting changes in Outlook').waitFor();
}
