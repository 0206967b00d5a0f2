import * as z from 'zod/mini';
import { chance } from '../faults';

const share = z.optional(z.number().check(z.gte(0), z.lte(1)));

export const notificationOrderSchema = z.strictObject({
  seed: z.optional(z.number()),
  /** The share of notifications that never leave. */
  lose: share,
  /** The share that leaves twice. */
  duplicate: share,
  /** One by one and in an order left to chance. */
  disorder: z.optional(z.boolean()),
  delayMilliseconds: z.optional(z.number()),
  /** The first wait after a delivery that failed; each further one is twice as long. */
  retryMilliseconds: z.optional(z.number()),
});
export type NotificationOrder = z.infer<typeof notificationOrderSchema>;

export interface NotificationOrders {
  order(order: NotificationOrder): void;
  current(): NotificationOrder;
  /** How often one notification leaves: nought, once or twice. */
  copies(): 0 | 1 | 2;
  shuffled<One>(all: readonly One[]): One[];
}

export function makeNotificationOrders(): NotificationOrders {
  let current: NotificationOrder = {};
  let next = chance(0);
  return {
    order: (order) => {
      current = order;
      next = chance(order.seed ?? 0);
    },
    current: () => current,
    copies: () => {
      if (next() < (current.lose ?? 0)) return 0;
      return next() < (current.duplicate ?? 0) ? 2 : 1;
    },
    shuffled: (all) =>
      all
        .map((one) => ({ one, at: next() }))
        .sort((left, right) => left.at - right.at)
        .map(({ one }) => one),
  };
}
