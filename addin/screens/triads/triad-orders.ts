import * as z from 'zod/mini';
import { triadPlanSchema } from '../../../shared/triads/plan-schema';
import { triadProblemSchema } from '../../../shared/triads/problem';

/** What the page asks of its worker. */
export const triadOrderSchema = z.strictObject({ order: z.enum(['plan', 'curve']), problem: triadProblemSchema });
export type TriadOrder = z.infer<typeof triadOrderSchema>;

/** What the worker says, several times and at last. */
export const triadReplySchema = z.discriminatedUnion('reply', [
  z.strictObject({ reply: z.literal('first'), rounds: triadProblemSchema.shape.history }),
  z.strictObject({ reply: z.literal('better'), plan: triadPlanSchema, share: z.number() }),
  z.strictObject({ reply: z.literal('looking'), share: z.number() }),
  z.strictObject({ reply: z.literal('done'), plan: triadPlanSchema }),
  z.strictObject({
    reply: z.literal('curve'),
    points: z.array(
      z.strictObject({
        repeats: z.number(),
        kilometres: z.number(),
        freshPairs: z.number(),
        repeatedPairs: z.number(),
      }),
    ),
  }),
  /** The wishes cannot all be kept: which ones stand against each other. */
  z.strictObject({
    reply: z.literal('impossible'),
    sentence: z.string(),
    because: z.array(z.string()),
  }),
]);
export type TriadReply = z.infer<typeof triadReplySchema>;
