import { createServer as createHttpServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, toWire } from '../../addin/server';
import { requests } from '../../shared/requests';
import { ok, refuse } from '../../shared/result';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An API on a free port that gives the next answer, or hangs up where there is none. */
async function api() {
  const answers: (Answer | undefined)[] = [];
  const asked: {
    readonly method: string | undefined;
    readonly url: string | undefined;
    readonly headers: IncomingMessage['headers'];
  }[] = [];
  const http: HttpServer = createHttpServer((request, response) => {
    asked.push({ method: request.method, url: request.url, headers: request.headers });
    const answer = answers.shift();
    if (answer === undefined) return void request.socket.destroy();
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { answers, asked, origin, close: () => new Promise((resolve) => http.close(resolve)) };
}

let world: Awaited<ReturnType<typeof api>>;
let server: Server;
let refused = 0;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  world = await api();
  // The panel's addresses have no origin, since it lies on the API's own; Node has no page to complete them with.
  globalThis.fetch = (address, options) => realFetch(new URL(String(address), world.origin), options);
  server = createServer({
    token: async () => ok('a-token'),
    onRefused: () => {
      refused += 1;
    },
  });
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await world.close();
});
beforeEach(() => {
  world.asked.length = 0;
  world.answers.length = 0;
  refused = 0;
});

const overview = { items: [] };

test('a question goes out with its token and comes back as a value', async () => {
  world.answers.push({ status: 200, body: overview });
  expect(await server.call(requests.waiting, {})).toEqual(ok(overview));
  expect(world.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/api/waiting', 'Bearer a-token'],
  ]);
});

test('reading is tried once more when no answer came, writing is not', async () => {
  world.answers.push(undefined, { status: 200, body: overview });
  expect((await server.call(requests.waiting, {})).ok).toBe(true);
  world.answers.push(undefined);
  const sent = await server.call(requests.publishMeetings, { keys: ['m-1'] });
  expect(!sent.ok && sent.problem.code).toBe('busy');
  expect(world.asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST']);
});

test('without a network there is a sentence that says what to do', async () => {
  const answer = await server.call(requests.waiting, {});
  expect(answer).toEqual(
    refuse('busy', 'There is no connection to our service just now. Check the network and try again.'),
  );
});

test('a problem comes back as the API said it, with fields and what is stored now', async () => {
  const told = {
    code: 'changed-meanwhile',
    detail: 'Somebody changed this meanwhile.',
    fields: [{ path: 'focus', sentence: 'Fill this in.' }],
    current: { key: 'review-1' },
  };
  world.answers.push({ status: 412, body: told });
  const { code, detail, fields, current } = told;
  expect(await server.call(requests.cancelMeeting, { key: 'm-1', version: '"1"' })).toEqual({
    ok: false,
    problem: { code, sentence: detail, fields, current },
  });
});

test('a fault of the service keeps its reference for the person', async () => {
  world.answers.push({ status: 500, body: { code: 'fault', detail: 'Try again; the reference is 7f3a.' } });
  expect(await server.call(requests.sendOutcome, {} as never)).toEqual(
    refuse('busy', 'Try again; the reference is 7f3a.'),
  );
});

test('an answer that is no problem document, e.g. of a gateway, is said to be ours and not the network’s', async () => {
  world.answers.push({ status: 502, body: 'Bad gateway' });
  const told = await server.call(requests.publishMeetings, { keys: ['m-1'] });
  expect(!told.ok && told.problem.sentence).toContain('Something went wrong in our service.');
});

test('an answer of another shape is not taken for a value', async () => {
  world.answers.push({ status: 200, body: { items: 'many' } });
  expect((await server.call(requests.waiting, {})).ok).toBe(false);
});

test('a refused token is reported, so that the next one is new', async () => {
  world.answers.push({ status: 401, body: { code: 'not-signed-in', detail: 'Sign in again.' } });
  expect(await server.call(requests.me, {})).toEqual(refuse('not-signed-in', 'Sign in again.'));
  expect(refused).toBe(1);
});

test('without a token nothing is sent', async () => {
  const signedOut = createServer({
    token: async () => refuse('not-signed-in', 'Sign in.'),
    onRefused: () => undefined,
  });
  expect(await signedOut.call(requests.me, {})).toEqual(refuse('not-signed-in', 'Sign in.'));
  expect(world.asked).toEqual([]);
});

test('values travel in path, If-Match, query or body as shared/requests says', () => {
  expect(
    toWire(requests.listRecords, { kind: 'person', by: 'academy', is: 'a&b', top: 50, cursor: undefined }),
  ).toEqual({
    address: '/api/records/person?by=academy&is=a%26b&top=50',
    headers: {},
  });
  expect(
    toWire(requests.changeRecord, { kind: 'draft', key: 'a b', version: '"x,1"', record: { focus: 'é' } }),
  ).toEqual({
    address: '/api/records/draft/a%20b',
    headers: { 'If-Match': '"x,1"', 'Content-Type': 'application/json' },
    body: '{"record":{"focus":"é"}}',
  });
  expect(toWire(requests.removeRecord, { kind: 'draft', key: 'k', version: '"1"' })).toEqual({
    address: '/api/records/draft/k',
    headers: { 'If-Match': '"1"' },
  });
});
