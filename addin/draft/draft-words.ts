import { inLondon } from '../../shared/time/british-date';
import type { DraftState } from './draft-keeper';

/** Whether what was written is not kept, and somebody should know. */
export function isAtRisk({ state }: DraftState): boolean {
  return state === 'waiting' || state === 'refused' || state === 'gone';
}

/** One quiet line of how the draft stands. */
export function draftWords(draft: DraftState): string {
  switch (draft.state) {
    case 'nothing':
      return 'Nothing to save yet.';
    case 'unsaved':
      return 'Not saved yet.';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Draft saved at ${inLondon(draft.at).time}.`;
    case 'waiting':
      return draft.problem.code === 'not-signed-in'
        ? 'Not saved: your sign-in has ended. Your text is here and is saved when you have signed in again.'
        : 'Not saved: there is no connection. Keep this panel open: what you wrote is here.';
    case 'refused':
      return `Not saved: ${draft.problem.sentence}`;
    case 'gone':
      return 'Not saved: it was sent or removed in another panel.';
  }
}
