import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Stage } from '../browser';
import { listItems } from '../in-graph';
import {
  checkDays,
  countOf,
  dayOf,
  logOutcome,
  openVisit,
  point,
  press,
  publishThree,
  standsOnce,
} from './review-story';

jest.setTimeout(240_000);

let stage: Stage;
let startOn: string;

beforeAll(async () => {
  stage = await openStage();
  startOn = new Date().toISOString().slice(0, 10);
});
afterAll(() => stage?.stop());

test('a review runs from publishing to its impact, and every event stands once in Outlook', async () => {
  const { reviews } = await publishThree(stage, startOn);
  for (const one of reviews) checkDays(stage, one);
  const [review] = reviews;
  if (review === undefined) throw new Error('Nothing was published.');
  const host = stage.person(({ id }) => id === review.hostHead.id);

  // Outlook holds each meeting once, in the host's own calendar.
  const visitOn = dayOf(review, 'visit');
  const once = (on: string, subject: string) => standsOnce(stage, review, { mailbox: host.email, on, subject });
  await once(visitOn, 'Our Academies visit');
  await once(visitOn, 'Our Academies conversation');
  await once(dayOf(review, 'data sharing'), 'Our Academies preparation');
  await once(dayOf(review, 'workshop'), 'Our Academies workshop');
  await once(dayOf(review, 'impact review'), 'Our Academies impact conversation');

  // The host chooses the focus, signs, and shares the data.
  const seat = await stage.seat(host);
  const panel = await openVisit(seat, visitOn);
  await press(panel, 'Choose the focus');
  await panel.getByLabel('Focus').fill('Reading');
  await panel.getByLabel('Enquiry question').fill('Does every pupil read every day?');
  await press(panel, 'Sign the scope');
  await point(panel, 'Self-review and scope').getByText('Done on').waitFor();
  await press(panel, 'The data is shared…');
  await press(panel, 'Yes');
  await point(panel, 'Data shared').getByText('Done on').waitFor();

  // The workshop is moved by a day; everybody's event follows.
  const workshopOn = dayOf(review, 'workshop');
  const moved = [1, 2, 3, 4, 5, 6].map((days) => addDays(workshopOn, days));
  await press(panel, 'Move a date…');
  await panel.getByLabel('Which step').selectOption('workshop');
  let newDay = '';
  for (const day of moved) {
    await panel.getByLabel('New day').fill(`${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`);
    await press(panel, 'Move it');
    await panel.getByRole('button', { name: 'Moving…' }).waitFor({ state: 'detached' });
    newDay = day;
    if (await panel.getByRole('button', { name: 'Move a date…' }).isVisible()) break;
  }
  await once(newDay, 'Our Academies workshop');
  const left = { mailbox: host.email, on: workshopOn, subject: 'Our Academies workshop' };
  expect(await countOf(stage, review, left)).toBe(0);

  await logOutcome(stage, review);
  await seat.closePanel();
  const after = await openVisit(seat, visitOn);
  for (const step of ['The workshop was held…', 'We have followed up…', 'We have followed up…']) {
    await press(after, step);
    await press(after, 'Yes');
    await after.getByRole('button', { name: 'Yes' }).waitFor({ state: 'detached' });
  }
  await press(after, 'Review the impact');
  await after.getByLabel('What has changed for our pupils').fill('Every pupil reads every day.');
  await press(after, 'Close this review');
  await point(after, 'Impact review').getByText('Done on').waitFor();
  await press(after, 'Who may read it…');
  await after.getByRole('radio', { name: 'Our trust' }).check();
  await press(after, 'Share like this');
  await after.getByRole('button', { name: 'Who may read it…' }).waitFor();
  const findings = await listItems(stage, 'confidential', 'Findings');
  const found = findings.find(({ Key }) => Key === 'finding-cycle');
  expect(found).toMatchObject({ Impact: 'Every pupil reads every day.', Sharing: 'trust' });
  const stored = (await listItems(stage, 'trust', 'Reviews')).find(({ Key }) => Key === review.key);
  expect(stored).toMatchObject({ Stage: 'shared' });
});
