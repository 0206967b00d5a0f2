import { useReducer } from 'react';
import type { TriadProblem } from '../../../shared/triads/problem';
import { useCancellable } from '../use-cancellable';
import type { TriadOrder, TriadReply } from './triad-orders';
import type { TriadWork } from './triads-in-worker';
import { atFirst, type TriadsEvent, type TriadsState, toPlan, triadsReducer } from './triads-state';

export interface Triads {
  readonly state: TriadsState;
  dispatch(event: TriadsEvent): void;
  /** Looks for triads by the wishes as they stand, or by other ones. */
  search(wishes?: TriadProblem): void;
  showTradeOffs(): void;
  /** Runs something that can be cancelled; a fault is thrown while drawing, for the panel's one boundary. */
  run(work: (signal: AbortSignal) => Promise<void>): void;
  cancel(): void;
}

export function useTriads(first: TriadProblem, work: TriadWork): Triads {
  const [state, dispatch] = useReducer(triadsReducer, first, atFirst);
  const { run, cancel } = useCancellable();
  const order = (what: TriadOrder): void => {
    run((signal) => work(what, (reply) => dispatch(eventOf(reply, what.problem)), signal));
  };
  return {
    state,
    dispatch,
    run,
    search: (wishes = state.wishes) => {
      if (wishes !== state.wishes) dispatch({ type: 'wish', wishes });
      dispatch({ type: 'search' });
      order({ order: 'plan', problem: toPlan({ wishes, locked: state.locked }) });
    },
    showTradeOffs: () => {
      const { draft } = state;
      if (draft === undefined) return;
      dispatch({ type: 'weigh trade-offs' });
      const rounds = draft.rounds.map(({ round, triads }) => ({ round, triads: triads.map((triad) => [...triad]) }));
      order({ order: 'trade-offs', problem: draft.problem, rounds });
    },
    cancel: () => {
      cancel();
      dispatch({ type: 'stop' });
    },
  };
}

function eventOf(reply: TriadReply, problem: TriadProblem): TriadsEvent {
  switch (reply.reply) {
    case 'first':
      return { type: 'first', rounds: reply.rounds, problem };
    case 'better':
      return { type: 'better', plan: reply.plan, share: reply.share, problem };
    case 'looking':
      return { type: 'looking', share: reply.share };
    case 'done':
      return { type: 'done', plan: reply.plan, share: 1, problem };
    case 'trade-offs':
      return { type: 'trade-offs found', curve: reply.curve, without: reply.without };
    case 'impossible':
      return {
        type: 'refused',
        problem: {
          code: 'invalid',
          sentence: reply.sentence,
          fields: reply.because.map((sentence) => ({ path: '', sentence })),
        },
      };
  }
}
