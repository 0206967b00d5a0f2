import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, startAll } from '../../infra/local/supervisor/start-all';
import { planMeetings } from '../../shared/meetings/open-planning';
import type { Stored } from '../../shared/record';
import type { Review } from '../../shared/records/review';

/** The three jobs through the API alone, on the very processes of `npm start`. */
const folder = mkdtempSync(join(tmpdir(), 'journeys-'));
const canary = 'Zanzibar-Quokka';
let running: Running;

beforeAll(async () => {
  const ports = { workbench: 0, tenant: 0, functions: 0 };
  running = await startAll({ folder, fresh: false, ports, tell: () => undefined });
}, 120_000);
afterAll(() => running.stop());

async function tokenFor(user: string | undefined, clientId: string, scope: string): Promise<string> {
  const response = await fetch(`${running.endpoints.tenant}/control/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientId, user, scope }),
  });
  const { access_token: token }: { access_token: string } = JSON.parse(await response.text());
  return token;
}

// biome-ignore lint/suspicious/noExplicitAny: a test looks into bodies of every shape
type Answered = { status: number; headers: Headers; body: any };

async function api(user: string, method: string, path: string, body?: unknown, version?: string): Promise<Answered> {
  const { functions, panelClientId, apiScope } = running.endpoints;
  const token = await tokenFor(user, panelClientId, apiScope);
  const response = await fetch(`${functions}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': version }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

const withRole = (role: string) => running.endpoints.people.find(({ roles }) => roles.includes(role))?.email ?? '';
const emailOf = (id: string) => running.endpoints.people.find((one) => one.id === id)?.email ?? '';

async function until(holds: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`It did not come about within ${seconds} seconds.`);
}

test('a principal logs an outcome, the host marks it accurate, and the action comes into Outlook', async () => {
  const { body } = await api(withRole('TrustOffice'), 'GET', '/api/records/review?top=999');
  const visited = (body.records as Stored<Review>[]).find(({ record }) => record.stage === 'visited') as Stored<Review>;
  const { lead, hostHead, reviewers } = visited.record;
  const sent = await api(emailOf(lead.id), 'POST', `/api/reviews/${visited.key}/outcome`, {
    findingKey: 'finding-journey',
    finding: {
      focus: `Reading ${canary}`,
      activities: [{ what: 'learning walk', withColleague: 'English lead', observation: `Pupils read. ${canary}` }],
      strengths: [canary],
      considerations: [canary],
      safeguardingRaised: false,
    },
    actions: [{ key: 'action-journey', action: { what: `Books ${canary}`, owner: hostHead, dueOn: '2027-01-20' } }],
  });
  expect([sent.status, sent.body.review.record.stage]).toEqual([200, 'fed back']);
  const waiting = await api(emailOf(hostHead.id), 'GET', '/api/waiting');
  expect(waiting.body.items).toContainEqual(expect.objectContaining({ what: 'answer outcome', key: visited.key }));
  const { version } = sent.body.finding;
  const answered = await api(
    emailOf(hostHead.id),
    'POST',
    '/api/findings/finding-journey/answer',
    { accurate: true },
    version,
  );
  expect(answered.body.review.record.stage).toBe('confirmed by host');
  const read = () => api(emailOf(hostHead.id), 'GET', '/api/records/action/action-journey');
  await until(async () => (await read()).body.record.outlook === 'sent', 60);
  expect((await api(withRole('HR'), 'GET', '/api/records/finding/finding-journey')).status).toBe(403);
  expect(reviewers.length).toBeGreaterThan(0);
}, 90_000);

test('the trust office plans and publishes a half-term twice, and each meeting is in a calendar once', async () => {
  const office = withRole('TrustOffice');
  const { body } = await api(
    office,
    'GET',
    '/api/planning/problem?year=2026%2F27&from=2027-01-04&until=2027-02-12&networks=network-reception',
  );
  const plan = planMeetings(body.problem, { seed: 1 });
  const { keys } = (await api(office, 'POST', '/api/planning/plan', { year: '2026/27', plan })).body;
  const [first, second] = await Promise.all([1, 2].map(() => api(office, 'POST', '/api/meetings/publish', { keys })));
  expect([first?.body, second?.body]).toEqual([{ waiting: keys.length }, { waiting: keys.length }]);
  const read = () => api(office, 'GET', `/api/records/meeting/${keys[0]}`);
  await until(async () => (await read()).body.record.outlook === 'sent', 90);
  const { members, date } = (await read()).body.record;
  const { tenant, workbenchClientId } = running.endpoints;
  const token = await tokenFor(undefined, workbenchClientId, 'https://graph.microsoft.com/.default');
  const view = await fetch(
    `${tenant}/v1.0/users/${members[0].who.id}/calendarView?startDateTime=${date}T00:00:00Z&endDateTime=${date}T23:59:00Z`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { value }: { value: { subject: string; body: { content: string } }[] } = JSON.parse(await view.text());
  expect(value.filter((event) => event.body.content.includes(`/open/meeting/${keys[0]}`))).toHaveLength(1);
}, 150_000);

test('HR fills a template, and the person alone may read it beside HR', async () => {
  const hr = withRole('HR');
  const { body } = await api(hr, 'GET', '/api/appraisals?year=2026%2F27');
  const objective = body.people.flatMap((one: { objectives: unknown[] }) => one.objectives)[0];
  const templates = (await api(hr, 'GET', '/api/templates')).body.templates as { id: string; name: string }[];
  const statuses = await Promise.all(
    templates.map(({ id }) => api(hr, 'POST', `/api/templates/${id}/fill`, { objective: objective.key })),
  );
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200, 422]));
  const { document } = statuses.find(({ status }) => status === 200)?.body ?? {};
  const file = await api(emailOf(objective.record.who.id), 'GET', `/api/documents/${document.id}`);
  expect(Buffer.from(file.body.file, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect((await api(withRole('TrustOffice'), 'GET', `/api/documents/${document.id}`)).status).toBe(404);
}, 60_000);

test('a body of ten megabytes, a stale version, a foreign key and an unknown kind each have their sentence', async () => {
  const office = withRole('TrustOffice');
  const huge = { key: 'a', record: { name: 'x'.repeat(10 * 1024 * 1024) } };
  expect((await api(office, 'POST', '/api/records/hub', huge)).body).toMatchObject({ code: 'too-large' });
  const academy = (await api(office, 'GET', '/api/records/academy?top=1')).body.records[0];
  const stale = await api(
    office,
    'PUT',
    `/api/records/academy/${academy.key}`,
    { record: academy.record },
    '"stale,1"',
  );
  expect(stale).toMatchObject({ status: 412, body: { code: 'changed-meanwhile', current: { key: academy.key } } });
  expect((await api(office, 'GET', '/api/records/academy/nobody')).body).toMatchObject({ code: 'not-found' });
  expect((await api(office, 'GET', '/api/records/nothing')).body).toMatchObject({ code: 'not-found' });
});

test('the logs of all of this name nobody and quote nothing', async () => {
  const logs = readdirSync(join(folder, 'logs')).map((name) => readFileSync(join(folder, 'logs', name), 'utf8'));
  const text = logs.join('\n');
  expect(text.length).toBeGreaterThan(100);
  expect(text).not.toContain(canary);
  for (const { email, name } of running.endpoints.people)
    expect([text.includes(email), text.includes(name)]).toEqual([false, false]);
});
