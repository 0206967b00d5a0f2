import * as z from 'zod/mini';

const faultKinds = [
  '429',
  '429-seconds',
  '429-decimal',
  '429-date',
  '429-none',
  '500',
  '502',
  '503',
  '503-seconds',
  '504',
  '504-after',
  '409',
  'reset-before',
  'reset-after',
  'hang',
  'slow',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** Faults of the connection hit a whole `$batch`; those of status hit the calls inside it one by one. */
const ofConnection: readonly FaultKind[] = ['reset-before', 'reset-after', 'hang', 'slow'];
const retryAfterForms: readonly FaultKind[] = ['429-seconds', '429-decimal', '429-date', '429-none'];

export const faultOrderSchema = z.strictObject({
  seed: z.number(),
  rate: z.number().check(z.gte(0), z.lte(1)),
  kinds: z.array(z.enum(faultKinds)).check(z.minLength(1)),
  /** Only paths that begin so, without `/v1.0`. */
  only: z.optional(z.string()),
  /** After so many faults there are no more. */
  limit: z.optional(z.number()),
  retryAfterSeconds: z.optional(z.number()),
  slowMilliseconds: z.optional(z.number()),
});

export type FaultOrder = z.infer<typeof faultOrderSchema>;

export interface Fault {
  readonly kind: Exclude<FaultKind, '429'>;
  readonly retryAfterSeconds: number;
  readonly slowMilliseconds: number;
}

export interface GivenFault {
  readonly call: number;
  readonly method: string;
  readonly path: string;
  readonly kind: string;
}

export interface Faults {
  order(order: FaultOrder | undefined): void;
  current(): FaultOrder | undefined;
  given(): readonly GivenFault[];
  /** Decides about one call; `part` says what can hit it. */
  draw(method: string, path: string, part: 'whole' | 'batch' | 'in batch'): Fault | undefined;
}

/** mulberry32: small, even enough, and the same everywhere. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function possible(order: FaultOrder, method: string, part: 'whole' | 'batch' | 'in batch'): FaultKind[] {
  return order.kinds.filter((kind) => {
    if (kind === '409' && method !== 'PATCH' && method !== 'DELETE') return false;
    if (part === 'whole') return true;
    return ofConnection.includes(kind) === (part === 'batch');
  });
}

/** Faults on demand: the same seed and the same calls in the same order give the same faults. */
export function makeFaults(): Faults {
  let current: FaultOrder | undefined;
  let next = chance(0);
  let calls = 0;
  let given: GivenFault[] = [];
  const pick = <Kind>(of: readonly Kind[]): Kind | undefined => of[Math.floor(next() * of.length)];
  return {
    order: (order) => {
      current = order;
      next = chance(order?.seed ?? 0);
      calls = 0;
      given = [];
    },
    current: () => current,
    given: () => given,
    draw: (method, path, part) => {
      if (!current || !path.startsWith(current.only ?? '/')) return undefined;
      if (current.limit !== undefined && given.length >= current.limit) return undefined;
      calls += 1;
      const hit = next() < current.rate;
      const kind = pick(possible(current, method, part));
      const form = pick(retryAfterForms);
      if (!hit || kind === undefined || form === undefined) return undefined;
      const real = kind === '429' ? (form as Fault['kind']) : kind;
      given.push({ call: calls, method, path, kind: real });
      const { retryAfterSeconds = 1, slowMilliseconds = 500 } = current;
      return { kind: real, retryAfterSeconds, slowMilliseconds };
    },
  };
}
