import { useReducer, useState } from 'react';
import * as z from 'zod/mini';
import { requests } from '../../../../shared/requests';
import { same } from '../../../../shared/same';
import { schoolYearOf } from '../../../../shared/time/school-year';
import { useKeptText } from '../../../draft/use-kept-text';
import { usePanel } from '../../../panel-context';
import { today } from '../../today';
import { readPickedFile } from '../import-files';
import type { ChosenFile } from '../import-state';
import { fileOfDraft, packFile } from '../packed-file';
import { useForgetWhenEmpty } from '../use-forget';
import { type CalendarState, calendarReducer, correctedEntries, keptEntry, noCalendar } from './calendar-state';

const schema = z.object({
  scope: z.string(),
  year: z.string(),
  file: z.string(),
  packed: z.string(),
  answers: z.record(z.string(), z.string()),
  corrections: z.array(keptEntry),
  remove: z.boolean(),
});
type Kept = z.infer<typeof schema>;
type Checked = Pick<CalendarState, 'year' | 'scope' | 'entries' | 'remove'>;
type Read = Pick<CalendarState, 'year' | 'scope' | 'answers' | 'corrections' | 'remove'>;

/** Reading, correcting, checking and keeping a calendar; left half done, it is found again. */
export function useCalendar() {
  const { server } = usePanel();
  const [start] = useState(() => noCalendar(schoolYearOf(today())));
  const [state, dispatch] = useReducer(calendarReducer, start);
  const [packed, setPacked] = useState('');

  const check = async ({ year, scope, entries, remove }: Checked, apply: boolean): Promise<void> => {
    dispatch({ type: 'began', busy: apply ? 'keeping' : 'checking' });
    const looked = await server.call(requests.importCalendar, { year, scope, entries: [...entries], remove, apply });
    dispatch(looked.ok ? { type: 'checked', outcome: looked.value } : { type: 'refused', problem: looked.problem });
  };
  const read = async (file: ChosenFile, given: Read): Promise<void> => {
    dispatch({ type: 'began', busy: 'reading' });
    const { year, answers } = given;
    const found = await server.call(requests.readCalendar, { file: file.content, year, answers });
    if (!found.ok) return dispatch({ type: 'refused', problem: found.problem });
    dispatch({ type: 'read', found: found.value });
    const entries = correctedEntries(found.value.entries, given.corrections);
    if (found.value.questions.length === 0) await check({ ...given, entries }, false);
  };
  const take = async (file: ChosenFile): Promise<void> => {
    dispatch({ type: 'set', with: { file } });
    setPacked(await packFile(file));
  };
  const restore = async ({ file: name, packed: kept, ...rest }: Kept): Promise<void> => {
    // Whoever has chosen something before the draft was found goes on with that.
    if (!same(value, fresh)) return;
    dispatch({ type: 'restored', with: rest, of: name });
    if (name === '') return;
    const file = await fileOfDraft(name, kept);
    if (!file.ok) return dispatch({ type: 'refused', problem: file.problem });
    await take(file.value);
    await read(file.value, rest);
  };

  const keptOf = ({ scope, year, file, expects, answers, corrections, remove }: CalendarState, text: string): Kept => ({
    ...{ scope, year, packed: text, remove },
    file: file?.name ?? expects ?? '',
    answers: { ...answers },
    corrections: [...corrections],
  });
  const fresh = keptOf(start, '');
  const value = state.step === 'done' ? fresh : keptOf(state, packed);
  const kept = useKeptText({
    ...{ about: 'import/calendar', value, fresh, schema },
    restore: (found) => void restore(found),
  });
  useForgetWhenEmpty(kept, same(value, fresh));

  return {
    state,
    dispatch,
    kept,
    read: async (): Promise<void> => {
      if (state.file !== undefined) await read(state.file, state);
    },
    async choose(file: File): Promise<void> {
      const picked = await readPickedFile(file);
      if (picked.ok) await take(picked.value);
      else dispatch({ type: 'refused', problem: picked.problem });
    },
    startAgain(): void {
      dispatch({ type: 'start again' });
      setPacked('');
    },
    remove(ticked: boolean): void {
      dispatch({ type: 'remove', remove: ticked });
      void check({ ...state, remove: ticked }, false);
    },
    check: (apply: boolean) => check(state, apply),
  };
}
