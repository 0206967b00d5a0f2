import { useReducer, useState } from 'react';
import * as z from 'zod/mini';
import { same } from '../../../shared/same';
import { useKeptText } from '../../draft/use-kept-text';
import { usePanel } from '../../panel-context';
import { readPickedFile } from './import-files';
import { type ChosenFile, importReducer, type KeptCorrection, keptCorrection, noFile } from './import-state';
import { askForImport, type WhatToImport, whatToImport } from './kinds-of-import';
import { fileOfDraft, packFile } from './packed-file';
import { useForgetWhenEmpty } from './use-forget';

/** A calendar is read, asked about and corrected in its own way. */
export const calendar = 'calendar of a school';
export type Chosen = WhatToImport | typeof calendar;
export const choices: readonly Chosen[] = [...whatToImport, calendar];

const schema = z.object({
  what: z.string(),
  trust: z.string(),
  file: z.string(),
  packed: z.string(),
  corrections: z.array(keptCorrection),
});
type Kept = z.infer<typeof schema>;
const fresh: Kept = { what: 'academies', trust: '', file: '', packed: '', corrections: [] };

/** Choosing, looking at, correcting and applying a file; left half done, it is found again. */
export function useImport() {
  const { server } = usePanel();
  const [what, setWhat] = useState<Chosen>('academies');
  const [trust, setTrust] = useState('');
  const [packed, setPacked] = useState('');
  const [state, dispatch] = useReducer(importReducer, noFile);

  const ask = async (
    chosen: Chosen,
    of: { readonly file: ChosenFile; readonly corrections: readonly KeptCorrection[]; readonly trust: string },
    apply: boolean,
  ): Promise<void> => {
    if (chosen === calendar) return;
    dispatch({ type: apply ? 'apply' : 'look' });
    const answer = await askForImport(server, { ...of, what: chosen, file: of.file.content, apply });
    dispatch(answer.ok ? { type: 'answered', outcome: answer.value } : { type: 'refused', problem: answer.problem });
  };
  const take = async (file: ChosenFile): Promise<void> => {
    dispatch({ type: 'chose', file });
    setPacked(await packFile(file));
  };
  const restore = async (kept: Kept): Promise<void> => {
    // Whoever has chosen something before the draft was found goes on with that.
    if (!same(value, fresh)) return;
    const chosen = choices.find((one) => one === kept.what) ?? 'academies';
    setWhat(chosen);
    setTrust(kept.trust);
    const corrections = [...kept.corrections];
    dispatch({ type: 'restored', corrections, of: kept.file });
    if (kept.file === '') return;
    const file = await fileOfDraft(kept.file, kept.packed);
    if (!file.ok) return dispatch({ type: 'could not read', problem: file.problem });
    await take(file.value);
    await ask(chosen, { file: file.value, corrections, trust: kept.trust }, false);
  };

  const isEmpty = state.step === 'done';
  const value: Kept = isEmpty
    ? fresh
    : { what, trust, file: state.file?.name ?? state.expects ?? '', packed, corrections: [...state.corrections] };
  const kept = useKeptText({ about: 'import', value, fresh, schema, restore: (found) => void restore(found) });
  useForgetWhenEmpty(kept, same(value, fresh));

  const startAgain = (): void => {
    dispatch({ type: 'start again' });
    setPacked('');
  };
  return {
    what,
    trust,
    setTrust,
    state,
    dispatch,
    kept,
    startAgain,
    choose(next: Chosen): void {
      setWhat(next);
      startAgain();
    },
    async pick(file: File): Promise<void> {
      const read = await readPickedFile(file);
      if (read.ok) await take(read.value);
      else dispatch({ type: 'could not read', problem: read.problem });
    },
    async send(apply: boolean): Promise<void> {
      const { file, corrections } = state;
      if (file !== undefined) await ask(what, { file, corrections, trust }, apply);
    },
  };
}
