import { useEffect, useMemo, useReducer, useRef } from 'react';
import { usePanel } from '../panel-context';
import { createDraftKeeper, type DraftKeeper, type DraftState, type MergedText } from './draft-keeper';
import { createDraftStore, createWorkingCopyStore, type KeptText } from './draft-store';

function later(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

/** How often a pane in sight looks what colleagues have saved. */
const lookEvery = 15_000;

export type WhatIsWritten =
  /** By one person, e.g. `review-scope/review-7`. */
  | { readonly about: string }
  /** By all reviewers of this review. */
  | { readonly outcomeOf: string };

export interface DraftInUse {
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
}

export interface Merging {
  readonly merge: (base: unknown, mine: unknown, theirs: KeptText) => unknown;
  readonly onMerged: (merged: MergedText) => void;
}

/** A draft for as long as a screen is open. Saves when the network is back and when the pane goes out of sight. */
export function useDraft(what: WhatIsWritten, merging: Merging): DraftInUse {
  const { server, me } = usePanel();
  const [state, onState] = useReducer((_before: DraftState, next: DraftState) => next, { state: 'nothing' });
  const current = useRef(merging);
  current.current = merging;
  const shared = 'outcomeOf' in what;
  const about = shared ? what.outcomeOf : what.about;
  const keeper = useMemo(() => {
    const store = shared ? createWorkingCopyStore(server, about) : createDraftStore(server, { owner: me, about });
    const merge: Merging['merge'] = (...texts) => current.current.merge(...texts);
    return createDraftKeeper({
      store,
      shared,
      onState,
      later,
      merge,
      onMerged: (one) => current.current.onMerged(one),
    });
  }, [server, me, about, shared]);
  useEffect(() => keptWhile(keeper, shared), [keeper, shared]);
  return { keeper, state };
}

/** Saves at the moments at which a text could be lost; returns how to end it. */
function keptWhile(keeper: DraftKeeper, shared: boolean): () => void {
  const save = () => void keeper.save();
  const saveWhenHidden = () => (document.visibilityState === 'hidden' ? save() : look());
  const look = () => {
    if (shared && document.visibilityState === 'visible') void keeper.look();
  };
  window.addEventListener('online', save);
  window.addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', saveWhenHidden);
  const looking = setInterval(look, lookEvery);
  return () => {
    clearInterval(looking);
    window.removeEventListener('online', save);
    window.removeEventListener('pagehide', save);
    document.removeEventListener('visibilitychange', saveWhenHidden);
    keeper.close();
  };
}
