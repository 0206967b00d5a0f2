import type { App, Settings } from '../settings';
import type { Store } from '../store';
import { type Answer, invalid, Refusal } from './answer';
import type { DeltaOrders } from './delta/orders';
import type { Downloads } from './drives/downloads';

/** Who calls, as the bearer token says. */
export interface Caller {
  readonly app: App;
  readonly kind: 'app' | 'user';
  readonly permissions: ReadonlySet<string>;
  readonly userId?: string;
  readonly name: string;
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface GraphRequest {
  readonly method: Method;
  /** As called, with its query, from `/v1.0` on; next-links repeat it. */
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Headers;
  readonly body: unknown;
  readonly caller: Caller;
}

/** All that an answer may depend on beside the request. */
export interface Tenant {
  readonly store: Store;
  readonly settings: Settings;
  /** Where this server is reached, e.g. `http://localhost:4001`. */
  readonly origin: string;
  readonly now: () => Date;
  readonly downloads: Downloads;
  readonly deltaOrders: DeltaOrders;
  readonly sendingLimit: () => 'count' | 'refuse';
  readonly count: (what: 'invitations' | 'messages' | 'messagesOverLimit', by?: number) => void;
}

export type Handle = (request: GraphRequest, tenant: Tenant) => Answer;

export interface Query {
  get(name: string): string | undefined;
  number(name: string): number | undefined;
  /** Refuses what the call does not take, so that nothing is silently left out. */
  only(...names: string[]): void;
}

/** OData options with or without their dollar sign, as Graph v1.0 takes them. */
export function readQuery(parameters: URLSearchParams): Query {
  const values = new Map<string, string>();
  for (const [name, value] of parameters) {
    const plain = name.replace(/^\$/, '').toLowerCase();
    if (values.has(plain)) throw invalid(`Query option '${name}' was specified more than once.`);
    values.set(plain, value);
  }
  const get = (name: string): string | undefined => values.get(name.toLowerCase());
  return {
    get,
    number: (name) => {
      const text = get(name);
      if (text === undefined) return undefined;
      if (!/^\d+$/.test(text)) throw invalid(`Invalid value '${text}' for $${name} query option.`);
      return Number(text);
    },
    only: (...names) => {
      const known = new Set(names.map((name) => name.toLowerCase()));
      for (const name of values.keys())
        if (!known.has(name))
          throw new Refusal(501, 'notImplemented', `The embedded tenant does not know $${name} in this call.`);
    },
  };
}

/** The parameter of the route; a route without it is our own mistake. */
export function parameter(request: GraphRequest, name: string): string {
  const value = request.parameters[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}.`);
  return value;
}

export function objectBody(request: GraphRequest): Record<string, unknown> {
  const body = request.body;
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && !(body instanceof Uint8Array))
    return body as Record<string, unknown>;
  throw new Refusal(
    400,
    'BadRequest',
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}
