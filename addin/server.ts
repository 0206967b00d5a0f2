import * as z from 'zod/mini';
import type { InputOf, OutputOf, Request } from '../shared/requests';
import { ok, type Problem, problemStatus, type Result, refuse } from '../shared/result';

/** The API as the screens see it: a named request goes out, a Result comes back. */
export interface Server {
  call<R extends Request>(request: R, input: InputOf<R>): Promise<Result<OutputOf<R>>>;
}

interface Needs {
  /** A token for the API, or why there is none. */
  token(): Promise<Result<string>>;
  /** The API refused the token. */
  onRefused(): void;
}

const patienceMilliseconds = 60_000;
const noConnection = 'There is no connection to our service just now. Check the network and try again.';
const brokenService = 'Something went wrong in our service. Try again in a moment; if it stays, tell the trust office.';
const notUnderstood =
  'The service gave an answer that this panel does not understand. Close the panel and open it again.';

const problemSchema = z.object({
  code: z.enum(Object.keys(problemStatus) as [Problem['code'], ...Problem['code'][]]),
  detail: z.string(),
  fields: z.optional(z.array(z.object({ path: z.string(), sentence: z.string() }))),
  retryAfterSeconds: z.optional(z.number()),
  current: z.optional(z.unknown()),
});
const faultSchema = z.object({ detail: z.string() });

/** The only file that says fetch. Address and body follow from shared/requests. */
export function createServer(needs: Needs): Server {
  return {
    async call<R extends Request>(request: R, input: InputOf<R>): Promise<Result<OutputOf<R>>> {
      const token = await needs.token();
      if (!token.ok) return token;
      const first = await attempt(request, input, token.value);
      // Reading again changes nothing; anything else is repeated by the person alone.
      const answer =
        first === undefined && request.method === 'GET' ? await attempt(request, input, token.value) : first;
      if (answer === undefined) return refuse('busy', noConnection);
      if (answer.status === 401) needs.onRefused();
      return read<OutputOf<R>>(request, answer);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One exchange; undefined when no answer came. */
async function attempt(request: Request, input: unknown, token: string): Promise<Answer | undefined> {
  const { address, headers, body } = toWire(request, input as Readonly<Record<string, unknown>>);
  try {
    const response = await fetch(address, {
      method: request.method,
      headers: { ...headers, Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (fromJson(text) ?? {}) };
  } catch {
    // A lost network, a time-out or a refused redirect: all the same to the person, who reads the sentence.
    return undefined;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Wire {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Values named in the path travel there, `version` as If-Match, the rest in the query of a GET or in a JSON body. */
export function toWire(request: Request, input: Readonly<Record<string, unknown>>): Wire {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const take = (name: string): string => {
    const value = String(rest.get(name) ?? '');
    rest.delete(name);
    return value;
  };
  const path = request.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(take(name)));
  const headers: Record<string, string> = rest.has('version') ? { 'If-Match': take('version') } : {};
  if (request.method === 'GET' || request.method === 'DELETE') {
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)])).toString();
    return { address: query === '' ? path : `${path}?${query}`, headers };
  }
  return {
    address: path,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(rest)),
  };
}

function read<O>(request: Request, answer: Answer): Result<O> {
  if (answer.status >= 200 && answer.status < 300) {
    const output = z.safeParse(request.output, answer.body);
    return output.success ? ok(output.data as O) : refuse('busy', notUnderstood);
  }
  const problem = z.safeParse(problemSchema, answer.body);
  if (problem.success) {
    const { code, detail, ...more } = problem.data;
    return refuse(code, detail, withoutUndefined(more));
  }
  // A fault is ours, not the person's; its sentence carries a reference and says to try again, as `busy` does.
  const fault = z.safeParse(faultSchema, answer.body);
  return refuse('busy', fault.success ? fault.data.detail : brokenService);
}

function withoutUndefined(
  more: Omit<z.infer<typeof problemSchema>, 'code' | 'detail'>,
): Omit<Problem, 'code' | 'sentence'> {
  return Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
}
