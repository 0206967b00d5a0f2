import { useEffect, useReducer, useRef } from 'react';
import * as z from 'zod/mini';
import { requests } from '../../../shared/requests';
import { same } from '../../../shared/same';
import type { DraftKeeper, DraftState, MergedText } from '../../draft/draft-keeper';
import { outcomeSchema } from '../../outcome/outcome';
import { lastStep, reduceOutcome } from '../../outcome/outcome-state';
import { problemsOfStep, stepOfPath, toSending } from '../../outcome/to-sending';
import { keptOf } from '../../outcome/together';
import { usePanel } from '../../panel-context';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { useRouter } from '../../router';
import type { Opening } from './use-opening';

export interface WizardNeeds {
  readonly reviewKey: string;
  readonly opening: Opening;
  readonly keeper: DraftKeeper;
  readonly draft: DraftState;
  /** Called by the keeper when a colleague has saved. */
  readonly arrived: { current: (one: MergedText) => void };
}

/** What the buttons of the wizard do. */
export function useWizard({ reviewKey, opening, keeper, arrived }: WizardNeeds) {
  const { server } = usePanel();
  const { replace } = useRouter();
  const [state, dispatch] = useReducer(reduceOutcome, {
    outcome: opening.outcome,
    problems: [],
    sending: 'not yet',
    notice: opening.draft === undefined ? 'none' : 'draft offered',
  });
  const { outcome } = state;
  /** How often a colleague's words have come in. */
  const arrivals = useRef(0);
  useEffect(() => {
    arrived.current = ({ from, merged, by }) => {
      const [before, after] = [from ?? keptOf(opening.fresh), merged].map((text) => z.safeParse(outcomeSchema, text));
      if (!before?.success || !after?.success) return;
      if (!same({ ...before.data, step: 0 }, { ...after.data, step: 0 })) arrivals.current += 1;
      dispatch({ type: 'merged', from: before.data, merged: after.data, by: by.name });
    };
  }, [arrived, opening]);
  useEffect(() => {
    // What was opened and not touched is no draft yet.
    if (outcome !== opening.outcome) keeper.write(keptOf(outcome));
  }, [keeper, outcome, opening]);

  const goTo = (to: number) => {
    dispatch({ type: 'step', to });
    keeper.write(keptOf({ ...outcome, step: to }));
    void keeper.save();
  };
  const next = () => {
    const checked = toSending(reviewKey, outcome);
    const problems = checked.ok ? [] : (checked.problem.fields ?? []);
    const here = outcome.step + 1 === lastStep ? problems : problemsOfStep(problems, outcome.step);
    if (here.length === 0) return goTo(outcome.step + 1);
    const step = Math.min(...here.map(({ path }) => stepOfPath(path)));
    dispatch({ type: 'problems', problems: here, step });
    focusFirstProblem();
  };
  const send = async () => {
    const checked = toSending(reviewKey, outcome);
    if (!checked.ok) return dispatch({ type: 'refused', problem: checked.problem });
    dispatch({ type: 'sending' });
    // Nobody sends what they have not seen: a colleague may have saved since.
    const before = arrivals.current;
    await keeper.look();
    if (arrivals.current !== before) return dispatch({ type: 'look again' });
    const sent = await server.call(requests.sendOutcome, checked.value);
    if (!sent.ok) return dispatch({ type: 'refused', problem: sent.problem });
    // A draft that could not be removed is known as sent when it is opened again, and is removed then.
    await keeper.forget();
    replace('review', { key: reviewKey, sent: 'yes' });
  };
  const see = () => replace('review', { key: reviewKey });
  return { state, dispatch, goTo, next, send, see };
}
