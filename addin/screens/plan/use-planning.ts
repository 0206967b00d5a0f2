import { useEffect, useReducer, useRef, useState } from 'react';
import { unpackBusy } from '../../../shared/meetings/compact-busy';
import { requests } from '../../../shared/requests';
import type { Server } from '../../server';
import type { Planner } from './plan-in-worker';
import { nothingAsked, type PlanState, planReducer, type Question } from './plan-state';

export interface Planning {
  readonly state: PlanState;
  ask(question: Question): void;
  /** Stops waiting or planning; nothing was written. */
  cancel(): void;
  save(): void;
}

/** From the question to the drafts: fetch the problem, plan it here, keep the plan. */
export function usePlanning(server: Server, planner: Planner): Planning {
  const [state, dispatch] = useReducer(planReducer, nothingAsked);
  const [fault, setFault] = useState<{ readonly cause: unknown }>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);
  // A fault is thrown while drawing, for the panel's one boundary.
  if (fault !== undefined) throw fault.cause;

  const plan = async (question: Question, signal: AbortSignal): Promise<void> => {
    dispatch({ type: 'ask', question });
    const { year, from, until, networks } = question;
    const found = await server.call(requests.planningProblem, { year, from, until, networks: networks.join(',') });
    if (signal.aborted) return;
    if (!found.ok) {
      dispatch({ type: 'refused', problem: found.problem });
      return;
    }
    const { withoutMailbox } = found.value;
    const problem = { ...found.value.problem, busy: unpackBusy(found.value.busy, found.value.problem.from) };
    dispatch({ type: 'fetched', problem, withoutMailbox });
    const planned = await planner(problem, signal);
    if (planned !== undefined) dispatch({ type: 'planned', plan: planned });
  };
  const save = async (): Promise<void> => {
    if (state.step !== 'look') return;
    dispatch({ type: 'save' });
    const { year, from, until } = state.question;
    const saved = await server.call(requests.savePlan, { year, from, until, plan: state.plan });
    if (saved.ok) dispatch({ type: 'saved', meetings: saved.value.keys.length });
    else dispatch({ type: 'refused', problem: saved.problem });
  };
  const throwWhileDrawing = (cause: unknown): void => setFault({ cause });
  return {
    state,
    ask: (question) => {
      running.current = new AbortController();
      plan(question, running.current.signal).catch(throwWhileDrawing);
    },
    cancel: () => {
      running.current?.abort();
      dispatch({ type: 'go back' });
    },
    save: () => {
      save().catch(throwWhileDrawing);
    },
  };
}
