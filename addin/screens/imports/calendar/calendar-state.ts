import * as z from 'zod/mini';
import {
  type CalendarAnswers,
  type CalendarEntry,
  type CalendarQuestion,
  kindsOfEntry,
} from '../../../../shared/imports/calendar/entry';
import type { OutputOf, requests } from '../../../../shared/requests';
import type { Problem } from '../../../../shared/result';
import type { ChosenFile } from '../import-state';

export type CalendarOutcome = OutputOf<typeof requests.importCalendar>;
type ReadCalendar = OutputOf<typeof requests.readCalendar>;

/** What somebody made of an entry; its key is its place among the lines of the file. */
export const keptEntry = z.object({
  key: z.string(),
  from: z.string(),
  until: z.string(),
  what: z.optional(z.enum(kindsOfEntry)),
});
export type KeptEntry = z.infer<typeof keptEntry>;

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
  /** Entries that are not as they were read. */
  readonly corrections: readonly KeptEntry[];
  /** The file that was corrected, while it is not here again. */
  readonly expects?: string;
  readonly refused: ReadCalendar['refused'];
  readonly remove: boolean;
  /** What the entries come to, or came to before they were changed. */
  readonly outcome?: CalendarOutcome;
  readonly isChecked: boolean;
}

export type CalendarEvent =
  | { readonly type: 'set'; readonly with: Partial<Pick<CalendarState, 'scope' | 'year' | 'file'>> }
  | {
      readonly type: 'restored';
      readonly with: Pick<CalendarState, 'scope' | 'year' | 'answers' | 'corrections' | 'remove'>;
      readonly of: string;
    }
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
    corrections: [],
    refused: [],
    remove: false,
    isChecked: false,
  };
}

export function calendarReducer(state: CalendarState, event: CalendarEvent): CalendarState {
  const { busy: _busy, problem: _problem, ...still } = state;
  switch (event.type) {
    case 'set':
      return { ...still, ...event.with, ...afterChoosing(state, event.with) };
    case 'restored':
      return { ...still, ...event.with, ...(event.of === '' ? {} : { expects: event.of }) };
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
        corrections: [
          ...state.corrections.filter(({ key }) => key !== String(event.at)),
          keptOf(event.at, event.entry),
        ],
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

/** What was answered and corrected belongs to one file and one year. */
function afterChoosing(
  { year, file, expects, answers, corrections }: CalendarState,
  chosen: Partial<Pick<CalendarState, 'scope' | 'year' | 'file'>>,
): Pick<CalendarState, 'answers' | 'corrections'> {
  const { year: nextYear = year, file: next = file } = chosen;
  const isSame = nextYear === year && (next?.name ?? expects) === (expects ?? file?.name);
  return isSame ? { answers, corrections } : { answers: {}, corrections: [] };
}

function keptOf(at: number, { from, until, what }: CalendarEntry): KeptEntry {
  return { key: String(at), from, until, ...(what === undefined ? {} : { what }) };
}

/** The lines as they were corrected before. */
export function correctedEntries(
  entries: readonly CalendarEntry[],
  corrections: readonly KeptEntry[],
): readonly CalendarEntry[] {
  return entries.map((entry, at) => {
    const own = corrections.find(({ key }) => key === String(at));
    if (own === undefined) return entry;
    const { what: _what, ...rest } = entry;
    return { ...rest, from: own.from, until: own.until, ...(own.what === undefined ? {} : { what: own.what }) };
  });
}

function afterReading(state: CalendarState, { entries, refused, questions }: ReadCalendar): CalendarState {
  const { outcome: _outcome, ...rest } = state;
  const corrected = correctedEntries(entries, state.corrections);
  return {
    ...rest,
    isChecked: false,
    entries: corrected,
    refused,
    questions,
    step: questions.length > 0 ? 'asked' : 'correct',
  };
}

/** How many lines somebody still has to say something about. */
export function undecidedIn(entries: readonly CalendarEntry[]): number {
  return entries.filter(({ what }) => what === undefined).length;
}
