import * as z from 'zod/mini';
import { type TriadOrder, type TriadReply, triadReplySchema } from './triad-orders';

/** Searches beside the page, so that the pane stays alive, and tells what it has found so far. */
export type TriadWork = (order: TriadOrder, onReply: (reply: TriadReply) => void, signal: AbortSignal) => Promise<void>;

export const triadsInWorker: TriadWork = (order, onReply, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/panel/triad-worker.js');
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    signal.addEventListener('abort', end);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (signal.aborted) return;
      const reply = z.parse(triadReplySchema, data);
      onReply(reply);
      if (!['first', 'better', 'looking'].includes(reply.reply)) end();
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(`The planner stopped: ${event.message}`));
    });
    worker.postMessage(order);
  });
