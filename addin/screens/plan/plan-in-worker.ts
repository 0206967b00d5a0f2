import * as z from 'zod/mini';
import { type PlanOrder, type PlanReply, planReplySchema } from './plan-orders';

/** Plans beside the page, so that the pane stays alive, and tells what it has found so far. */
export type PlanWork = (order: PlanOrder, onReply: (reply: PlanReply) => void, signal: AbortSignal) => Promise<void>;

export const planInWorker: PlanWork = (order, onReply, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker('/panel/plan-worker.js');
    const end = (): void => {
      worker.terminate();
      resolve();
    };
    signal.addEventListener('abort', end);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (signal.aborted) return;
      const reply = z.parse(planReplySchema, data);
      onReply(reply);
      if (reply.reply !== 'better' && reply.reply !== 'looking') end();
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(`The planner stopped: ${event.message}`));
    });
    worker.postMessage(order);
  });
