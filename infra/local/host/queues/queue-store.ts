import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readStored, writeAtomically } from '../../atomic-file';

const queueMessage = z.object({
  id: z.string(),
  text: z.string(),
  insertedAt: z.number(),
  expiresAt: z.number(),
  nextVisibleAt: z.number(),
  dequeueCount: z.number(),
  popReceipt: z.string(),
});
export type QueueMessage = Readonly<z.infer<typeof queueMessage>>;

/** Storage's own limits: 64 KB as stored, seven days. */
const largestMessage = 64 * 1024;
const lifetime = 7 * 24 * 3_600_000;

/** One storage queue. Every change is on disk before it is answered. */
export interface Queue {
  put(text: string): QueueMessage;
  /** The oldest visible message, hidden for the lease's time. Its earlier holder's receipt is void. */
  take(leaseMilliseconds: number): QueueMessage | undefined;
  /** False when somebody else holds the message by now, or it is gone. */
  remove(message: QueueMessage): boolean;
  hide(message: QueueMessage, milliseconds: number): QueueMessage | undefined;
  /** When something will be visible: now, later, or undefined for an empty queue. */
  nextVisibleAt(): number | undefined;
  messages(): readonly QueueMessage[];
  onPut(listener: () => void): void;
}

export function openQueue(folder: string, name: string): Queue {
  const file = join(folder, `${name}.json`);
  const listeners: (() => void)[] = [];
  let stored: readonly QueueMessage[] = readStored(file, z.array(queueMessage)) ?? [];

  function save(next: readonly QueueMessage[]): void {
    writeAtomically(file, JSON.stringify(next));
    stored = next;
  }

  function alive(): readonly QueueMessage[] {
    const now = Date.now();
    return stored.filter(({ expiresAt }) => expiresAt > now);
  }

  function held(message: QueueMessage): boolean {
    return stored.some(({ id, popReceipt }) => id === message.id && popReceipt === message.popReceipt);
  }

  function replace(message: QueueMessage, changes: Partial<QueueMessage>): QueueMessage {
    const next = { ...message, ...changes, popReceipt: randomBytes(12).toString('base64') };
    save(alive().map((other) => (other.id === message.id ? next : other)));
    return next;
  }

  return {
    put(text) {
      if (Buffer.byteLength(text) > largestMessage)
        throw new Error(`A message of queue "${name}" is over 64 KB. Put a key into it, not the thing itself.`);
      const now = Date.now();
      const message: QueueMessage = {
        id: randomUUID(),
        text,
        insertedAt: now,
        expiresAt: now + lifetime,
        nextVisibleAt: now,
        dequeueCount: 0,
        popReceipt: '',
      };
      save([...alive(), message]);
      for (const listener of listeners) listener();
      return message;
    },
    take(leaseMilliseconds) {
      const now = Date.now();
      const message = alive().find(({ nextVisibleAt }) => nextVisibleAt <= now);
      if (message === undefined) return undefined;
      return replace(message, { dequeueCount: message.dequeueCount + 1, nextVisibleAt: now + leaseMilliseconds });
    },
    remove(message) {
      if (!held(message)) return false;
      save(alive().filter(({ id }) => id !== message.id));
      return true;
    },
    hide: (message, milliseconds) =>
      held(message) ? replace(message, { nextVisibleAt: Date.now() + milliseconds }) : undefined,
    nextVisibleAt: () => alive().reduce<number | undefined>(earlier, undefined),
    messages: alive,
    onPut: (listener) => {
      listeners.push(listener);
    },
  };
}

function earlier(found: number | undefined, { nextVisibleAt }: QueueMessage): number {
  return found === undefined ? nextVisibleAt : Math.min(found, nextVisibleAt);
}
