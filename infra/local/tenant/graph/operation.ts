import { type Answer, errorBody, Refusal } from './answer';
import { type Caller, type GraphRequest, type Method, readQuery, type Tenant } from './request';
import type { Match } from './routes';

/** One call of Graph, on its own or inside a `$batch`. */
export interface Operation {
  readonly method: string;
  /** With `/v1.0` and query. */
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
  readonly caller: Caller;
}

export interface Ids {
  readonly requestId: string;
  readonly clientRequestId: string;
}

export function refusalAnswer(error: unknown, ids: Ids, now: Date): Answer {
  if (!(error instanceof Refusal)) throw error;
  return {
    status: error.status,
    headers: error.headers,
    body: errorBody(error, ids.requestId, ids.clientRequestId, now),
  };
}

/** `/me` is the signed-in person; an app alone has none. */
export function graphPath({ url, caller }: Pick<Operation, 'url' | 'caller'>): string {
  const path = url.pathname.replace(/^\/v1\.0(?=\/|$)/, '');
  if (!/^\/me(\/|$)/i.test(path)) return path;
  if (caller.userId === undefined)
    throw new Refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  return path.replace(/^\/me/i, `/users/${caller.userId}`);
}

function requestOf(operation: Operation, { parameters }: Match): GraphRequest {
  return {
    method: operation.method as Method,
    url: operation.url,
    parameters,
    query: readQuery(operation.url.searchParams),
    headers: operation.headers,
    body: operation.body,
    caller: operation.caller,
  };
}

/** What a call has to wait for before it is done: whoever wants notifications is met first. */
export async function prepare(operation: Operation, match: Match, tenant: Tenant): Promise<void> {
  const { before, needs } = match.route;
  if (!before) return;
  const request = requestOf(operation, match);
  needs(request, tenant);
  await before(request, tenant);
}

/** Does what is asked, wholly or not at all. */
export function perform(operation: Operation, match: Match, tenant: Tenant, ids: Ids): Answer {
  try {
    const request = requestOf(operation, match);
    return tenant.store.atOnce(() => {
      match.route.needs(request, tenant);
      return match.route.handle(request, tenant);
    });
  } catch (error) {
    return refusalAnswer(error, ids, tenant.now());
  }
}
