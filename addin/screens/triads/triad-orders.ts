import * as z from 'zod/mini';
import { curvePointSchema, triadPlanSchema, withoutRuleSchema } from '../../../shared/triads/plan-schema';
import { triadProblemSchema } from '../../../shared/triads/problem';

/** What the page asks of its worker. */
export const triadOrderSchema = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('plan'), problem: triadProblemSchema }),
  /** What these rounds stand against: the curve, and the plan without each wish. */
  z.strictObject({
    order: z.literal('trade-offs'),
    problem: triadProblemSchema,
    rounds: triadProblemSchema.shape.history,
  }),
]);
export type TriadOrder = z.infer<typeof triadOrderSchema>;

/** What the worker says, several times and at last. */
export const triadReplySchema = z.discriminatedUnion('reply', [
  z.strictObject({ reply: z.literal('first'), rounds: triadProblemSchema.shape.history }),
  z.strictObject({ reply: z.literal('better'), plan: triadPlanSchema, share: z.number() }),
  z.strictObject({ reply: z.literal('looking'), share: z.number() }),
  z.strictObject({ reply: z.literal('done'), plan: triadPlanSchema }),
  z.strictObject({
    reply: z.literal('trade-offs'),
    curve: z.array(curvePointSchema),
    without: z.array(withoutRuleSchema),
  }),
  /** The wishes cannot all be kept: which ones stand against each other. */
  z.strictObject({
    reply: z.literal('impossible'),
    sentence: z.string(),
    because: z.array(z.string()),
  }),
]);
export type TriadReply = z.infer<typeof triadReplySchema>;
