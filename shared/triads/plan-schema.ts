import * as z from 'zod/mini';
import { urnSchema } from '../field';

const pairSchema = z.strictObject({
  round: z.number(),
  academies: z.array(urnSchema),
  kilometres: z.number(),
  cost: z.number(),
  /** What is bad about it, e.g. `34.6 km apart; met in round 2`. */
  says: z.string(),
});

const ruleCostSchema = z.strictObject({
  /** e.g. `distance` */
  rule: z.string(),
  weight: z.number(),
  cost: z.number(),
  /** e.g. `975.2 km over all pairs` */
  says: z.string(),
});

/** One point of the curve: what a trust drives for fresh partners. */
export const curvePointSchema = z.strictObject({
  /** The weight of repeats with which it was found. */
  repeats: z.number(),
  kilometres: z.number(),
  freshPairs: z.number(),
  repeatedPairs: z.number(),
});

/** What the plan would be if one rule did not count: which weights stand against which. */
export const withoutRuleSchema = z.strictObject({
  rule: z.string(),
  kilometres: z.number(),
  repeatedPairs: z.number(),
  costs: z.array(ruleCostSchema),
  says: z.string(),
});

export const triadExplanationSchema = z.strictObject({
  /** Where the plan comes from: local search, or a known system without repeats fitted to these academies. */
  from: z.enum(['search', 'construction']),
  rules: z.array(ruleCostSchema),
  worstPairs: z.array(pairSchema),
  counting: z.strictObject({
    /** No plan with groups of these sizes can have more rounds without a repeated pair, the history included. */
    roundsWithoutRepeat: z.number(),
    triads: z.number(),
    fours: z.number(),
    pairs: z.number(),
  }),
  curve: z.optional(z.array(curvePointSchema)),
  without: z.optional(z.array(withoutRuleSchema)),
  says: z.array(z.string()),
});

export const triadPlanSchema = z.strictObject({
  academies: z.array(z.strictObject({ urn: urnSchema, name: z.string() })),
  total: z.strictObject({
    kilometres: z.number(),
    cost: z.number(),
    /** No plan of these rounds costs less. */
    bound: z.number(),
    repeatedPairs: z.number(),
  }),
  rounds: z.array(
    z.strictObject({
      round: z.number(),
      kilometres: z.number(),
      cost: z.number(),
      repeatedPairs: z.number(),
      /** After the rounds before it, no grouping of this round costs less. */
      bound: z.number(),
      proved: z.boolean(),
      triads: z.array(z.strictObject({ academies: z.array(urnSchema), kilometres: z.number() })),
    }),
  ),
  explanation: triadExplanationSchema,
});

export type TriadPlan = z.infer<typeof triadPlanSchema>;
export type TriadExplanation = z.infer<typeof triadExplanationSchema>;
export type CurvePoint = z.infer<typeof curvePointSchema>;
export type WithoutRule = z.infer<typeof withoutRuleSchema>;
