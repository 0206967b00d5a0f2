import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import type { RegisteredFunction } from './core/host-core';
import type { AdminAnswer } from './http/http-server';
import type { Invocations } from './invocations';
import type { Queues } from './queues/queues';
import { triggerOf } from './registration-rules';
import type { Timer } from './timers/timer';

export interface AdminParts {
  readonly functions: readonly RegisteredFunction[];
  readonly timers: ReadonlyMap<string, Timer>;
  readonly queues: Queues;
  readonly invocations: Invocations;
}

const manualRun = z.object({ input: z.optional(z.unknown()) });

/**
 * Azure's own administration, behind the master key: run a function by hand, ask how the host is.
 * https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http
 */
export function answerAdmin(parts: AdminParts) {
  return (request: IncomingMessage, url: URL, body: Buffer): AdminAnswer | undefined => {
    const [, , area = '', name = ''] = url.pathname.toLowerCase().split('/');
    if (request.method === 'GET' && area === 'host' && name === 'status') return { status: 200, body: statusOf(parts) };
    if (request.method === 'POST' && area === 'functions') return runByHand(parts, name, body);
    return undefined;
  };
}

function statusOf({ functions, queues }: AdminParts): unknown {
  const names = functions.map(({ metadata }) => triggerOf(metadata)?.binding['queueName']);
  const queueNames = [...new Set(names.filter((name) => typeof name === 'string'))].flatMap((name) => [
    name,
    `${name}-poison`,
  ]);
  return {
    state: 'Running',
    version: '4.1045.0',
    processUptime: Math.round(process.uptime() * 1000),
    functions: functions.map(({ metadata }) => ({ name: metadata.name, trigger: triggerOf(metadata)?.binding.type })),
    queues: Object.fromEntries(queueNames.map((name) => [name, queues.open(name).messages().length])),
  };
}

/** Answers at once, as Azure does; how it went stands in the log. */
function runByHand(parts: AdminParts, name: string, body: Buffer): AdminAnswer | undefined {
  const registered = parts.functions.find(({ metadata }) => metadata.name.toLowerCase() === name);
  const trigger = registered === undefined ? undefined : triggerOf(registered.metadata);
  if (registered === undefined || trigger === undefined) return undefined;
  const timer = parts.timers.get(name);
  if (timer !== undefined) {
    // The invocation writes its own failure to the log.
    timer.fire().catch(() => undefined);
    return { status: 202 };
  }
  if (trigger.binding.type !== 'queueTrigger')
    return { status: 400, body: { error: 'Call an HTTP function at its route.' } };
  const parsed = parseBody(body);
  if (parsed === undefined) return { status: 400, body: { error: 'Send {"input": …} as JSON.' } };
  const { input = '' } = parsed;
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  parts.invocations
    .run(registered, { inputData: [{ name: trigger.name, data: { string: text } }] })
    .catch(() => undefined);
  return { status: 202 };
}

function parseBody(body: Buffer): z.infer<typeof manualRun> | undefined {
  try {
    const parsed = z.safeParse(manualRun, JSON.parse(body.toString() || '{}'));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
