import * as z from 'zod/mini';
import { Busy, type Clock } from '../ports';
import { type Graph, type GraphAnswer, type GraphCall, isRepeatable, unknown } from './call';
import { GraphFault } from './fault';
import type { Gate } from './gate';
import { retryAfterMilliseconds } from './retry-after';
import { nextAttempt, retryPolicy } from './retry-policy';

export interface BatchTools {
  readonly ask: Graph['ask'];
  readonly gate: Gate;
  readonly clock: Clock;
  readonly patienceSeconds: number;
  readonly chance: () => number;
}

/** https://learn.microsoft.com/graph/json-batching: at most 20 in a request. */
export const batchSize = 20;

interface Pending {
  readonly index: number;
  readonly call: GraphCall;
  readonly sent: number;
}

/**
 * Sends calls in batches, one after the other. What was refused inside a batch goes into the next one, and nothing
 * else does. When waiting would take too long, what is left is answered with 429 as if Graph had said so.
 */
export async function sendBatches(calls: readonly GraphCall[], tools: BatchTools): Promise<readonly GraphAnswer[]> {
  const answers: GraphAnswer[] = [];
  let pending: readonly Pending[] = calls.map((call, index) => ({ index, call, sent: 0 }));
  let giveUpAt = deadline(tools);
  while (pending.length > 0) {
    const taken = pending.slice(0, batchSize).map((one) => ({ ...one, sent: one.sent + 1 }));
    const round = await sendOne(taken, tools);
    const again: Pending[] = [];
    let wait = 0;
    for (const one of taken) {
      const answer = round.get(one.index) ?? nothingKnown;
      const next = afterAnswer(one, answer, tools);
      answers[one.index] = answer;
      if (next === undefined) continue;
      again.push(one);
      wait = Math.max(wait, next);
    }
    if (again.length < taken.length) giveUpAt = deadline(tools);
    pending = [...again, ...pending.slice(batchSize)];
    if (wait === 0) continue;
    if (tools.clock.now().getTime() + wait > giveUpAt) return withLater(answers, pending, wait);
    await tools.clock.wait(wait);
  }
  return answers;
}

/** One batch whose calls depend on the first. Graph takes such a batch in this form: all on one, which comes first. */
export async function sendChain(
  first: GraphCall,
  others: readonly GraphCall[],
  tools: BatchTools,
): Promise<readonly GraphAnswer[]> {
  if (others.length >= batchSize) throw new Error(`A batch takes ${batchSize} calls, not ${others.length + 1}.`);
  const taken = [first, ...others].map((call, index) => ({ index, call, sent: 1 }));
  const round = await sendOne(taken, tools, ['0']);
  return taken.map((one) => {
    const answer = round.get(one.index) ?? nothingKnown;
    heed(one.call, answer, tools);
    return answer;
  });
}

const nothingKnown: GraphAnswer = { status: unknown, headers: {}, body: undefined };

function deadline({ clock, patienceSeconds }: BatchTools): number {
  return clock.now().getTime() + patienceSeconds * 1000;
}

function later(milliseconds: number): GraphAnswer {
  return { status: 429, headers: { 'retry-after': String(Math.ceil(milliseconds / 1000)) }, body: undefined };
}

function withLater(answers: GraphAnswer[], pending: readonly Pending[], wait: number): readonly GraphAnswer[] {
  // What was sent and remained unclear stays unclear; the rest was refused or never sent.
  for (const { index, sent } of pending) if (sent === 0 || answers[index]?.status === 429) answers[index] = later(wait);
  return answers;
}

/** Milliseconds until a call of the batch is sent again; undefined when its answer stands. */
function afterAnswer({ call, sent }: Pending, answer: GraphAnswer, tools: BatchTools): number | undefined {
  const given = heed(call, answer, tools);
  if (call.once) return undefined;
  return nextAttempt(retryPolicy, { call, status: answer.status, sent, retryAfterMilliseconds: given }, tools.chance());
}

/** A Retry-After, in milliseconds, closes the place for everybody. */
function heed(call: GraphCall, answer: GraphAnswer, { clock, gate }: BatchTools): number | undefined {
  const given = retryAfterMilliseconds(answer.headers['retry-after'], clock.now());
  if (given !== undefined && (answer.status === 429 || answer.status === 503)) gate.hold(call.place, given);
  return given;
}

const responses = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.optional(z.record(z.string(), z.unknown())),
      body: z.optional(z.unknown()),
    }),
  ),
});

async function sendOne(
  taken: readonly Pending[],
  { ask }: BatchTools,
  dependsOn?: readonly string[],
): Promise<ReadonlyMap<number, GraphAnswer>> {
  const [first] = taken;
  if (first === undefined) return new Map();
  const { place, needs } = first.call;
  const alongside = [...new Set(taken.map(({ call }) => call.place))].filter((other) => other !== place);
  try {
    if (taken.length === 1) return new Map([[first.index, await ask(first.call)]]);
    const { body } = await ask({
      method: 'POST',
      path: '/$batch',
      needs,
      place,
      alongside,
      repeatable: taken.every(({ call }) => isRepeatable(call)),
      body: { requests: taken.map((one) => (one === first ? toInner(one) : { ...toInner(one), dependsOn })) },
    });
    return new Map(z.parse(responses, body).responses.map((one) => [Number(one.id), fromInner(one)]));
  } catch (error) {
    return new Map(taken.map(({ index }) => [index, taken.length === 1 ? ofSingle(error) : ofWhole(error)]));
  }
}

/** A single call goes without a batch, and its refusal is an answer like those inside a batch. */
function ofSingle(error: unknown): GraphAnswer {
  if (!(error instanceof GraphFault)) return ofWhole(error);
  return { status: error.status, headers: {}, body: { error: { code: error.code } } };
}

/** What a failure of the whole request says of each call in it. */
function ofWhole(error: unknown): GraphAnswer {
  // Busy comes before anything was sent, after a 429, or for calls that change nothing.
  if (error instanceof Busy) return later(error.retryAfterSeconds * 1000);
  if (error instanceof GraphFault && (error.status === unknown || error.status >= 500)) return nothingKnown;
  throw error;
}

function toInner({ index, call }: Pending): object {
  const { method, path, headers, body } = call;
  const content = body === undefined ? {} : { body };
  const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return { id: String(index), method, url: path, headers: { ...type, ...headers }, ...content };
}

function fromInner(inner: z.infer<typeof responses>['responses'][number]): GraphAnswer {
  const headers = Object.entries(inner.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { status: inner.status, headers: Object.fromEntries(headers), body: inner.body };
}
