import type { Frame } from 'playwright-core';
import { britishDate } from '../../shared/time/british-date';
import type { Seat, Stage } from '../browser';
import { eventually } from '../in-graph';
import { inOutlook } from './at-the-office';
import { type MeetingItem, membersOf, nameOf, type Watched } from './year-in-lists';

const button = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name });

export const excuse = 'The coach did not come';

/** From the letter that asked them the principal of the silent academy sends a colleague, on the day itself. */
export async function sendSubstitute(stage: Stage, { watched, silent }: Watched) {
  const busy = membersOf(watched).map(({ who }) => who.id);
  const principal = stage.person((one) => one.post === 'Principal' && one.academy === silent);
  const colleague = stage.person(
    (one) => one.academy === silent && one.id !== principal.id && !busy.includes(one.id) && /teacher/i.test(one.post),
  );
  const seat = await stage.seat(principal);
  await seat.openMail(`Who comes from ${nameOf(stage, silent)} on ${britishDate(watched.Date)}?`);
  const panel = await seat.openPanelSignedIn();
  await button(panel, 'Name a substitute').click();
  await panel.getByRole('combobox', { name: `Who goes for ${nameOf(stage, silent)}` }).fill(colleague.name);
  await panel.getByRole('option', { name: new RegExp(`^${colleague.name}`) }).click();
  await panel.getByText(`Outlook sends ${colleague.name} the invitation.`).waitFor();
  await button(panel, `Send ${colleague.name}`).click();
  await panel.getByText(`${colleague.name} goes for ${nameOf(stage, silent)}.`).waitFor();
  await eventually(
    'the substitute is invited',
    () => inOutlook(stage, watched.Name, colleague.email, watched.Date),
    (found) => found.length === 1,
  );
  await seat.leave();
  return colleague;
}

/** Whoever leads the meeting, at a pane as wide as a phone. */
export async function leadOnAPhone(stage: Stage, meeting: MeetingItem): Promise<{ seat: Seat; panel: Frame }> {
  const seat = await stage.seat(stage.person(({ id }) => id === meeting.LeadId));
  await seat.openCalendar(meeting.Date);
  await seat.openEvent(meeting.Name);
  const panel = await seat.openPanelSignedIn();
  await seat.widenPanel(320);
  await panel.getByRole('heading', { level: 1, name: 'Network meeting' }).waitFor();
  return { seat, panel };
}

/** One tap for each academy that is not as it was answered, one for all others. */
export async function takeRegister(stage: Stage, panel: Frame, { silent, declined }: Watched): Promise<void> {
  await button(panel, 'Who came').click();
  await panel.getByRole('heading', { level: 1, name: 'Who came' }).waitFor();
  const group = (urn: string) => panel.getByRole('group', { name: nameOf(stage, urn) });
  await group(silent).getByRole('button', { name: 'Deputy' }).click();
  await group(declined).getByRole('button', { name: 'Not' }).click();
  const why = panel.getByLabel(`Why nobody could come from ${nameOf(stage, declined)}`);
  await why.fill(excuse);
  await why.blur();
  await panel.getByText(`Not represented: ${excuse}`).waitFor();
  await button(panel, /^As answered: \d+$/).click();
  await panel.getByText(/^(\d+) of \1 academies said\. All kept\.$/).waitFor();
}

/** Everybody came as they had said. */
export async function takeRegisterAsAnswered(stage: Stage, meeting: MeetingItem): Promise<void> {
  const { seat, panel } = await leadOnAPhone(stage, meeting);
  await button(panel, 'Who came').click();
  await button(panel, /^As answered: \d+$/).click();
  await panel.getByText(/^(\d+) of \1 academies said\. All kept\.$/).waitFor();
  await seat.leave();
}
