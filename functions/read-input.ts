import type { HttpRequest } from '@azure/functions';
import type { Request } from '../shared/requests';
import { ok, type Result, refuse } from '../shared/result';

const mostBytes = 10 * 1024 * 1024;

type Raw = Readonly<Record<string, unknown>>;

/** What a call of shared/requests.ts sends: path, If-Match, then the query of a GET or the JSON body of the rest. */
export async function readInput(request: Request, http: HttpRequest): Promise<Result<Raw>> {
  const path = pathValues(request.path, http.params);
  const match = matched(http.headers.get('if-match'));
  if (!match.ok) return match;
  const rest = request.method === 'GET' ? queryOf(http.query) : await bodyOf(request, http);
  if (!rest.ok) return rest;
  const taken = Object.keys(rest.value).filter((name) => Object.hasOwn(path, name) || name === 'version');
  if (taken.length > 0) return refuse('invalid', `Send ${taken.join(' and ')} in the path or as If-Match only.`);
  return ok({ ...rest.value, ...path, ...match.value });
}

/** The values of a route template, decoded once. */
function pathValues(template: string, params: Readonly<Record<string, string>>): Raw {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  return Object.fromEntries(names.map((name) => [name, params[name]]));
}

function matched(header: string | null): Result<Raw> {
  if (header === null) return ok({});
  // `*` would match whatever is stored, and so may a list of tags: one tag is what the caller promises to have read.
  if (!/^(W\/)?"[\x21\x23-\x7e]{1,300}"$/.test(header))
    return refuse('invalid', 'Send the version that you read as If-Match.', {
      fields: [{ path: 'version', sentence: 'Send the version that you read.' }],
    });
  return ok({ version: header });
}

function queryOf(query: URLSearchParams): Result<Raw> {
  const names = [...query.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse('invalid', `Send "${twice.slice(0, 40)}" once.`);
  return ok(Object.fromEntries(query));
}

async function bodyOf(request: Request, http: HttpRequest): Promise<Result<Raw>> {
  if (Number(http.headers.get('content-length') ?? 0) > mostBytes) return tooLarge();
  const bytes = new Uint8Array(await http.arrayBuffer());
  if (bytes.byteLength > mostBytes) return tooLarge();
  if (bytes.byteLength === 0) return ok({});
  if (request.method === 'DELETE') return refuse('invalid', 'Send no body when something is removed.');
  if (!/^application\/json\s*(;|$)/i.test(http.headers.get('content-type') ?? ''))
    return refuse('invalid', 'Send JSON, with the content type application/json.');
  return objectIn(bytes);
}

function tooLarge(): Result<Raw> {
  return refuse('too-large', 'This is larger than 10 MB. Send less at once.');
}

function objectIn(bytes: Uint8Array): Result<Raw> {
  const parsed = jsonIn(bytes);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return refuse('invalid', 'Send one JSON object.');
  return ok(parsed as Raw);
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), refusePrototype);
  } catch {
    return undefined;
  }
}

/** `__proto__` in JSON is an ordinary field until somebody copies it. */
function refusePrototype(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('A field cannot be called __proto__.');
  return value;
}
