import { useEffect, useRef, useState } from 'react';

export interface Cancellable {
  /** Runs this in place of what is still running; a fault is thrown while drawing, for the panel's one boundary. */
  run(doing: (signal: AbortSignal) => Promise<void>): void;
  cancel(): void;
  /** For what is not to be cancelled. */
  fail(cause: unknown): void;
}

/** One thing at a time that can be cancelled, and is when its screen is left. */
export function useCancellable(): Cancellable {
  const [fault, setFault] = useState<{ readonly cause: unknown }>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  if (fault !== undefined) throw fault.cause;
  const cancel = (): void => running.current?.abort();
  const fail = (cause: unknown): void => setFault({ cause });
  return {
    cancel,
    fail,
    run: (doing) => {
      cancel();
      running.current = new AbortController();
      doing(running.current.signal).catch(fail);
    },
  };
}
