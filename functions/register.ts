import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import type { Request } from '../shared/requests';
import { connection, type HintQueue, hintQueue, hintQueueOf, queueName } from './hint-queue';
import type { Log, Look } from './ports';
import type { Invocation } from './world';

/** Azure's keys cannot tell people apart: request.ts identifies everybody itself, and pages hold nothing personal. */
const ownIdentity = { authLevel: 'anonymous' } as const;

/**
 * The only file that registers HTTP. A call of shared/requests.ts is handed to `handle`, which is request.ts with its
 * token check; everything else is a page, which is given no ports.
 */
export function registerCall(
  request: Request,
  handle: (http: HttpRequest, invocation: Invocation) => Promise<HttpResponseInit>,
): void {
  app.http(request.name, {
    ...ownIdentity,
    methods: [request.method],
    route: request.path.slice(1),
    ...(request.method === 'GET' ? {} : { extraOutputs: [hintQueue] }),
    handler: (http, context) => handle(http, invocationOf(context, hintQueueOf(context))),
  });
}

export function registerPage(
  name: string,
  route: string,
  show: (http: HttpRequest) => HttpResponseInit | Promise<HttpResponseInit>,
): void {
  app.http(name, { ...ownIdentity, methods: ['GET'], route, handler: (http) => show(http) });
}

/**
 * What Microsoft Graph calls. It has no token to show, so it is anonymous too, and each notice must bear the secret of
 * our subscription. It is given nothing but the queue: whoever forges a notice at most makes us look at our own calendar.
 */
export function registerHook(
  name: string,
  route: string,
  hear: (http: HttpRequest, invocation: Invocation, look: (look: Look) => void) => Promise<HttpResponseInit>,
): void {
  app.http(name, {
    ...ownIdentity,
    methods: ['POST'],
    route,
    extraOutputs: [hintQueue],
    handler: (http, context) => {
      const queue = hintQueueOf(context);
      return hear(http, invocationOf(context, queue), queue.look);
    },
  });
}

/** Schedules are NCRONTAB in UTC. */
export function registerTimer(
  name: string,
  schedule: string,
  run: (invocation: Invocation, look: (look: Look) => void) => Promise<void>,
): void {
  app.timer(name, {
    schedule,
    extraOutputs: [hintQueue],
    handler: (_timer, context) => {
      const queue = hintQueueOf(context);
      return run(invocationOf(context, queue), queue.look);
    },
  });
}

export function registerReconcile(
  run: (hint: unknown, invocation: Invocation, look: (look: Look) => void) => Promise<void>,
): void {
  app.storageQueue('onReconcile', {
    queueName,
    connection,
    extraOutputs: [hintQueue],
    handler: (hint, context) => {
      const queue = hintQueueOf(context);
      return run(hint, invocationOf(context, queue), queue.look);
    },
  });
}

function invocationOf(context: InvocationContext, hints: HintQueue): Invocation {
  return { hints, log: logOf(context), reference: context.invocationId.slice(0, 8) };
}

function logOf(context: InvocationContext): Log {
  const line = (sentence: string, facts: Parameters<Log['info']>[1]) =>
    facts === undefined ? sentence : `${sentence} ${JSON.stringify(facts)}`;
  return {
    info: (sentence, facts) => context.info(line(sentence, facts)),
    warn: (sentence, facts) => context.warn(line(sentence, facts)),
    error: (sentence, facts) => context.error(line(sentence, facts)),
  };
}
