import { useReducer } from 'react';
import { requests } from '../../../../shared/requests';
import { schoolYearOf } from '../../../../shared/time/school-year';
import { usePanel } from '../../../panel-context';
import { today } from '../../today';
import { readPickedFile } from '../import-files';
import { type CalendarState, calendarReducer, noCalendar } from './calendar-state';

/** Reading, checking and keeping a calendar. */
export function useCalendar() {
  const { server } = usePanel();
  const [state, dispatch] = useReducer(calendarReducer, noCalendar(schoolYearOf(today())));

  const check = async (
    { year, scope, entries, remove }: Pick<CalendarState, 'year' | 'scope' | 'entries' | 'remove'>,
    apply: boolean,
  ): Promise<void> => {
    dispatch({ type: 'began', busy: apply ? 'keeping' : 'checking' });
    const looked = await server.call(requests.importCalendar, { year, scope, entries: [...entries], remove, apply });
    dispatch(looked.ok ? { type: 'checked', outcome: looked.value } : { type: 'refused', problem: looked.problem });
  };
  const read = async (): Promise<void> => {
    if (state.file === undefined) return;
    dispatch({ type: 'began', busy: 'reading' });
    const { year, answers } = state;
    const found = await server.call(requests.readCalendar, { file: state.file.content, year, answers });
    if (!found.ok) return dispatch({ type: 'refused', problem: found.problem });
    dispatch({ type: 'read', found: found.value });
    if (found.value.questions.length === 0) await check({ ...state, entries: found.value.entries }, false);
  };
  const choose = async (file: File): Promise<void> => {
    const picked = await readPickedFile(file);
    dispatch(picked.ok ? { type: 'set', with: { file: picked.value } } : { type: 'refused', problem: picked.problem });
  };
  const remove = (ticked: boolean): void => {
    dispatch({ type: 'remove', remove: ticked });
    void check({ ...state, remove: ticked }, false);
  };
  return { state, dispatch, choose, read, remove, check: (apply: boolean) => check(state, apply) };
}
