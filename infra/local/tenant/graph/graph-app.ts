import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Keys } from '../tokens/keys';
import { type Answer, Refusal } from './answer';
import { batch } from './batch';
import { callerOf } from './caller';
import { type Ids, type Operation, refusalAnswer } from './operation';
import { type Connection, type GraphParts, makeGraphService, type Outcome } from './service';

type GraphContext = Context<{ Bindings: HttpBindings }>;

const mostJson = 4 * 1024 * 1024;
const mostContent = 250 * 1024 * 1024;

const closings = new WeakMap<Socket, Promise<void>>();

/** One listener for a connection, however many calls it carries. */
function closingOf(socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  const known = closings.get(socket);
  if (known !== undefined) return known;
  const closing = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  closings.set(socket, closing);
  return closing;
}

function connectionOf(c: GraphContext): Connection {
  const { socket } = c.env.incoming;
  return {
    get destroyed() {
      return socket.destroyed;
    },
    closed: () => closingOf(socket),
  };
}

async function readBody(c: GraphContext): Promise<unknown> {
  const bytes = Buffer.from(await c.req.arrayBuffer());
  const most = c.req.method === 'PUT' ? mostContent : mostJson;
  if (bytes.length > most) throw new Refusal(413, 'RequestEntityTooLarge', `The body is larger than ${most} bytes.`);
  if (c.req.method === 'PUT') return bytes;
  if (bytes.length === 0) return undefined;
  const unreadable = new Refusal(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
  if (!c.req.header('content-type')?.startsWith('application/json')) throw unreadable;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unreadable;
  }
}

function toResponse({ status, headers = {}, body }: Answer, ids: Ids, now: Date): Response {
  const all = new Headers({
    ...headers,
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    Date: now.toUTCString(),
    'OData-Version': '4.0',
  });
  if (body === undefined) return new Response(null, { status, headers: all });
  if (body instanceof Uint8Array) return new Response(Buffer.from(body), { status, headers: all });
  all.set(
    'Content-Type',
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  );
  return new Response(JSON.stringify(body), { status, headers: all });
}

/** Graph over HTTP: who calls, what is asked, and the answer or the lost connection. */
export function graphApp(parts: GraphParts, keys: Keys): Hono<{ Bindings: HttpBindings }> {
  const { tenant, counters, faults } = parts;
  const service = makeGraphService(parts);
  const outcomeOf = async (c: GraphContext, ids: Ids): Promise<Outcome> => {
    const connection = connectionOf(c);
    try {
      const body = await readBody(c);
      const caller = await callerOf(c.req.header('authorization'), keys, tenant.settings);
      const operation: Operation = {
        method: c.req.method,
        url: new URL(c.req.url),
        headers: c.req.raw.headers,
        body,
        caller,
      };
      if (c.req.method === 'POST' && operation.url.pathname.endsWith('/$batch'))
        return await batch(operation, connection, ids, { service, counters, faults, now: tenant.now });
      return await service.alone(operation, connection, ids);
    } catch (error) {
      return refusalAnswer(error, ids, tenant.now());
    }
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('/v1.0/*', async (c) => {
    counters.add('requests');
    const requestId = randomUUID();
    const ids = { requestId, clientRequestId: c.req.header('client-request-id') ?? requestId };
    const outcome = await outcomeOf(c, ids);
    if (outcome !== 'lost') return toResponse(outcome, ids, tenant.now());
    c.env.incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  });
  return app;
}
