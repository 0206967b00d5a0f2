import type { Problem } from '../../../shared/result';
import type { ImportOutcome } from './import-files';

export interface ChosenFile {
  readonly name: string;
  /** The file's bytes as base64. */
  readonly content: string;
}

/** What stands between choosing a file and having its lines in the lists. A problem never throws the file away. */
export type ImportState =
  | { readonly step: 'choose'; readonly file?: ChosenFile; readonly problem?: Problem }
  | { readonly step: 'looking'; readonly file: ChosenFile }
  | { readonly step: 'preview'; readonly file: ChosenFile; readonly outcome: ImportOutcome; readonly problem?: Problem }
  | { readonly step: 'applying'; readonly file: ChosenFile; readonly outcome: ImportOutcome }
  | { readonly step: 'done'; readonly file: ChosenFile; readonly outcome: ImportOutcome };

export type ImportEvent =
  | { readonly type: 'chose'; readonly file: ChosenFile }
  | { readonly type: 'could not read'; readonly problem: Problem }
  | { readonly type: 'look' }
  | { readonly type: 'looked'; readonly outcome: ImportOutcome }
  | { readonly type: 'apply' }
  | { readonly type: 'applied'; readonly outcome: ImportOutcome }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'start again' };

export const noFile: ImportState = { step: 'choose' };

export function importReducer(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case 'chose':
      return { step: 'choose', file: event.file };
    case 'could not read':
      return { step: 'choose', problem: event.problem };
    case 'look':
      return state.file === undefined ? state : { step: 'looking', file: state.file };
    case 'looked':
      return state.step === 'looking' ? { step: 'preview', file: state.file, outcome: event.outcome } : state;
    case 'apply':
      return state.step === 'preview' ? { step: 'applying', file: state.file, outcome: state.outcome } : state;
    case 'applied':
      return state.step === 'applying' ? { step: 'done', file: state.file, outcome: event.outcome } : state;
    case 'refused':
      return refused(state, event.problem);
    case 'start again':
      return noFile;
  }
}

function refused(state: ImportState, problem: Problem): ImportState {
  if (state.step === 'looking') return { step: 'choose', file: state.file, problem };
  if (state.step === 'applying') return { step: 'preview', file: state.file, outcome: state.outcome, problem };
  return state;
}

/** Whether there is anything that applying would write. */
export function changesSomething({ added, changed }: Pick<ImportOutcome, 'added' | 'changed'>): boolean {
  return added.length + changed.length > 0;
}

/**
 * What an import found or did, in one sentence.
 *
 * @example countsOf(outcome) // '2 new, 1 changed, 12 as before, 1 line left out.'
 */
export function countsOf({ added, changed, same, refused: lines }: ImportOutcome): string {
  const leftOut = lines.length === 1 ? '1 line left out' : `${lines.length} lines left out`;
  return `${added.length} new, ${changed.length} changed, ${same} as before, ${leftOut}.`;
}
