import type { IncomingMessage } from 'node:http';
import type { HttpPayload, InvocationRequest, Nullable } from '../core/core-types';
import type { RouteMatch } from './router';

type NullableMap = Readonly<Record<string, Nullable<string>>>;

/** The worker's shape of an HTTP request. */
export function toInvocationInput(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  { route, parameters }: RouteMatch,
): Omit<InvocationRequest, 'invocationId' | 'functionId'> {
  const http: HttpPayload = {
    method: request.method ?? 'GET',
    url: url.href,
    nullableHeaders: toHeaders(request),
    nullableQuery: toQuery(url.searchParams),
    nullableParams: toNullable(Object.entries(parameters)),
    ...(body.length === 0 ? {} : { body: { bytes: body } }),
  };
  return {
    inputData: [{ name: route.bindingName, data: { http } }],
    traceContext: {
      traceParent: headerText(request, 'traceparent'),
      traceState: headerText(request, 'tracestate'),
      attributes: {},
    },
  };
}

/** Whoever could send x-ms-client-principal would be whom he likes to `request.user`: Azure strips it, so do we. */
function toHeaders(request: IncomingMessage): NullableMap {
  const entries = Object.keys(request.headers)
    .filter((name) => !name.startsWith('x-ms-client-principal'))
    .map((name): [string, string] => [name, headerText(request, name)]);
  return toNullable(entries.filter(([, value]) => value !== ''));
}

function headerText(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/** Azure joins what is asked twice with a comma. */
function toQuery(search: URLSearchParams): NullableMap {
  const names = [...new Set(search.keys())];
  return toNullable(names.map((name) => [name, search.getAll(name).join(',')]));
}

function toNullable(entries: readonly (readonly [string, string])[]): NullableMap {
  return Object.fromEntries(entries.map(([name, value]) => [name, { value }]));
}
