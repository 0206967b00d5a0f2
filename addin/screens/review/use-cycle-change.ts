import { useState } from 'react';
import type { InputOf, Request } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import type { KeptForm } from '../../draft/use-kept-text';
import { usePanel } from '../../panel-context';
import { focusFirstProblem } from '../../parts/focus-first-problem';

/** Once it is sent, the draft of it is removed. */
export function sentAndForgotten({ forget }: Pick<KeptForm, 'forget'>, onDone: (changed: boolean) => void) {
  return (changed: boolean): void => {
    if (changed) void forget();
    onDone(changed);
  };
}

/** One change of the cycle on its way: sent once, and what was typed stays where it is refused. */
export function useCycleChange(onDone: (changed: boolean) => void) {
  const { server } = usePanel();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async <R extends Request>(request: R, input: InputOf<R>): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answered = await server.call(request, input);
    setBusy(false);
    if (answered.ok) return onDone(true);
    setProblem(answered.problem);
    focusFirstProblem();
  };
  const at = (path: string): string | undefined => problem?.fields?.find((field) => field.path === path)?.sentence;
  /** What no field on the form says. */
  const rest = (paths: readonly string[]): Problem | undefined =>
    problem !== undefined && paths.every((path) => at(path) === undefined) ? problem : undefined;
  return { busy, send, at, rest };
}
