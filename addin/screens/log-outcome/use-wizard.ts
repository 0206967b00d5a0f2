import { useEffect, useReducer } from 'react';
import * as z from 'zod/mini';
import { requests } from '../../../shared/requests';
import type { DraftKeeper, DraftState } from '../../draft/draft-keeper';
import { outcomeSchema } from '../../outcome/outcome';
import { lastStep, reduceOutcome } from '../../outcome/outcome-state';
import { problemsOfStep, stepOfPath, toSending } from '../../outcome/to-sending';
import { usePanel } from '../../panel-context';
import { focusFirstProblem } from '../../parts/focus-first-problem';
import { useRouter } from '../../router';
import type { Opening } from './use-opening';

interface Needs {
  readonly reviewKey: string;
  readonly opening: Opening;
  readonly keeper: DraftKeeper;
  readonly draft: DraftState;
}

/** What the buttons of the wizard do. */
export function useWizard({ reviewKey, opening, keeper, draft }: Needs) {
  const { server } = usePanel();
  const { replace } = useRouter();
  const [state, dispatch] = useReducer(reduceOutcome, {
    outcome: opening.outcome,
    problems: [],
    sending: 'not yet',
    notice: opening.draftAt === undefined ? 'none' : 'draft offered',
  });
  const { outcome } = state;
  useEffect(() => {
    // What was opened and not touched is no draft yet.
    if (outcome !== opening.outcome) keeper.write(outcome);
  }, [keeper, outcome, opening]);

  const goTo = (to: number) => {
    dispatch({ type: 'step', to });
    keeper.write({ ...outcome, step: to });
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
    const sent = await server.call(requests.sendOutcome, checked.value);
    if (!sent.ok) return dispatch({ type: 'refused', problem: sent.problem });
    // A draft that could not be removed is known as sent when it is opened again, and is removed then.
    await keeper.forget();
    replace('review', { key: reviewKey, sent: 'yes' });
  };
  const startAgain = async () => {
    const gone = await keeper.forget();
    if (!gone.ok) return dispatch({ type: 'refused', problem: gone.problem });
    dispatch({ type: 'replaced', outcome: opening.fresh });
  };
  const takeTheirs = () => {
    const theirs = draft.state === 'conflict' ? z.safeParse(outcomeSchema, draft.theirs) : undefined;
    if (!theirs?.success) return;
    keeper.takeTheirs();
    dispatch({ type: 'replaced', outcome: theirs.data });
  };
  return { state, dispatch, goTo, next, send, startAgain, takeTheirs };
}
