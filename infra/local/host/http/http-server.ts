import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Invocations } from '../invocations';
import { isOpenTo, type Keys } from './keys';
import { readBody } from './read-body';
import type { Router } from './router';
import { toInvocationInput } from './to-invocation-input';
import { writeResponse } from './write-response';

export interface HttpParts {
  readonly route: Router;
  readonly invocations: Invocations;
  readonly keys: Keys;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly admin: (request: IncomingMessage, url: URL, body: Buffer) => AdminAnswer | undefined;
  readonly onFault: (error: unknown) => void;
}

export interface AdminAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export function createHttpServer(parts: HttpParts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      parts.onFault(error);
      if (response.headersSent) response.destroy();
      else end(response, 500);
    });
  });
}

async function answer(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = urlOf(request);
  if (url === undefined) return end(response, 400);
  for (const [name, value] of Object.entries(parts.customHeaders)) response.setHeader(name, value);
  const isAdmin = /^\/admin\//i.test(url.pathname);
  const match = isAdmin ? undefined : parts.route(request.method ?? 'GET', url.pathname);
  if (match === undefined && !isAdmin) return end(response, 404);
  if (!isOpenTo(request, url, match?.route.authLevel ?? 'admin', parts.keys)) return end(response, 401);
  const body = await readBody(request);
  if (body === undefined) return refuseLargeBody(request, response);
  if (match === undefined) return answerAdmin(response, parts.admin(request, url, body) ?? { status: 404 });
  const result = await parts.invocations
    .run(match.route.registered, toInvocationInput(request, url, body, match))
    .catch(() => undefined);
  // The invocation has been logged where it failed; Azure tells the caller no more than this.
  if (result === undefined) return end(response, 500);
  writeResponse(response, result);
}

function answerAdmin(response: ServerResponse, { status, body }: AdminAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}

function refuseLargeBody(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, { connection: 'close' });
  response.end(() => request.destroy());
}

function urlOf(request: IncomingMessage): URL | undefined {
  const text = `http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}
