import type { Frame } from 'playwright-core';
import { schoolDayFrom } from '../../infra/local/demonstration/school-days';
import type { LocalPerson } from '../../infra/local/endpoints';
import type { Review } from '../../shared/records/review';
import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Seat, type Stage } from '../browser';
import { eventsOn, eventually, listItems } from '../in-graph';

jest.setTimeout(180_000);

let stage: Stage;
let review: { readonly key: string; readonly record: Review };
let lead: LocalPerson;
let host: LocalPerson;
/** Seven weeks after the visit, on a school day of the host. */
let followUpOn: string;

beforeAll(async () => {
  stage = await openStage();
  const found = stage.trust.reviewing.reviews.find(({ record }) => record.stage === 'visited');
  if (found === undefined) throw new Error('No review was visited.');
  review = found;
  lead = stage.person(({ id }) => id === review.record.lead.id);
  host = stage.person(({ id }) => id === review.record.hostHead.id);
  const academy = stage.trust.academies.find(({ urn }) => urn === review.record.host);
  const seventhWeek = addDays(review.record.visitOn, 49);
  followUpOn = schoolDayFrom(stage.trust.calendar, academy?.localAuthority ?? '', seventhWeek, 1);
});

afterAll(() => stage?.stop());

/** The visit is found in the calendar, as Outlook has it; the panel beside it recognises the review. */
async function openVisit(seat: Seat): Promise<Frame> {
  await seat.openCalendar(review.record.visitOn);
  await seat.openEvent('Our Academies visit');
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('heading', { name: /^Peer review of/ }).waitFor();
  return panel;
}

const next = (panel: Frame) => panel.getByRole('button', { name: 'Next' }).click();
const step = (panel: Frame, name: string) => panel.getByRole('heading', { name }).waitFor();
const draftSaved = (panel: Frame) => panel.getByText('Draft saved at').waitFor();

async function writeFocus(panel: Frame): Promise<void> {
  await panel.getByRole('button', { name: 'Log the outcome' }).click();
  await step(panel, 'Focus and evidence');
  await panel.getByLabel('Focus').fill('Reasoning in mathematics');
  await panel.getByLabel('Activity').selectOption('learning walk');
  await panel.getByLabel('With which host colleague').fill('Mathematics lead');
  await panel.getByLabel('What we saw').fill('In every class pupils told each other why.');
  await panel.getByLabel('Focus').focus();
  await draftSaved(panel);
}

async function goOnAfterClosing(seat: Seat): Promise<Frame> {
  await seat.closePanel();
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('button', { name: 'Go on with the draft' }).click();
  await panel.getByText('This is your draft of').waitFor();
  return panel;
}

async function writeStrengthsWithoutNetwork(seat: Seat, panel: Frame): Promise<void> {
  await next(panel);
  await step(panel, 'Strengths and considerations');
  await seat.context.setOffline(true);
  await panel.getByLabel('Strength 1').fill('Pupils use the words of mathematics');
  await panel.getByLabel('Consideration 1').fill('Give the quieter pupils more time to speak');
  await panel.getByRole('radio', { name: 'No' }).check();
  await panel.getByText('there is no connection').waitFor();
  await seat.context.setOffline(false);
  await draftSaved(panel);
}

async function writeAction(panel: Frame): Promise<void> {
  await step(panel, 'Actions');
  await panel.getByRole('button', { name: 'Add an action' }).click();
  await panel.getByLabel('What will be done').fill('Talk partners are planned into every lesson');
  await panel.getByLabel('Owner, at the host academy').fill(host.name.slice(0, 6));
  await panel.getByRole('option').filter({ hasText: host.name }).click();
  await panel.getByLabel('Followed up on').fill(followUpOn);
  await panel.getByLabel(/What support/).fill('Half a day of our mathematics lead');
}

test('a principal logs the outcome of a visit, the host answers, and what was agreed comes into Outlook', async () => {
  const leadSeat = await stage.seat(lead);
  let panel = await openVisit(leadSeat);
  await writeFocus(panel);
  expect(await panel.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);

  // A closed pane loses nothing.
  panel = await goOnAfterClosing(leadSeat);
  expect(await panel.getByLabel('What we saw').inputValue()).toBe('In every class pupils told each other why.');
  await writeStrengthsWithoutNetwork(leadSeat, panel);

  // Nor does a reload.
  await leadSeat.page.reload();
  panel = await openVisit(leadSeat);
  await panel.getByRole('button', { name: 'Go on with the draft' }).click();
  await step(panel, 'Strengths and considerations');
  expect(await panel.getByLabel('Strength 1').inputValue()).toBe('Pupils use the words of mathematics');
  await next(panel);
  await writeAction(panel);
  await next(panel);
  await step(panel, 'Check and send');
  await panel.getByRole('button', { name: 'Send to the host' }).click();
  await panel.getByText('will say whether it is accurate').waitFor();

  // The host reads it and does not agree.
  const hostSeat = await stage.seat(host);
  let hostPanel = await openVisit(hostSeat);
  await hostPanel.getByRole('button', { name: 'Read and answer' }).click();
  await hostPanel.getByText('In every class pupils told each other why.').waitFor();
  await hostPanel.getByRole('radio', { name: 'Not accurate' }).check();
  await hostPanel.getByLabel('Comment').fill('You saw five classes of seven.');
  await hostPanel.getByRole('button', { name: 'Send my answer' }).click();
  await hostPanel.getByText('Sent back to the lead reviewer').waitFor();
  expect(await theFinding()).toMatchObject({ Agreement: 'not accurate', Comment: 'You saw five classes of seven.' });

  // Back at the lead reviewer, who revises it.
  await leadSeat.closePanel();
  panel = await leadSeat.openPanelSignedIn();
  await panel.getByRole('button', { name: 'Revise the outcome' }).click();
  await panel.getByText('You saw five classes of seven.').waitFor();
  await panel.getByLabel('What we saw').fill('In five classes pupils told each other why.');
  for (const name of ['Strengths and considerations', 'Actions', 'Check and send']) {
    await next(panel);
    await step(panel, name);
  }
  await panel.getByRole('button', { name: 'Send to the host' }).click();
  await panel.getByText('will say whether it is accurate').waitFor();

  // Now it is accurate, and stands.
  await hostSeat.closePanel();
  hostPanel = await hostSeat.openPanelSignedIn();
  await hostPanel.getByRole('button', { name: 'Read and answer' }).click();
  await hostPanel.getByText('In five classes pupils told each other why.').waitFor();
  await hostPanel.getByRole('radio', { name: 'Accurate', exact: true }).check();
  await hostPanel.getByRole('button', { name: 'Send my answer' }).click();
  await hostPanel.getByText('You marked the findings accurate').waitFor();

  expect(await theFinding()).toMatchObject({
    Agreement: 'accurate',
    Focus: 'Reasoning in mathematics',
    Host: review.record.host,
    LeadId: lead.id,
    HostHeadId: host.id,
  });
  const events = await eventually(
    'the follow-up is in the calendar of the host head',
    () => eventsOn(stage, host.email, followUpOn),
    (found) => found.some(({ subject }) => subject === 'Our Academies follow-up'),
  );
  expect(events.filter(({ subject }) => subject === 'Our Academies follow-up')).toHaveLength(1);
  expect(await actions()).toMatchObject([
    { What: 'Talk partners are planned into every lesson', OwnerId: host.id, DueOn: followUpOn, State: 'agreed' },
  ]);
  const reviews = await listItems(stage, 'trust', 'Reviews');
  expect(reviews.find(({ Key }) => Key === review.key)).toMatchObject({ Stage: 'confirmed by host' });
});

async function theFinding(): Promise<Record<string, unknown> | undefined> {
  const found = (await listItems(stage, 'confidential', 'Findings')).filter(({ Review }) => Review === review.key);
  expect(found).toHaveLength(1);
  return found[0];
}

async function actions(): Promise<readonly Record<string, unknown>[]> {
  return (await listItems(stage, 'confidential', 'Actions')).filter(({ Review }) => Review === review.key);
}
