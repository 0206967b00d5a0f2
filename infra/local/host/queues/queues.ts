import type { TypedData } from '../core/core-types';
import type { QueueSettings } from '../host-json';
import { openQueue, type Queue } from './queue-store';

export interface Queues {
  open(name: string): Queue;
  /** What an output binding gave: one message, or one for each entry of an array. */
  put(name: string, data: TypedData): void;
  encode(text: string): string;
  decode(stored: string): string;
}

export function createQueues(folder: string, { messageEncoding }: QueueSettings): Queues {
  const opened = new Map<string, Queue>();

  function open(name: string): Queue {
    const known = opened.get(name) ?? openQueue(folder, name);
    opened.set(name, known);
    return known;
  }

  function encode(text: string): string {
    return messageEncoding === 'base64' ? Buffer.from(text).toString('base64') : text;
  }

  return {
    open,
    put(name, data) {
      for (const text of toTexts(data)) open(name).put(encode(text));
    },
    encode,
    decode: (stored) => (messageEncoding === 'base64' ? Buffer.from(stored, 'base64').toString() : stored),
  };
}

function toTexts(data: TypedData): readonly string[] {
  if (data.string !== undefined) return [data.string];
  if (data.json !== undefined) return fromJson(data.json);
  if (data.bytes !== undefined) return [Buffer.from(data.bytes).toString()];
  if (data.collectionString !== undefined) return data.collectionString.string;
  const number = data.int ?? data.double;
  if (number !== undefined) return [String(number)];
  throw new Error(`A queue cannot hold ${Object.keys(data).join(', ') || 'nothing'}.`);
}

function fromJson(json: string): string[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value)) return [json];
  return value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
}
