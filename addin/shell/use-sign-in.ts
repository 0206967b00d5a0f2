import { useCallback, useEffect, useMemo, useReducer } from 'react';
import { requests } from '../../shared/requests';
import type { Problem } from '../../shared/result';
import type { Me } from '../panel-context';
import type { Server } from '../server';
import type { Session } from '../session';

export type SignInState =
  | { readonly state: 'waiting' }
  | { readonly state: 'signed-out'; readonly problem?: Problem }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'signed-in' };

interface State {
  readonly step: SignInState;
  readonly me: Me | undefined;
  /** Signed in before, not any more: what is on the screen stays there. */
  readonly lost: boolean;
}

type Event =
  | { readonly type: 'waiting' }
  | { readonly type: 'me'; readonly me: Me }
  | { readonly type: 'problem'; readonly problem: Problem; readonly pressed: boolean }
  | { readonly type: 'lost' };

function reduce(before: State, event: Event): State {
  switch (event.type) {
    case 'waiting':
      return { ...before, step: { state: 'waiting' } };
    case 'me':
      // The same object as before, so that screens keep what was typed in them.
      return { step: { state: 'signed-in' }, me: before.me?.id === event.me.id ? before.me : event.me, lost: false };
    case 'lost':
      return before.me === undefined ? before : { ...before, lost: true };
    case 'problem':
      return { ...before, step: stepOf(event.problem, event.pressed), lost: before.me !== undefined };
  }
}

function stepOf(problem: Problem, pressed: boolean): SignInState {
  if (problem.code !== 'not-signed-in') return { state: 'refused', problem };
  return pressed ? { state: 'signed-out', problem } : { state: 'signed-out' };
}

/** Signs in silently when the panel opens; otherwise waits for the button. Watches for a sign-in that has run out. */
export function useSignIn(session: Session, server: Server) {
  const [state, dispatch] = useReducer(reduce, { step: { state: 'waiting' }, me: undefined, lost: false });
  const readMe = useCallback(
    async (pressed: boolean) => {
      const me = await server.call(requests.me, {});
      dispatch(me.ok ? { type: 'me', me: me.value } : { type: 'problem', problem: me.problem, pressed });
    },
    [server],
  );
  const start = useCallback(() => {
    dispatch({ type: 'waiting' });
    void readMe(false);
  }, [readMe]);
  const press = useCallback(() => {
    dispatch({ type: 'waiting' });
    void session.signIn().then((signedIn) => {
      if (!signedIn.ok) dispatch({ type: 'problem', problem: signedIn.problem, pressed: true });
      else void readMe(true);
    });
  }, [session, readMe]);
  useEffect(start, [start]);
  const watched = useMemo<Server>(
    () => ({
      async call(request, input) {
        const answer = await server.call(request, input);
        if (!answer.ok && answer.problem.code === 'not-signed-in') dispatch({ type: 'lost' });
        return answer;
      },
    }),
    [server],
  );
  return { state: state.step, me: state.me, lost: state.lost, start, press, watched };
}
