import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClockState } from '../../shapes';
import { ask } from '../ask';
import { pageClock, tellMoved } from '../page-clock';

export interface Clock {
  readonly state: ClockState | undefined;
  /** Why it could not be moved. */
  readonly sentence: string | undefined;
  move(to: string, timers: 'thinned' | 'once'): void;
}

const lookAgainMilliseconds = 1000;

/** All that can be seen of it, to the minute: what looks the same need not be drawn anew. */
const looksOf = ({ now, ...rest }: ClockState): string => JSON.stringify([now.slice(0, 16), rest]);

/** Keeps this page's clock with that of the processes, whoever moved it. */
export function useClock(): Clock {
  const [state, setState] = useState<ClockState>();
  const [refusal, setRefusal] = useState<string>();
  const seen = useRef(pageClock.setting()?.base);
  const keep = useCallback((now: ClockState) => {
    if (now.setting !== null) pageClock.moveTo(now.setting.base, now.setting.realBase);
    if (now.moving === undefined && now.setting !== null && now.setting.base !== seen.current) {
      seen.current = now.setting.base;
      tellMoved();
    }
    setState((before) => (before !== undefined && looksOf(before) === looksOf(now) ? before : now));
  }, []);
  useEffect(() => {
    // An answer that does not come is asked for again in a second.
    const look = () => ask<ClockState>('/api/clock').then(keep, () => undefined);
    void look();
    const looking = setInterval(look, lookAgainMilliseconds);
    return () => clearInterval(looking);
  }, [keep]);
  return {
    state,
    sentence: refusal ?? state?.sentence,
    move(to, timers) {
      setRefusal(undefined);
      ask<ClockState>('/api/clock', { method: 'POST', body: JSON.stringify({ to, timers }) }).then(
        keep,
        (error: Error) => setRefusal(error.message),
      );
    },
  };
}
