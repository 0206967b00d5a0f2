import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Graph, GraphCall } from '../../../functions/graph/call';
import { connectGraph } from '../../../functions/graph/client';
import { Busy } from '../../../functions/ports';
import { steppedClock } from './stepped-clock';

/** A Graph that answers as a test says, call after call, and notes what it was sent. */
interface Heard {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}
type Answer = (response: ServerResponse) => void;

let heard: Heard[] = [];
let answers: Answer[] = [];
const server = createServer((request: IncomingMessage, response) => {
  heard.push({
    method: request.method ?? '',
    url: request.url ?? '',
    authorization: request.headers.authorization,
  });
  (answers.shift() ?? json(200, { fine: true }))(response);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, 'localhost', resolve)));
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
}

const gone: Answer = (response) => response.destroy();
const html: Answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in</p>');
const cutOff: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"fine":');
  setTimeout(() => response.destroy(), 10);
};
const refused = { error: { code: 'TooManyRequests', message: 'Slow down' } };

function connect(...given: readonly Answer[]): {
  readonly graph: Graph;
  readonly clock: ReturnType<typeof steppedClock>;
} {
  heard = [];
  answers = [...given];
  const clock = steppedClock();
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const tokens = { get: async (which: 'kept' | 'fresh') => `token-${which}` };
  return {
    clock,
    graph: connectGraph({
      graphOrigin: origin,
      tokens,
      clock,
      patienceSeconds: 45,
      timeLimitSeconds: 0.3,
      chance: () => 1,
    }),
  };
}

const read: GraphCall = { method: 'GET', path: '/users?$top=1', needs: 'read people', place: 'directory' };
const create: GraphCall = {
  method: 'POST',
  path: '/users/a/events',
  body: {},
  needs: 'write events',
  place: 'mailbox:a',
};

test('a call goes to the configured origin with its token', async () => {
  const { graph } = connect();
  expect(await graph.ask(read)).toMatchObject({ status: 200, body: { fine: true } });
  expect(heard).toEqual([{ method: 'GET', url: '/v1.0/users?$top=1', authorization: 'Bearer token-kept' }]);
});

test('a token that Graph no longer takes is renewed once, and no oftener', async () => {
  const once = connect(json(401, refused));
  await once.graph.ask(create);
  expect(heard.map(({ authorization }) => authorization)).toEqual(['Bearer token-kept', 'Bearer token-fresh']);
  const never = connect(json(401, refused), json(401, refused));
  await expect(never.graph.ask(create)).rejects.toMatchObject({ status: 401 });
});

test.each([
  'https://elsewhere.example/v1.0/users',
  'https://graph.microsoft.com.elsewhere.example/v1.0/users',
  'https://graph.microsoft.com/beta/users',
])('a next-link that leads elsewhere (%s) is not followed', async (link) => {
  const { graph } = connect(json(200, { value: [1], '@odata.nextLink': link }));
  const pages = graph.pages(read);
  expect((await pages.next()).value).toEqual([1]);
  await expect(pages.next()).rejects.toThrow('led away');
  expect(heard).toHaveLength(1);
});

test('a next-link of Graph is followed, with the headers of the first page', async () => {
  const { graph } = connect(
    json(200, { value: [1], '@odata.nextLink': 'https://graph.microsoft.com/v1.0/users?$skiptoken=a%26b' }),
    json(200, { value: [2] }),
  );
  const all: unknown[] = [];
  for await (const page of graph.pages(read)) all.push(...page);
  expect(all).toEqual([1, 2]);
  expect(heard[1]?.url).toBe('/v1.0/users?$skiptoken=a%26b');
});

test('a redirect is not followed, and a download leads to SharePoint only, without the token', async () => {
  const away = (response: ServerResponse) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
  await expect(connect(away).graph.ask(create)).rejects.toMatchObject({ status: -1 });
  await expect(connect(away).graph.download(read)).rejects.toThrow('led away');
  const address = `http://localhost:${(server.address() as AddressInfo).port}/content`;
  const { graph } = connect(
    (response) => response.writeHead(302, { location: address }).end(),
    (response) => response.end('bytes'),
  );
  expect(Buffer.from(await graph.download(read)).toString()).toBe('bytes');
  expect(heard[1]).toEqual({ method: 'GET', url: '/content', authorization: undefined });
});

test.each([
  ['a lost connection', gone],
  ['a page in HTML', html],
  ['an answer that is cut off', cutOff],
  ['a server error', json(500, refused)],
])('after %s a read is sent again, and a create is of unknown outcome', async (_what, answer) => {
  expect(await connect(answer).graph.ask(read)).toMatchObject({ body: { fine: true } });
  expect(heard).toHaveLength(2);
  const { graph } = connect(answer);
  const error: unknown = await graph.ask(create).catch((thrown: unknown) => thrown);
  expect([-1, 500]).toContain((error as { status: number }).status);
  expect(heard).toHaveLength(1);
});

test('an attempt that hangs is given up, and the next one gets its own time', async () => {
  const hang: Answer = () => undefined;
  expect(await connect(hang, hang).graph.ask(read)).toMatchObject({ body: { fine: true } });
  expect(heard).toHaveLength(3);
});

test('a create that was refused for its pace is sent again after the wait that was given', async () => {
  const { graph, clock } = connect(json(429, refused, { 'retry-after': '7' }));
  await graph.ask(create);
  expect(clock.waited()).toBe(7000);
});

test('a wait that is longer than a request may take is Busy, also for the next caller, who sends nothing', async () => {
  const { graph } = connect(json(429, refused, { 'retry-after': '600' }));
  await expect(graph.ask(create)).rejects.toEqual(new Busy(600));
  await expect(graph.ask(create)).rejects.toEqual(new Busy(600));
  expect(heard).toHaveLength(1);
});

test('when Microsoft 365 is away for long, a read ends as Busy', async () => {
  const { graph } = connect(...Array.from({ length: 20 }, () => gone));
  await expect(graph.ask(read)).rejects.toBeInstanceOf(Busy);
  expect(heard).toHaveLength(7);
});

test('of a batch only what was refused is sent again', async () => {
  const first = {
    responses: [
      { id: '1', status: 201, body: { id: 'b' } },
      { id: '0', status: 429, headers: { 'Retry-After': '2' } },
      { id: '2', status: 504 },
    ],
  };
  const { graph, clock } = connect(json(200, first), json(200, { id: 'a' }));
  const outcomes = await graph.batch([create, create, create]);
  expect(outcomes.map(({ status, body }) => [status, body])).toEqual([
    [200, { id: 'a' }],
    [201, { id: 'b' }],
    [504, undefined],
  ]);
  expect(heard.map(({ url }) => url)).toEqual(['/v1.0/$batch', '/v1.0/users/a/events']);
  expect(clock.waited()).toBe(2000);
});

test('a batch of creates that got no answer is of unknown outcome in all its parts', async () => {
  const { graph } = connect(gone);
  expect((await graph.batch([create, create])).map(({ status }) => status)).toEqual([-1, -1]);
  expect(heard).toHaveLength(1);
});
