import { useCallback, useEffect, useState } from 'react';
import type { Problem, Result } from '../../shared/result';

/** Something that a screen asked for: not there yet, there, or refused. */
export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: Problem };

/**
 * Asks when the screen appears, when `question` changes and when `again` is called; an answer that comes too late is
 * dropped. A fault is thrown while drawing, for the panel's one boundary.
 */
export function useAsked<T>(
  question: string,
  find: () => Promise<Result<T>>,
): { readonly asked: Asked<T>; readonly again: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'waiting' });
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<{ readonly cause: unknown }>();
  if (fault !== undefined) throw fault.cause;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `find` is new at each drawing; `question` says what it asks
  useEffect(() => {
    let wanted = true;
    setAsked({ state: 'waiting' });
    find().then(
      (result) => {
        if (!wanted) return;
        setAsked(result.ok ? { state: 'ready', value: result.value } : { state: 'refused', problem: result.problem });
      },
      (cause: unknown) => {
        if (wanted) setFault({ cause });
      },
    );
    return () => {
      wanted = false;
    };
  }, [question, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return { asked, again };
}
