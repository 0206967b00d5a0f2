import * as z from 'zod/mini';
import { compactBusySchema } from '../../../shared/meetings/compact-busy';
import { costPartSchema, meetingPlanSchema } from '../../../shared/meetings/plan-schema';
import { meetingProblemSchema } from '../../../shared/meetings/problem';

/** What the page asks the planner's worker, and what it answers. Busy times travel in few bytes. */
const { meetings, visits } = meetingPlanSchema.shape;
const given = { problem: meetingProblemSchema, busy: compactBusySchema };
const when = z.strictObject({ date: z.string(), from: z.string(), until: z.string() });

export const planOrderSchema = z.discriminatedUnion('order', [
  /** What stands in the way before anything is planned. */
  z.strictObject({ order: z.literal('check'), ...given }),
  /** Plans the rest around the locked meetings; with `begin` it goes on from that plan. */
  z.strictObject({
    order: z.literal('plan'),
    ...given,
    seed: z.number(),
    locked: meetings,
    begin: z.optional(z.strictObject({ meetings, visits })),
  }),
  /** Other dates of the meeting at `index`, all others as they are; with `when` that one alone. */
  z.strictObject({
    order: z.literal('move'),
    ...given,
    meetings,
    visits,
    index: z.number(),
    when: z.optional(when),
  }),
]);
export type PlanOrder = z.infer<typeof planOrderSchema>;

const byHandSchema = z.strictObject({
  date: z.string(),
  from: z.string(),
  until: z.string(),
  present: z.array(z.string()),
  absent: z.array(z.strictObject({ academy: z.string(), because: z.string() })),
  representatives: z.array(
    z.strictObject({ academy: z.string(), email: z.string(), part: z.enum(['member', 'deputy']) }),
  ),
  touches: z.array(z.string()),
  /** What each goal changes by; of the planner's own dates. */
  changes: z.optional(z.array(costPartSchema)),
});

export const planReplySchema = z.discriminatedUnion('reply', [
  z.strictObject({ reply: z.literal('checked'), concerns: z.array(z.string()) }),
  z.strictObject({ reply: z.literal('better'), plan: meetingPlanSchema, share: z.number() }),
  z.strictObject({ reply: z.literal('looking'), share: z.number() }),
  z.strictObject({ reply: z.literal('done'), plan: meetingPlanSchema }),
  z.strictObject({ reply: z.literal('moves'), moves: z.array(byHandSchema) }),
]);
export type PlanReply = z.infer<typeof planReplySchema>;
export type Moves = Extract<PlanReply, { reply: 'moves' }>['moves'];
