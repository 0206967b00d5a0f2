import type { Frame } from 'playwright-core';
import * as z from 'zod/mini';
import type { LocalPerson } from '../../infra/local/endpoints';
import { isPupilDay, seekDay } from '../../shared/reviews/school-calendar';
import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Seat, type Stage } from '../browser';
import { eventually, listItems } from '../in-graph';
import {
  calendarOf,
  checkDays,
  dayOf,
  logOutcome,
  openVisit,
  type PublishedReview,
  point,
  press,
  publishThree,
  standsOnce,
} from './review-story';

jest.setTimeout(600_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

const mailsSchema = z.object({ value: z.array(z.object({ subject: z.string() })) });

async function mailsAbout(person: LocalPerson, what: string): Promise<readonly string[]> {
  const { value } = z.parse(mailsSchema, await stage.graph(`/users/${person.email}/messages?$top=200`));
  return value.map(({ subject }) => subject).filter((subject) => subject.includes(what));
}

/** What the panel's first screen asks of somebody. */
async function waitingFor(seat: Seat): Promise<readonly string[]> {
  await seat.openMail(/./);
  const panel = await seat.openPanelSignedIn();
  // Beside a mail about a review the panel opens that review by itself, a moment after its first screen.
  const back = panel.getByRole('button', { name: 'Back', exact: true });
  const waiting = panel.getByRole('list', { name: 'Waiting for you' });
  await eventually(
    'the first screen',
    async () => {
      if (await back.isVisible()) await back.click();
      return waiting.isVisible();
    },
    (isThere) => isThere,
  );
  const asked = await waiting.getByRole('listitem').allTextContents();
  await seat.closePanel();
  return asked;
}

async function say(panel: Frame, held: string): Promise<void> {
  await press(panel, held);
  await press(panel, 'Yes');
  await panel.getByRole('button', { name: 'Yes' }).waitFor({ state: 'detached' });
}

/** Whose turn a step is: the workshop is its Improvement Champion's. */
async function ownerOf({ key }: PublishedReview, step: string): Promise<LocalPerson> {
  const stages = await listItems(stage, 'trust', 'ReviewStages');
  const found = stages.find((one) => one['Review'] === key && one['Step'] === step);
  return stage.person(({ id }) => id === found?.['OwnerId']);
}

/** The first school day of the host after a day: holidays pass in silence. */
const schoolDayAfter = ({ host }: PublishedReview, day: string): string =>
  seekDay(addDays(day, 1), (one) => isPupilDay(calendarOf(stage, host), one)) ?? day;

test('over a simulated year a review reminds, waits for holidays, outlives restarts and comes to its end', async () => {
  const { reviews } = await publishThree(stage, new Date().toISOString().slice(0, 10));
  for (const one of reviews) checkDays(stage, one);
  const [review] = reviews;
  if (review === undefined) throw new Error('Nothing was published.');
  const host = stage.person(({ id }) => id === review.hostHead.id);
  const visitOn = dayOf(review, 'visit');
  const events = [
    ['data sharing', 'Our Academies preparation'],
    ['visit', 'Our Academies visit'],
    ['workshop', 'Our Academies workshop'],
    ['impact review', 'Our Academies impact conversation'],
  ] as const;
  const allStandOnce = async () => {
    for (const [step, subject] of events)
      await standsOnce(stage, review, { mailbox: host.email, on: dayOf(review, step), subject });
  };
  await allStandOnce();
  const seat = await stage.seat(host);

  // Nobody chose the focus in time: on the first school morning after, the head of the host is asked, once.
  await stage.moveClock(`${schoolDayAfter(review, dayOf(review, 'self-review'))}T09:00`);
  const place = stage.trust.academies.find(({ urn }) => urn === review.host);
  const late = `agreeing what the visit is about at ${place?.name}`;
  expect(await mailsAbout(host, late)).toEqual([`A reminder: ${late}`]);
  expect(await waitingFor(seat)).toContainEqual(expect.stringContaining('Choose the focus and sign the scope'));
  const early = await openVisit(seat, visitOn);
  await press(early, 'Choose the focus');
  await early.getByLabel('Focus').fill('Reading');
  await early.getByLabel('Enquiry question').fill('Does every pupil read every day?');
  await press(early, 'Sign the scope');
  await point(early, 'Self-review and scope').getByText('Done on').waitFor();
  await seat.closePanel();

  // The machine is taken away in the night before the data are due.
  await stage.running.killFunctionsHost();
  await stage.running.restartFunctionsHost();
  await stage.moveClock(`${dayOf(review, 'data sharing')}T08:30`);
  expect(await waitingFor(seat)).toContainEqual(expect.stringContaining('Share your data with your reviewers'));
  const sharing = await openVisit(seat, visitOn);
  await say(sharing, 'The data is shared…');
  await point(sharing, 'Data shared').getByText('Done on').waitFor();
  await seat.closePanel();

  await stage.moveClock(`${visitOn}T16:00`);
  await logOutcome(stage, review);

  const seatOf = async (step: string): Promise<Seat> => {
    const owner = await ownerOf(review, step);
    return owner.id === host.id ? seat : stage.seat(owner);
  };

  // Workshop and follow-ups come up when they are due, however many holidays lie between.
  for (const [step, asked, held] of [
    ['workshop', 'Hold the improvement workshop', 'The workshop was held…'],
    ['first follow-up', 'Look how far the actions have come', 'We have followed up…'],
    ['second follow-up', 'Look how far the actions have come', 'We have followed up…'],
  ] as const) {
    await stage.moveClock(`${dayOf(review, step)}T16:30`);
    expect(await waitingFor(await seatOf(step))).toContainEqual(expect.stringContaining(asked));
    await say(await openVisit(seat, visitOn), held);
    await seat.closePanel();
  }
  await stage.running.restartFunctionsHost();
  await stage.moveClock(`${dayOf(review, 'impact review')}T15:00`);
  expect(await waitingFor(await seatOf('impact review'))).toContainEqual(
    expect.stringContaining('Review what has changed for pupils'),
  );
  const last = await openVisit(seat, visitOn);
  await press(last, 'Review the impact');
  await last.getByLabel('What has changed for our pupils').fill('Every pupil reads every day.');
  await press(last, 'Close this review');
  await point(last, 'Impact review').getByText('Done on').waitFor();

  // A year later everything stands once, nobody was asked twice, and nothing waits for a review that is over.
  await allStandOnce();
  expect(await mailsAbout(host, late)).toHaveLength(1);
  const stored = await eventually(
    'the review is closed',
    async () => (await listItems(stage, 'trust', 'Reviews')).find(({ Key }) => Key === review.key),
    (one) => one?.['Stage'] === 'impact reviewed',
  );
  expect(stored).toMatchObject({ DataSharedOn: dayOf(review, 'data sharing') });
});
