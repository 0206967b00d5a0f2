import * as z from 'zod/mini';
import { triadProblemSchema } from './problem';

/** What the trust office plans triads from, before it has chosen rounds and weights. */
export const triadsAtHand = z.object({
  /** One round with the usual weights, to be widened. */
  problem: triadProblemSchema,
  hubs: z.array(z.object({ key: z.string(), name: z.string() })),
  /** In which school year each earlier round fell. */
  earlier: z.array(z.object({ round: z.number(), year: z.string() })),
  /** The school year of today. */
  year: z.string(),
});

export type TriadsAtHand = z.infer<typeof triadsAtHand>;
