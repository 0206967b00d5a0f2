import { useEffect, useMemo, useReducer } from 'react';
import { usePanel } from '../panel-context';
import { createDraftKeeper, type DraftKeeper, type DraftState } from './draft-keeper';
import { createDraftStore } from './draft-store';

function later(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

/** A draft for as long as a screen is open. Saves when the network is back and when the pane goes out of sight. */
export function useDraft(about: string): { readonly keeper: DraftKeeper; readonly state: DraftState } {
  const { server, me } = usePanel();
  const [state, onState] = useReducer((_before: DraftState, next: DraftState) => next, { state: 'nothing' });
  const keeper = useMemo(
    () => createDraftKeeper({ store: createDraftStore(server, { owner: me, about }), onState, later }),
    [server, me, about],
  );
  useEffect(() => {
    const save = () => void keeper.save();
    const saveWhenHidden = () => {
      if (document.visibilityState === 'hidden') save();
    };
    window.addEventListener('online', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', saveWhenHidden);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', saveWhenHidden);
      keeper.close();
    };
  }, [keeper]);
  return { keeper, state };
}
