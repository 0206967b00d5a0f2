import type { RepresentedAs } from '../../../shared/records/attendance';
import type { InputOf, OutputOf, requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';

export type Register = OutputOf<typeof requests.meetingRegister>;
export type RegisterRow = Register['rows'][number];
type SentRow = InputOf<typeof requests.keepRegister>['rows'][number];

/** What somebody says of an academy; nothing where they take it back. */
export type Wanted = Pick<SentRow, 'represented' | 'by' | 'because'>;
export type Batch = ReadonlyMap<string, Wanted>;

/**
 * The register as it is tapped. What is on its way is sent again as it was until an answer comes, so that a lost answer
 * changes nothing; what is tapped meanwhile waits for its turn.
 */
export interface RegisterState {
  readonly rows: readonly RegisterRow[];
  readonly waiting: Batch;
  readonly sent: readonly SentRow[];
  readonly undo: readonly Batch[];
  /** The last attempt had no answer. */
  readonly lost: boolean;
  readonly problem?: Problem;
  /** Names of academies of which somebody else said something meanwhile. */
  readonly clashes: readonly string[];
}

/** What became of one call: an answer to a call that was repeated meanwhile is of no use any more. */
type Answered = { readonly of: readonly SentRow[] } & (
  | { readonly type: 'kept'; readonly register: Register; readonly clashes: readonly string[] }
  | { readonly type: 'lost' }
  | { readonly type: 'refused'; readonly problem: Problem }
);

export type RegisterEvent =
  | { readonly type: 'said'; readonly changes: Batch }
  | { readonly type: 'undone' }
  | { readonly type: 'sending' }
  | Answered
  | { readonly type: 'academy added'; readonly academy: string; readonly name: string };

export function startOf(register: Register): RegisterState {
  return { rows: register.rows, waiting: new Map(), sent: [], undo: [], lost: false, clashes: [] };
}

export function reduceRegister(state: RegisterState, event: RegisterEvent): RegisterState {
  if ('of' in event && event.of !== state.sent) return state;
  switch (event.type) {
    case 'said': {
      const before = new Map([...event.changes.keys()].map((urn) => [urn, saidNow(state, urn)]));
      return { ...withWaiting(state, event.changes), undo: [...state.undo, before] };
    }
    case 'undone': {
      const last = state.undo.at(-1);
      return last === undefined ? state : { ...withWaiting(state, last), undo: state.undo.slice(0, -1) };
    }
    case 'sending':
      return state.sent.length > 0 ? state : { ...state, sent: toSend(state), waiting: new Map() };
    case 'kept': {
      const { problem: _gone, ...rest } = state;
      const nameOf = new Map(event.register.rows.map(({ academy, name }) => [academy, name]));
      const clashes = event.clashes.map((urn) => nameOf.get(urn) ?? urn);
      return { ...rest, rows: withAdded(event.register.rows, state), sent: [], lost: false, clashes };
    }
    case 'lost':
      return { ...state, lost: true };
    case 'refused':
      return { ...state, sent: [], lost: false, problem: event.problem };
    case 'academy added': {
      const { academy, name } = event;
      if (state.rows.some((row) => row.academy === academy)) return state;
      const may = { say: true, nameSubstitute: false };
      return { ...state, rows: [...state.rows, { academy, name, invited: [], may }] };
    }
  }
}

function withWaiting(state: RegisterState, changes: Batch): RegisterState {
  return { ...state, waiting: new Map([...state.waiting, ...changes]), clashes: [] };
}

/** An academy that was added here and of which nothing is kept yet stays in sight. */
function withAdded(rows: readonly RegisterRow[], { rows: before }: RegisterState): readonly RegisterRow[] {
  const known = new Set(rows.map(({ academy }) => academy));
  return [...rows, ...before.filter(({ academy, invited }) => invited.length === 0 && !known.has(academy))];
}

function toSend({ rows, waiting }: RegisterState): readonly SentRow[] {
  const versions = new Map(rows.map(({ academy, said }) => [academy, said?.version]));
  return [...waiting].map(([academy, wanted]) => {
    const version = versions.get(academy);
    return { academy, ...(version === undefined ? {} : { version }), ...wanted };
  });
}

/** What stands on the screen for an academy: what was tapped last, else what is kept. */
export function saidNow({ rows, waiting, sent }: RegisterState, urn: string): Wanted {
  const tapped = waiting.get(urn) ?? sent.find(({ academy }) => academy === urn);
  const { represented, by, because } = tapped ?? rows.find(({ academy }) => academy === urn)?.said ?? {};
  return {
    ...(represented === undefined ? {} : { represented }),
    ...(by === undefined ? {} : { by }),
    ...(because === undefined ? {} : { because }),
  };
}

/** What one tap says: with whom it is likely to be. */
export function tapped({ suggested, invited }: RegisterRow, represented: RepresentedAs): Wanted {
  if (represented === 'no') return { represented };
  const inPlace = represented === 'by a deputy';
  const likely = suggested?.represented === represented ? suggested.by : undefined;
  const by = likely ?? invited.find(({ part }) => (part === 'member') !== inPlace)?.who;
  return by === undefined ? { represented } : { represented, by };
}

/** Every academy of which nothing was said, as it has answered. */
export function asAnswered(state: RegisterState): Batch {
  const open = state.rows.flatMap((row) => {
    const untold = saidNow(state, row.academy).represented === undefined;
    return untold && row.may.say && row.suggested !== undefined ? [{ row, to: row.suggested.represented }] : [];
  });
  return new Map(open.map(({ row, to }) => [row.academy, tapped(row, to)]));
}
