import type { Counters } from '../counters';
import type { Faults } from '../faults';
import { type Answer, invalid, ok, Refusal } from './answer';
import { type Ids, type Operation, refusalAnswer } from './operation';
import type { Caller } from './request';
import type { Connection, GraphService, Outcome } from './service';

interface Part {
  readonly id: string;
  readonly dependsOn: readonly string[];
  readonly operation: Operation;
}

interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const mostParts = 20;
const methods: readonly unknown[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

function readBody(body: unknown, headers: Headers): unknown {
  if (body === undefined) return undefined;
  const type = headers.get('content-type');
  if (type === null) throw invalid('A request with a body needs its own Content-Type header.');
  if (type.startsWith('application/json')) return body;
  if (typeof body !== 'string') throw invalid('A body that is not JSON is given in base64.');
  return Buffer.from(body, 'base64');
}

function readPart(given: unknown, caller: Caller): Part {
  if (typeof given !== 'object' || given === null) throw invalid('A batch holds requests.');
  const { id, method, url, headers, body, dependsOn } = given as Record<string, unknown>;
  const upper = typeof method === 'string' ? method.toUpperCase() : method;
  if (typeof id !== 'string' || id === '') throw invalid('Request id is missing.');
  if (!methods.includes(upper)) throw invalid(`Invalid method of request '${id}'.`);
  if (typeof url !== 'string' || !url.startsWith('/'))
    throw invalid(`The url of request '${id}' must be relative and begin with '/'.`);
  if (dependsOn !== undefined && !(Array.isArray(dependsOn) && dependsOn.every((one) => typeof one === 'string')))
    throw invalid(`Invalid dependsOn of request '${id}'.`);
  const own = new Headers(Object.entries((headers ?? {}) as Record<string, string>));
  return {
    id,
    dependsOn: (dependsOn ?? []) as string[],
    operation: {
      method: String(upper),
      url: new URL(`https://graph.microsoft.com/v1.0${url}`),
      headers: own,
      body: readBody(body, own),
      caller,
    },
  };
}

function readParts({ body, caller }: Operation): Part[] {
  const { requests } = (body ?? {}) as { requests?: unknown };
  if (!Array.isArray(requests) || requests.length === 0) throw invalid('A batch needs its requests.');
  if (requests.length > mostParts)
    throw invalid(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  const parts = requests.map((given) => readPart(given, caller));
  const before = new Set<string>();
  for (const { id, dependsOn } of parts) {
    if (before.has(id)) throw invalid(`Request id '${id}' is not unique.`);
    const unknown = dependsOn.find((other) => !before.has(other));
    if (unknown !== undefined) throw invalid(`Request '${id}' depends on '${unknown}', which does not come before it.`);
    before.add(id);
  }
  return parts;
}

function partAnswer(id: string, { status, headers = {}, body }: Answer): PartAnswer {
  const json = body !== undefined && !(body instanceof Uint8Array);
  return {
    id,
    status,
    headers: { ...(json ? { 'Content-Type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body).toString('base64') : body }),
  };
}

/** At most four of one mailbox at once; the rest wait for their turn. */
function makeTurns(most: number): (key: string | undefined, work: () => Promise<Answer>) => Promise<Answer> {
  const lines = new Map<string, { inside: number; waiting: (() => void)[] }>();
  return async (key, work) => {
    if (key === undefined) return work();
    const line = lines.get(key) ?? { inside: 0, waiting: [] };
    lines.set(key, line);
    if (line.inside >= most) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.inside += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.inside -= 1;
    }
  };
}

export interface BatchParts {
  readonly service: GraphService;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly now: () => Date;
}

async function runParts(
  parts: readonly Part[],
  service: GraphService,
  connection: Connection,
  ids: Ids,
  now: () => Date,
): Promise<PartAnswer[]> {
  const early = service.earlyOf(parts.map(({ operation }) => operation));
  const inTurn = makeTurns(service.mostAtOnce);
  const running = new Map<string, Promise<Answer>>();
  const finished: PartAnswer[] = [];
  for (const { id, dependsOn, operation } of parts) {
    const needed = dependsOn.map((other) => running.get(other));
    const run = async (): Promise<Answer> => {
      const statuses = (await Promise.all(needed)).map((answer) => answer?.status ?? 0);
      if (statuses.some((status) => status >= 400))
        return refusalAnswer(
          new Refusal(424, 'FailedDependency', 'A request that this one depends on has failed.'),
          ids,
          now(),
        );
      return inTurn(service.mailboxOf(operation), () => service.inBatch(operation, connection, ids, early));
    };
    running.set(
      id,
      run().then((answer) => {
        finished.push(partAnswer(id, answer));
        return answer;
      }),
    );
  }
  await Promise.all(running.values());
  // In any order, says Microsoft; so never in the order that was asked for.
  return finished.reverse();
}

/** `POST /$batch` */
export async function batch(
  operation: Operation,
  connection: Connection,
  ids: Ids,
  parts: BatchParts,
): Promise<Outcome> {
  const { service, counters, faults, now } = parts;
  const fault = faults.draw('POST', '/$batch', 'batch');
  if (fault) counters.addFault(fault.kind);
  if (fault?.kind === 'reset-before') return 'lost';
  if (fault?.kind === 'hang') {
    await connection.closed();
    return 'lost';
  }
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.slowMilliseconds));
  try {
    const responses = await runParts(readParts(operation), service, connection, ids, now);
    return fault?.kind === 'reset-after' ? 'lost' : ok({ responses });
  } catch (error) {
    return refusalAnswer(error, ids, now());
  }
}
