import * as z from 'zod/mini';

const refusals = [
  'syncStateNotFound',
  'resyncRequired',
  'resyncChangesApplyDifferences',
  'resyncChangesUploadDifferences',
] as const;
export type DeltaRefusal = (typeof refusals)[number];

export const deltaOrderSchema = z.strictObject({
  /** Calls with a token are refused so. */
  refuse: z.optional(z.enum(refusals)),
  /** After so many refusals there are no more. */
  times: z.optional(z.number()),
  /** Only paths that begin so, without `/v1.0`. */
  only: z.optional(z.string()),
  /** The first of a page comes again at its end. */
  repeat: z.optional(z.boolean()),
  /** Tokens that are older than this many days are answered with 410. */
  tokenDays: z.optional(z.number()),
});
export type DeltaOrder = z.infer<typeof deltaOrderSchema>;

/** What tests ask of delta beyond what happens by itself. */
export interface DeltaOrders {
  order(order: DeltaOrder): void;
  /** Decides about one call with a token. */
  refusal(path: string): DeltaRefusal | undefined;
  repeats(): boolean;
  tokenDays(): number;
}

/** Microsoft names no age; this one is short enough to meet and long enough for a half-term. */
const usualDays = 60;

export function makeDeltaOrders(): DeltaOrders {
  let current: DeltaOrder = {};
  let refused = 0;
  return {
    order: (order) => {
      current = order;
      refused = 0;
    },
    refusal: (path) => {
      const { refuse, times, only = '/' } = current;
      if (refuse === undefined || !path.startsWith(only) || (times !== undefined && refused >= times)) return undefined;
      refused += 1;
      return refuse;
    },
    repeats: () => current.repeat === true,
    tokenDays: () => current.tokenDays ?? usualDays,
  };
}
