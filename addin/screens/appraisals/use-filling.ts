import { useReducer } from 'react';
import { requests } from '../../../shared/requests';
import { ok, type Problem, type Result, refuse } from '../../../shared/result';
import type { FillOutcome, WordDocument } from '../../host/word-document';
import type { Server } from '../../server';
import { type FillPlan, mayFill, planFill } from './fill-plan';

/** Filling the open document: look first, then write, then say what was written. */
export type FillState =
  | { readonly step: 'idle'; readonly problem?: Problem }
  | { readonly step: 'reading' }
  | { readonly step: 'look'; readonly plan: FillPlan; readonly problem?: Problem }
  | { readonly step: 'filling'; readonly plan: FillPlan }
  | { readonly step: 'done'; readonly plan: FillPlan; readonly outcome: FillOutcome };

type FillEvent =
  | { readonly type: 'read' }
  | { readonly type: 'planned'; readonly plan: FillPlan }
  | { readonly type: 'fill' }
  | { readonly type: 'filled'; readonly outcome: FillOutcome }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'leave' };

export function fillReducer(state: FillState, event: FillEvent): FillState {
  switch (event.type) {
    case 'read':
      return { step: 'reading' };
    case 'planned':
      return { step: 'look', plan: event.plan };
    case 'fill':
      return state.step === 'look' ? { step: 'filling', plan: state.plan } : state;
    case 'filled':
      return state.step === 'filling' ? { step: 'done', plan: state.plan, outcome: event.outcome } : state;
    case 'refused':
      return state.step === 'filling'
        ? { step: 'look', plan: state.plan, problem: event.problem }
        : { step: 'idle', problem: event.problem };
    case 'leave':
      return { step: 'idle' };
  }
}

/** What Word throws has no sentence for people: the document is protected, read-only or still opening. */
async function withWord<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await act());
  } catch {
    return refuse(
      'not-now',
      'Word did not let us at this document. If it is read-only or protected, turn on editing and try again.',
    );
  }
}

async function look(server: Server, document: WordDocument, objective: string): Promise<Result<FillPlan>> {
  const [values, templates, controls] = await Promise.all([
    server.call(requests.objectiveValues, { key: objective }),
    server.call(requests.templates, {}),
    withWord(() => document.contentControls()),
  ]);
  if (!values.ok) return values;
  if (!templates.ok) return templates;
  if (!controls.ok) return controls;
  const names = templates.value.templates.map(({ name }) => name);
  return mayFill(planFill(controls.value, values.value.values), document.address(), names);
}

export function useFilling(
  server: Server,
  document: WordDocument,
  objective: string,
): { readonly state: FillState; readonly read: () => void; readonly fill: () => void; readonly leave: () => void } {
  const [state, dispatch] = useReducer(fillReducer, { step: 'idle' });
  const read = async (): Promise<void> => {
    dispatch({ type: 'read' });
    const planned = await look(server, document, objective);
    if (planned.ok) dispatch({ type: 'planned', plan: planned.value });
    else dispatch({ type: 'refused', problem: planned.problem });
  };
  const fill = async (): Promise<void> => {
    if (state.step !== 'look') return;
    dispatch({ type: 'fill' });
    const values = Object.fromEntries(state.plan.filled.map(({ tag, value }) => [tag, value]));
    const filled = await withWord(() => document.fill(values));
    if (filled.ok) dispatch({ type: 'filled', outcome: filled.value });
    else dispatch({ type: 'refused', problem: filled.problem });
  };
  return { state, read: () => void read(), fill: () => void fill(), leave: () => dispatch({ type: 'leave' }) };
}
