import * as z from 'zod/mini';
import type { Correction } from '../../../shared/imports/table';
import type { Problem } from '../../../shared/result';
import type { ImportOutcome } from './import-files';

export interface ChosenFile {
  readonly name: string;
  /** The file's bytes as base64. */
  readonly content: string;
}

/** A cell that was corrected, under `{line} {column}`. */
export const keptCorrection = z.object({ key: z.string(), value: z.string() });
export type KeptCorrection = z.infer<typeof keptCorrection>;

/**
 * What stands between choosing a file and having its lines in the lists. A problem never throws the file away, nor what
 * was corrected.
 */
export interface ImportState {
  readonly step: 'choose' | 'preview' | 'done';
  readonly busy?: 'looking' | 'applying';
  readonly file?: ChosenFile;
  readonly corrections: readonly KeptCorrection[];
  /** The file that was corrected, while it is not here again. */
  readonly expects?: string;
  readonly outcome?: ImportOutcome;
  /** Whether the outcome counts what was corrected. */
  readonly isChecked: boolean;
  readonly problem?: Problem;
}

export type ImportEvent =
  | { readonly type: 'chose'; readonly file: ChosenFile }
  | { readonly type: 'restored'; readonly corrections: readonly KeptCorrection[]; readonly of: string }
  | { readonly type: 'could not read'; readonly problem: Problem }
  | { readonly type: 'look' }
  | { readonly type: 'correct'; readonly correction: KeptCorrection }
  | { readonly type: 'apply' }
  | { readonly type: 'answered'; readonly outcome: ImportOutcome }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'start again' };

export const noFile: ImportState = { step: 'choose', corrections: [], isChecked: false };

export function importReducer(state: ImportState, event: ImportEvent): ImportState {
  const { busy, problem: _problem, ...still } = state;
  switch (event.type) {
    case 'chose':
      return afterChoosing(still, event.file);
    case 'restored':
      return { ...still, corrections: event.corrections, ...(event.of === '' ? {} : { expects: event.of }) };
    case 'could not read': {
      const { file: _file, ...rest } = still;
      return { ...rest, step: 'choose', problem: event.problem };
    }
    case 'look':
      return state.file === undefined ? state : { ...still, busy: 'looking' };
    case 'correct':
      return { ...still, isChecked: false, corrections: withCorrection(state.corrections, event.correction) };
    case 'apply':
      return state.step === 'preview' && state.isChecked ? { ...still, busy: 'applying' } : state;
    case 'answered':
      // An answer that comes after starting again is dropped.
      if (busy === undefined) return state;
      return { ...still, step: busy === 'applying' ? 'done' : 'preview', outcome: event.outcome, isChecked: true };
    case 'refused':
      return busy === undefined ? state : { ...still, problem: event.problem };
    case 'start again':
      return noFile;
  }
}

/** What was corrected in one file says nothing about another. */
function afterChoosing({ expects, ...state }: ImportState, file: ChosenFile): ImportState {
  const corrections = expects === file.name ? state.corrections : [];
  return { ...state, step: 'choose', file, corrections };
}

function withCorrection(all: readonly KeptCorrection[], one: KeptCorrection): readonly KeptCorrection[] {
  const known = all.some(({ key }) => key === one.key);
  return known ? all.map((other) => (other.key === one.key ? one : other)) : [...all, one];
}

/** Under what a corrected cell is kept. */
export function keyOfCell(line: number, column: string): string {
  return `${line} ${column}`;
}

/** As the server takes them. */
export function correctionsOf(kept: readonly KeptCorrection[]): Correction[] {
  return kept.map(({ key, value }) => {
    const [line = ''] = key.split(' ', 1);
    return { line: Number(line), column: key.slice(line.length + 1), value };
  });
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
