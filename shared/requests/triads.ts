import * as z from 'zod/mini';
import { urnSchema } from '../field';
import { request } from '../request';
import { nothing } from '../request-shapes';
import { triadsAtHand } from '../triads/at-hand';
import { triadPlanSchema } from '../triads/plan-schema';
import { triadProblemSchema } from '../triads/problem';

/** Triads: what they are planned from, and how good they are at best. */
export const triadRequests = {
  triadProblem: request({
    name: 'triadProblem',
    method: 'GET',
    path: '/api/triads/problem',
    says: 'What triads are planned from: our academies and hubs, earlier rounds, and the settings of the trust.',
    input: nothing,
    output: triadsAtHand,
  }),
  proveTriads: request({
    name: 'proveTriads',
    method: 'POST',
    path: '/api/triads/proof',
    says: 'How good one round of triads is at best, by the exact solver: a bound that no other triads undercut, and better ones if there are any. What was planned before it stands in the history. Stops by itself after 25 seconds.',
    input: z.strictObject({ problem: triadProblemSchema, triads: z.array(z.array(urnSchema)) }),
    output: z.object({ bound: z.number(), proved: z.boolean(), better: z.optional(triadPlanSchema) }),
  }),
} as const;
