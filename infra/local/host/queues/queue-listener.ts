import type { InvocationRequest } from '../core/core-types';
import type { LogLine, RegisteredFunction } from '../core/host-core';
import type { QueueSettings } from '../host-json';
import type { Invocations } from '../invocations';
import type { Queue, QueueMessage } from './queue-store';
import type { Queues } from './queues';

export interface ListenerParts {
  readonly registered: RegisteredFunction;
  readonly bindingName: string;
  readonly queueName: string;
  readonly queues: Queues;
  readonly settings: QueueSettings;
  readonly invocations: Invocations;
  readonly writeLog: (line: LogLine) => void;
}

export interface QueueListener {
  start(): void;
  stop(): void;
  /** Looks again what is visible by now. */
  look(): void;
  /** Works on nothing, and nothing is visible. */
  isIdle(): boolean;
  /** When a message that is hidden comes back. */
  nextVisibleAt(): number | undefined;
}

/** As in Azure: a message is hidden for ten minutes while it is worked on, and that is renewed at half-time. */
const leaseMilliseconds = 10 * 60_000;
const longestSleep = 60_000;

/**
 * Takes messages while fewer than newBatchThreshold + 1 are in work, batchSize at a time. A failed one comes back
 * after the visibility time-out, and the last failure moves it to the poison queue.
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue
 */
export function createQueueListener(parts: ListenerParts): QueueListener {
  const queue = parts.queues.open(parts.queueName);
  let inWork = 0;
  let isStopped = true;
  let sleep: NodeJS.Timeout | undefined;

  function look(): void {
    clearTimeout(sleep);
    if (isStopped || inWork > parts.settings.newBatchThreshold) return;
    for (let taken = 0; taken < parts.settings.batchSize; taken += 1) {
      const message = queue.take(leaseMilliseconds);
      if (message === undefined) break;
      inWork += 1;
      void work(parts, queue, message).finally(() => {
        inWork -= 1;
        look();
      });
    }
    sleepUntilVisible();
  }

  function sleepUntilVisible(): void {
    const next = queue.nextVisibleAt();
    if (next === undefined) return;
    sleep = setTimeout(look, Math.min(Math.max(next - Date.now(), 10), longestSleep));
  }

  return {
    start() {
      isStopped = false;
      queue.onPut(() => setImmediate(look));
      look();
    },
    stop() {
      isStopped = true;
      clearTimeout(sleep);
    },
    look,
    isIdle: () => inWork === 0 && (queue.nextVisibleAt() ?? Number.POSITIVE_INFINITY) > Date.now(),
    nextVisibleAt: queue.nextVisibleAt,
  };
}

async function work(parts: ListenerParts, queue: Queue, taken: QueueMessage): Promise<void> {
  const { maxDequeueCount, visibilityTimeoutMilliseconds } = parts.settings;
  // Whoever was killed in the middle of it never said that it failed.
  if (taken.dequeueCount > maxDequeueCount) return poison(parts, queue, taken);
  let current = taken;
  const renewal = setInterval(() => {
    current = queue.hide(current, leaseMilliseconds) ?? current;
  }, leaseMilliseconds / 2);
  try {
    await parts.invocations.run(parts.registered, toInput(parts, taken));
    queue.remove(current);
  } catch {
    // Logged by the invocation.
    if (taken.dequeueCount >= maxDequeueCount) poison(parts, queue, current);
    else queue.hide(current, visibilityTimeoutMilliseconds);
  } finally {
    clearInterval(renewal);
  }
}

function poison({ queues, queueName, registered, writeLog }: ListenerParts, queue: Queue, message: QueueMessage): void {
  queues.open(`${queueName}-poison`).put(message.text);
  queue.remove(message);
  const sentence = `A message was tried ${message.dequeueCount} times and now lies in "${queueName}-poison".`;
  writeLog({ level: 'error', category: 'system', functionName: registered.metadata.name, message: sentence });
}

function toInput(
  { bindingName, queues }: ListenerParts,
  message: QueueMessage,
): Omit<InvocationRequest, 'invocationId' | 'functionId'> {
  const text = queues.decode(message.text);
  return {
    inputData: [{ name: bindingName, data: { string: text } }],
    triggerMetadata: {
      QueueTrigger: { string: text },
      Id: { string: message.id },
      PopReceipt: { string: message.popReceipt },
      DequeueCount: { json: JSON.stringify(message.dequeueCount) },
      InsertionTime: { json: JSON.stringify(new Date(message.insertedAt)) },
      ExpirationTime: { json: JSON.stringify(new Date(message.expiresAt)) },
      NextVisibleTime: { json: JSON.stringify(new Date(message.nextVisibleAt)) },
    },
  };
}
