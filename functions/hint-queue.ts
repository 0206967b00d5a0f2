import { type InvocationContext, output } from '@azure/functions';
import type { Look } from './ports';

export const connection = 'AzureWebJobsStorage';
export const queueName = 'reconcile';
export const hintQueue = output.storageQueue({ queueName, connection });

/** Everything that one invocation puts on the queue. */
export interface HintQueue {
  reconcile(mailbox: string): void;
  look(look: Look): void;
}

/**
 * An output is set once for each invocation, so its messages are gathered: an array is one message each. The same hint
 * twice is one.
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-output
 */
export function hintQueueOf({ extraOutputs }: Pick<InvocationContext, 'extraOutputs'>): HintQueue {
  const messages = new Map<string, object>();
  const put = (message: object): void => {
    messages.set(JSON.stringify(message), message);
    extraOutputs.set(hintQueue, [...messages.values()]);
  };
  return { reconcile: (mailbox) => put({ mailbox }), look: put };
}
