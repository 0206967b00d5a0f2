import * as z from 'zod/mini';
import { inWorker, type WorkInWorker } from '../in-worker';
import { type PlanOrder, type PlanReply, planReplySchema } from './plan-orders';

export type PlanWork = WorkInWorker<PlanOrder, PlanReply>;

export const planInWorker: PlanWork = inWorker({
  script: '/panel/plan-worker.js',
  parse: (data) => z.parse(planReplySchema, data),
  isLast: ({ reply }) => reply !== 'better' && reply !== 'looking',
});
