import type { Frame } from 'playwright-core';
import type { LocalPerson } from '../../infra/local/endpoints';
import type { OutputOf, requests } from '../../shared/requests';
import { isPupilDay, type SchoolCalendar, schoolCalendar } from '../../shared/reviews/school-calendar';
import { steps } from '../../shared/reviews/steps';
import type { Seat, Stage } from '../browser';
import { eventsOn, eventually, listItems } from '../in-graph';

/** What the stories of a review's cycle share: publishing by API, the panel beside the visit, what Outlook holds. */
export type Published = OutputOf<typeof requests.publishTriad>;
export type PublishedReview = Published['reviews'][number];

async function tokenOf(stage: Stage, person: LocalPerson): Promise<string> {
  const { tenant, panelClientId, apiScope } = stage.endpoints;
  const response = await fetch(`${tenant}/control/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: panelClientId, user: person.email, scope: apiScope }),
  });
  return (JSON.parse(await response.text()) as { access_token: string }).access_token;
}

/** One call of the API, as somebody. */
async function call<T>(stage: Stage, person: LocalPerson, path: string, body: unknown, version?: string): Promise<T> {
  const response = await fetch(`${stage.endpoints.functions}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(stage, person)}`,
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': version }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

export const dayOf = (review: PublishedReview, step: string) =>
  review.stages.find((one) => one.step === step)?.on ?? '';

/** Every day of a review lies on a day with pupils at the host, by the calendars of the trust itself. */
export function checkDays(stage: Stage, { host, stages }: PublishedReview): void {
  const calendar = calendarOf(stage, host);
  expect(stages.map(({ step }) => step)).toEqual(steps);
  expect(stages.filter(({ on }) => !isPupilDay(calendar, on))).toEqual([]);
}

/** When the academy with this URN has pupils. */
export function calendarOf(stage: Stage, host: string): SchoolCalendar {
  const place = stage.trust.academies.find(({ urn }) => urn === host);
  const { schoolYears, closures } = stage.trust.calendar;
  return schoolCalendar({
    academy: { urn: host, localAuthority: place?.localAuthority ?? '' },
    years: ['2026/27', '2027/28'],
    schoolYears,
    closures,
  });
}

export async function openVisit(seat: Seat, on: string): Promise<Frame> {
  await seat.openCalendar(on);
  await seat.openEvent('Our Academies visit');
  const panel = await seat.openPanelSignedIn();
  await panel.getByRole('list', { name: 'The cycle' }).waitFor();
  return panel;
}

export const press = (panel: Frame, name: string | RegExp) => panel.getByRole('button', { name }).click();
export const point = (panel: Frame, name: string) =>
  panel.getByRole('list', { name: 'The cycle' }).getByRole('listitem').filter({ hasText: name });

/** A triad of three academies that have none yet; looked at first, and published twice without harm. */
export async function publishThree(stage: Stage, startOn: string): Promise<Published> {
  const office = stage.person(({ roles }) => roles.includes('TrustOffice'));
  const academies = stage.trust.academies.slice(0, 3).map(({ urn }) => urn);
  const wanted = { year: '2026/27', round: 2, name: 'Second round, north', academies, startOn };
  const looked = await call<Published>(stage, office, '/api/triads/publish', { ...wanted, apply: false });
  expect(looked.reviews.map(({ host }) => host)).toEqual(academies);
  expect((await listItems(stage, 'trust', 'ReviewStages')).length).toBe(0);
  const published = await call<Published>(stage, office, '/api/triads/publish', { ...wanted, apply: true });
  await call(stage, office, '/api/triads/publish', { ...wanted, apply: true });
  expect((await listItems(stage, 'trust', 'ReviewStages')).length).toBe(3 * (steps.length - 1));
  return published;
}

/** Outcome and answer have a story of their own (principal.test.ts). */
export async function logOutcome(stage: Stage, review: PublishedReview): Promise<void> {
  const host = stage.person(({ id }) => id === review.hostHead.id);
  const lead = stage.person(({ id }) => id === review.lead.id);
  const sent = await call<{ finding: { key: string; version: string } }>(
    stage,
    lead,
    `/api/reviews/${review.key}/outcome`,
    {
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
    },
  );
  await call(stage, host, `/api/findings/${sent.finding.key}/answer`, { accurate: true }, sent.finding.version);
}

/** Waits until somebody's calendar holds an event of this review once on a day. */
export async function standsOnce(
  stage: Stage,
  review: PublishedReview,
  { mailbox, on, subject }: { readonly mailbox: string; readonly on: string; readonly subject: string },
): Promise<void> {
  await eventually(
    `${subject} on ${on}`,
    () => countOf(stage, review, { mailbox, on, subject }),
    (count) => count === 1,
  );
}

export async function countOf(
  stage: Stage,
  { key }: PublishedReview,
  { mailbox, on, subject }: { readonly mailbox: string; readonly on: string; readonly subject: string },
): Promise<number> {
  const events = await eventsOn(stage, mailbox, on);
  return events.filter((one) => one.subject === subject && !one.isCancelled && one.body.content.includes(key)).length;
}
