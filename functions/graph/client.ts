import type { Client } from '@microsoft/microsoft-graph-client';
import { Busy, type Clock } from '../ports';
import { sendBatches, sendChain } from './batch';
import { type Graph, type GraphAnswer, type GraphCall, isRepeatable, succeeded } from './call';
import { followRedirect } from './download';
import { faultOf, GraphFault } from './fault';
import { openGate } from './gate';
import { authorise } from './middleware/authorise';
import { CallNotes } from './middleware/call-notes';
import { endpoint } from './middleware/endpoint';
import { noRedirect } from './middleware/no-redirect';
import { retry } from './middleware/retry';
import { timeLimit } from './middleware/time-limit';
import { graphOrigin } from './origin';
import { readPages } from './pages';
import { retryAfterMilliseconds } from './retry-after';
import { retryPolicy } from './retry-policy';
import type { Tokens } from './tokens';

export interface GraphSettings {
  /** Where Graph is reached: graphOrigin itself, but for the embedded tenant. */
  readonly graphOrigin: string;
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** Seconds that one call may wait and be repeated, before it says `Busy`. */
  readonly patienceSeconds: number;
  /** Seconds that one attempt may take. */
  readonly timeLimitSeconds: number;
  /** Between 0 and 1: spreads our own waits. */
  readonly chance: () => number;
}

export function connectGraph(settings: GraphSettings): Graph {
  const { clock, patienceSeconds } = settings;
  const gate = openGate(clock);
  let client: Promise<Client> | undefined;

  const send = async (call: GraphCall, expects: 'json' | 'bytes'): Promise<Response> => {
    client ??= buildClient(settings, gate);
    const notes = new CallNotes(call, expects);
    try {
      return await request(await client, notes);
    } catch (error) {
      throw nameFailure(notes.failure ?? error, call);
    }
  };

  const ask = async (call: GraphCall): Promise<GraphAnswer> => {
    const answer = await toAnswer(await send(call, 'json'));
    if (succeeded(answer)) return answer;
    throw busyOrFault(answer, call, clock);
  };

  const tools = { ask, gate, clock, patienceSeconds, chance: settings.chance };
  return {
    ask,
    async download(call) {
      const response = await followRedirect(await send(call, 'bytes'), settings);
      if (!response.ok) throw busyOrFault(await toAnswer(response), call, clock);
      return new Uint8Array(await response.arrayBuffer());
    },
    batch: (calls) => sendBatches(calls, tools),
    chain: (first, others) => sendChain(first, others, tools),
    pages: (call) => readPages(ask, call),
  };
}

/** The client is loaded with the first call, which keeps the start of the bundle short. */
async function buildClient(settings: GraphSettings, gate: ReturnType<typeof openGate>): Promise<Client> {
  const { Client, HTTPMessageHandler } = await import('@microsoft/microsoft-graph-client');
  const { clock, patienceSeconds, chance } = settings;
  return Client.initWithMiddleware({
    baseUrl: `${graphOrigin}/`,
    defaultVersion: 'v1.0',
    middleware: [
      retry({ policy: retryPolicy, gate, clock, patienceSeconds, chance }),
      authorise(settings.tokens, graphOrigin),
      timeLimit(settings.timeLimitSeconds),
      noRedirect(),
      endpoint(settings.graphOrigin),
      new HTTPMessageHandler(),
    ],
  });
}

async function request(client: Client, notes: CallNotes): Promise<Response> {
  const { call } = notes;
  const { ResponseType } = await import('@microsoft/microsoft-graph-client');
  const prepared = client
    .api(call.path)
    .middlewareOptions([notes])
    // SharePoint asks apps to name themselves, and treats those that do better when it is busy.
    .headers({ 'User-Agent': 'NONISV|OurAcademies|OurAcademies/0.1', ...call.headers })
    .responseType(ResponseType.RAW);
  switch (call.method) {
    case 'GET':
      return prepared.get();
    case 'POST':
      return prepared.post(call.body);
    case 'PATCH':
      return prepared.patch(call.body);
    case 'PUT':
      return prepared.put(call.body);
    case 'DELETE':
      return prepared.delete();
  }
}

async function toAnswer(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), body: parseBody(text) };
}

function parseBody(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Only refusals come here: the body of a success was parsed by the time limit's step.
    return undefined;
  }
}

/** No answer at all: for what may be repeated, Microsoft 365 is away for now; for the rest the outcome is unknown. */
function nameFailure(failure: unknown, call: GraphCall): unknown {
  if (failure instanceof Busy) return failure;
  if (isRepeatable(call)) return new Busy(30, { cause: failure });
  return new GraphFault(-1, 'noAnswer', call.needs, { cause: failure });
}

function busyOrFault(answer: GraphAnswer, call: GraphCall, clock: Clock): Error {
  const fault = faultOf(answer, call.needs);
  const passing = answer.status === 429 || (answer.status >= 500 && isRepeatable(call));
  if (!passing) return fault;
  const wait = retryAfterMilliseconds(answer.headers['retry-after'], clock.now()) ?? 30_000;
  return new Busy(Math.ceil(wait / 1000), { cause: fault });
}
