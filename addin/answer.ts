import { useCallback, useEffect, useReducer } from 'react';
import type { InputOf, OutputOf, Request } from '../shared/requests';
import type { Problem, Result } from '../shared/result';
import { usePanel } from './panel-context';

/** What a screen reads when it opens: it waits, has it, or was refused. */
export type Answered<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: Problem };

type Event<T> = { readonly type: 'asked' } | { readonly type: 'answered'; readonly result: Result<T> };

function reduce<T>(before: Answered<T>, event: Event<T>): Answered<T> {
  // What is in sight stays in sight while it is read again.
  if (event.type === 'asked') return before.state === 'ready' ? before : { state: 'waiting' };
  return event.result.ok
    ? { state: 'ready', value: event.result.value }
    : { state: 'refused', problem: event.result.problem };
}

/** Asks once when the screen opens, and again when `again` is called. */
export function useAsked<T>(ask: () => Promise<Result<T>>): Answered<T> & { readonly again: () => void } {
  const [answered, dispatch] = useReducer(reduce<T>, { state: 'waiting' });
  const [round, again] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    let gone = false;
    dispatch({ type: 'asked' });
    void ask().then((result) => {
      if (!gone) dispatch({ type: 'answered', result });
    });
    return () => {
      gone = true;
    };
  }, [ask, round]);
  return { ...answered, again };
}

/** The answer to one named request; `input` may be written in place, it is compared by content. */
export function useAnswer<R extends Request>(
  request: R,
  input: InputOf<R>,
): Answered<OutputOf<R>> & { readonly again: () => void } {
  const { server } = usePanel();
  const written = JSON.stringify(input);
  const ask = useCallback(() => server.call(request, JSON.parse(written) as InputOf<R>), [server, request, written]);
  return useAsked(ask);
}
