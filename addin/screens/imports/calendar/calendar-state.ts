import type { CalendarAnswers, CalendarEntry, CalendarQuestion } from '../../../../shared/imports/calendar/entry';
import type { OutputOf, requests } from '../../../../shared/requests';
import type { Problem } from '../../../../shared/result';
import type { ChosenFile } from '../import-state';

export type CalendarOutcome = OutputOf<typeof requests.importCalendar>;
type ReadCalendar = OutputOf<typeof requests.readCalendar>;

/** Where a calendar stands between its file and the lists. Nothing that was corrected is lost by a refusal. */
export interface CalendarState {
  readonly step: 'choose' | 'asked' | 'correct' | 'done';
  readonly busy?: 'reading' | 'checking' | 'keeping';
  readonly problem?: Problem;
  readonly scope: string;
  readonly year: string;
  readonly file?: ChosenFile;
  readonly questions: readonly CalendarQuestion[];
  readonly answers: CalendarAnswers;
  readonly entries: readonly CalendarEntry[];
  readonly refused: ReadCalendar['refused'];
  readonly remove: boolean;
  /** What the entries come to, or came to before they were changed. */
  readonly outcome?: CalendarOutcome;
  readonly isChecked: boolean;
}

export type CalendarEvent =
  | { readonly type: 'set'; readonly with: Partial<Pick<CalendarState, 'scope' | 'year' | 'file'>> }
  | { readonly type: 'answer'; readonly about: string; readonly key: string }
  | { readonly type: 'began'; readonly busy: NonNullable<CalendarState['busy']> }
  | { readonly type: 'read'; readonly found: ReadCalendar }
  | { readonly type: 'correct'; readonly at: number; readonly entry: CalendarEntry }
  | { readonly type: 'remove'; readonly remove: boolean }
  | { readonly type: 'checked'; readonly outcome: CalendarOutcome }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'start again' };

export function noCalendar(year: string): CalendarState {
  return {
    step: 'choose',
    scope: '',
    year,
    questions: [],
    answers: {},
    entries: [],
    refused: [],
    remove: false,
    isChecked: false,
  };
}

export function calendarReducer(state: CalendarState, event: CalendarEvent): CalendarState {
  const { busy: _busy, problem: _problem, ...still } = state;
  switch (event.type) {
    case 'set':
      return { ...still, ...event.with, answers: {} };
    case 'answer':
      return { ...still, answers: { ...state.answers, [event.about]: event.key } };
    case 'began':
      return { ...still, busy: event.busy };
    case 'read':
      return afterReading(still, event.found);
    case 'correct':
      return {
        ...still,
        isChecked: false,
        entries: state.entries.map((one, at) => (at === event.at ? event.entry : one)),
      };
    case 'remove':
      return { ...still, isChecked: false, remove: event.remove };
    case 'checked':
      return { ...still, step: event.outcome.applied ? 'done' : 'correct', outcome: event.outcome, isChecked: true };
    case 'refused':
      return { ...still, problem: event.problem };
    case 'start again':
      return { ...noCalendar(state.year), scope: state.scope };
  }
}

function afterReading(state: CalendarState, { entries, refused, questions }: ReadCalendar): CalendarState {
  const { outcome: _outcome, ...rest } = state;
  return { ...rest, isChecked: false, entries, refused, questions, step: questions.length > 0 ? 'asked' : 'correct' };
}

/** How many lines somebody still has to say something about. */
export function undecidedIn(entries: readonly CalendarEntry[]): number {
  return entries.filter(({ what }) => what === undefined).length;
}
