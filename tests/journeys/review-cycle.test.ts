import type { Frame } from 'playwright-core';
import type { LocalPerson } from '../../infra/local/endpoints';
import type { OutputOf, requests } from '../../shared/requests';
import { isPupilDay, schoolCalendar } from '../../shared/reviews/school-calendar';
import { steps } from '../../shared/reviews/steps';
import { addDays } from '../../shared/time/calendar-date';
import { openStage, type Seat, type Stage } from '../browser';
import { eventsOn, eventually, listItems } from '../in-graph';

jest.setTimeout(240_000);

type Published = OutputOf<typeof requests.publishTriad>;
type PublishedReview = Published['reviews'][number];

let stage: Stage;
let academies: readonly string[];
let startOn: string;

beforeAll(async () => {
  stage = await openStage();
  academies = stage.trust.academies.slice(0, 3).map(({ urn }) => urn);
  startOn = new Date().toISOString().slice(0, 10);
});
afterAll(() => stage?.stop());

async function tokenOf(person: LocalPerson): Promise<string> {
  const { tenant, panelClientId, apiScope } = stage.endpoints;
  const response = await fetch(`${tenant}/control/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: panelClientId, user: person.email, scope: apiScope }),
  });
  return (JSON.parse(await response.text()) as { access_token: string }).access_token;
}

async function call<T>(person: LocalPerson, path: string, body: unknown, version?: string): Promise<T> {
  const response = await fetch(`${stage.endpoints.functions}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': version }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

const dayOf = (review: PublishedReview, step: string) => review.stages.find((one) => one.step === step)?.on ?? '';

/** Every day of a review lies on a day with pupils at the host, by the calendars of the trust itself. */
function checkDays({ host, stages }: PublishedReview): void {
  const place = stage.trust.academies.find(({ urn }) => urn === host);
  const { schoolYears, closures } = stage.trust.calendar;
  const calendar = schoolCalendar({
    academy: { urn: host, localAuthority: place?.localAuthority ?? '' },
    years: ['2026/27', '2027/28'],
    schoolYears,
    closures,
  });
  expect(stages.map(({ step }) => step)).toEqual(steps);
  expect(stages.filter(({ on }) => !isPupilDay(calendar, on))).toEqual([]);
}

async function openVisit(seat: Seat, on: string): Promise<Frame> {
  await seat.openCalendar(on);
  await seat.openEvent('Our Academies visit');
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('list', { name: 'The cycle' }).waitFor();
  return panel;
}

const press = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name }).click();
const point = (panel: Frame, name: string) =>
  panel.getByRole('list', { name: 'The cycle' }).getByRole('listitem').filter({ hasText: name });

async function publishThree(office: LocalPerson): Promise<Published> {
  const wanted = { year: '2026/27', round: 2, name: 'Second round, north', academies, startOn };
  const looked = await call<Published>(office, '/api/triads/publish', { ...wanted, apply: false });
  expect(looked.reviews.map(({ host }) => host)).toEqual(academies);
  expect((await listItems(stage, 'trust', 'ReviewStages')).length).toBe(0);
  const published = await call<Published>(office, '/api/triads/publish', { ...wanted, apply: true });
  await call(office, '/api/triads/publish', { ...wanted, apply: true });
  expect((await listItems(stage, 'trust', 'ReviewStages')).length).toBe(3 * (steps.length - 1));
  return published;
}

async function logOutcome(lead: LocalPerson, host: LocalPerson, review: PublishedReview): Promise<void> {
  const sent = await call<{ finding: { key: string; version: string } }>(lead, `/api/reviews/${review.key}/outcome`, {
    findingKey: 'finding-cycle',
    finding: {
      focus: 'Reading',
      activities: [{ what: 'learning walk', withColleague: 'English lead', observation: 'Pupils talk about books.' }],
      strengths: ['Books are everywhere'],
      considerations: ['Reading at home'],
      goodPractice: 'Every corridor is a library',
      safeguardingRaised: false,
    },
    actions: [],
  });
  await call(host, `/api/findings/${sent.finding.key}/answer`, { accurate: true }, sent.finding.version);
}

test('a review runs from publishing to its impact, and every event stands once in Outlook', async () => {
  const office = stage.person(({ roles }) => roles.includes('TrustOffice'));
  const { reviews } = await publishThree(office);
  for (const one of reviews) checkDays(one);
  const [review] = reviews;
  if (review === undefined) throw new Error('Nothing was published.');
  const host = stage.person(({ id }) => id === review.hostHead.id);
  const lead = stage.person(({ id }) => id === review.lead.id);

  // Outlook holds each meeting once, in the host's own calendar.
  const visitOn = dayOf(review, 'visit');
  const named = async (on: string, subject: string) =>
    (await eventsOn(stage, host.email, on)).filter(
      (event) => event.subject === subject && !event.isCancelled && event.body.content.includes(review.key),
    ).length;
  const once = (on: string, subject: string) =>
    eventually(
      `${subject} on ${on}`,
      () => named(on, subject),
      (count) => count === 1,
    );
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
  expect(await named(workshopOn, 'Our Academies workshop')).toBe(0);

  // Outcome and answer have a story of their own; then the cycle goes on to its end.
  await logOutcome(lead, host, review);
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
