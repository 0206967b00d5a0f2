import { performance } from 'node:perf_hooks';
import type { Counters } from './counters';

/** The connection that heard of a Retry-After. */
export interface Listener {
  readonly destroyed: boolean;
}

interface Gate {
  until: number;
  readonly seconds: number;
  readonly setAt: number;
  readonly listener: Listener;
}

/**
 * Who calls a throttled mailbox or site before Retry-After has run out waits longer, as with Graph, and is counted.
 * A call that was under way when the gate closed is not early: its sender could not know.
 */
export interface Gates {
  close(key: string, seconds: number, listener: Listener): void;
  /** The seconds still to wait, for a call that came too early. */
  early(key: string): number | undefined;
}

const underWayMilliseconds = 25;

export function makeGates(counters: Counters, now: () => Date): Gates {
  const gates = new Map<string, Gate>();
  return {
    close: (key, seconds, listener) => {
      gates.set(key, { until: now().getTime() + seconds * 1000, seconds, setAt: performance.now(), listener });
    },
    early: (key) => {
      const gate = gates.get(key);
      if (!gate) return undefined;
      const left = gate.until - now().getTime();
      if (left <= 0) {
        gates.delete(key);
        return undefined;
      }
      if (performance.now() - gate.setAt < underWayMilliseconds) return left / 1000;
      counters.add(gate.listener.destroyed ? 'earlyAfterHangUp' : 'early');
      gate.until += gate.seconds * 1000;
      return (gate.until - now().getTime()) / 1000;
    },
  };
}
