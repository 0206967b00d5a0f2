/** What tests ask afterwards. */
export interface Counted {
  requests: number;
  /** As requests, but calls inside a `$batch` one by one and the batch itself not. */
  operations: number;
  kinds: Record<string, number>;
  early: number;
  earlyAfterHangUp: number;
  concurrencyRefusals: number;
  largestInFlight: number;
  faults: Record<string, number>;
  invitations: number;
  messages: number;
  messagesOverLimit: number;
}

export interface Counters {
  readonly now: () => Readonly<Counted>;
  reset(): void;
  add(name: { [Name in keyof Counted]: Counted[Name] extends number ? Name : never }[keyof Counted], by?: number): void;
  addKind(kind: string): void;
  addFault(kind: string): void;
  atLeast(inFlight: number): void;
}

const nought = (): Counted => ({
  requests: 0,
  operations: 0,
  kinds: {},
  early: 0,
  earlyAfterHangUp: 0,
  concurrencyRefusals: 0,
  largestInFlight: 0,
  faults: {},
  invitations: 0,
  messages: 0,
  messagesOverLimit: 0,
});

export function makeCounters(): Counters {
  let counted = nought();
  const one = (of: Record<string, number>, name: string): void => {
    of[name] = (of[name] ?? 0) + 1;
  };
  return {
    now: () => counted,
    reset: () => {
      counted = nought();
    },
    add: (name, by = 1) => {
      counted[name] += by;
    },
    addKind: (kind) => one(counted.kinds, kind),
    addFault: (kind) => one(counted.faults, kind),
    atLeast: (inFlight) => {
      counted.largestInFlight = Math.max(counted.largestInFlight, inFlight);
    },
  };
}
