import { useCallback, useEffect, useReducer } from 'react';
import { requests } from '../../../shared/requests';
import { usePanel } from '../../panel-context';
import { type Register, type RegisterEvent, type RegisterState, reduceRegister, startOf } from './register-state';

const secondsBetween = 5;
/** No network, a busy service, a sign-in that has ended. */
const mayPass: readonly string[] = ['busy', 'not-signed-in'];

/** Keeps each tap as it comes, one call at a time; while there is no network it says so and tries again. */
export function useRegister(
  key: string,
  register: Register,
): { readonly state: RegisterState; readonly dispatch: (event: RegisterEvent) => void } {
  const { server } = usePanel();
  const [state, dispatch] = useReducer(reduceRegister, register, startOf);
  const { sent, waiting, lost } = state;
  const send = useCallback(async () => {
    const kept = await server.call(requests.keepRegister, { key, rows: [...sent] });
    if (kept.ok) dispatch({ type: 'kept', of: sent, ...kept.value });
    else if (mayPass.includes(kept.problem.code)) dispatch({ type: 'lost', of: sent });
    else dispatch({ type: 'refused', of: sent, problem: kept.problem });
  }, [server, key, sent]);
  useEffect(() => {
    if (sent.length === 0 && waiting.size > 0) dispatch({ type: 'sending' });
  }, [sent, waiting]);
  useEffect(() => {
    if (sent.length > 0) void send();
  }, [sent, send]);
  useEffect(() => {
    if (!lost) return;
    const again = (): void => void send();
    const timer = setInterval(again, secondsBetween * 1000);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [lost, send]);
  return { state, dispatch };
}
