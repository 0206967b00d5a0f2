import type { Problem } from '../../../shared/result';
import type { CurvePoint, TriadExplanation, TriadPlan, WithoutRule } from '../../../shared/triads/plan-schema';
import { firstRound, type TriadProblem, type TriadRound } from '../../../shared/triads/problem';
import { isLocked, type Lock, type Move, sameMembers, type Wanted } from './moves';

/** A plan on the table: what was wished for, who is with whom, and how good it can be. */
export interface Draft {
  readonly problem: TriadProblem;
  readonly rounds: readonly TriadRound[];
  /** No plan by the same wishes costs less. */
  readonly bound: number;
  /** Absent for the very first plan, which is shown before anything is reckoned. */
  readonly explanation?: TriadExplanation;
  readonly byHand: boolean;
}

export type Proof =
  | { readonly is: 'not asked' }
  | { readonly is: 'running'; readonly round: number }
  | {
      readonly is: 'answered';
      readonly round: number;
      /** After the rounds before it, no triads of this round cost less. */
      readonly bound: number;
      readonly better?: TriadRound;
    };

export interface TriadsState {
  /** The wishes as they stand; the plan may have been made by earlier ones. */
  readonly wishes: TriadProblem;
  readonly locked: readonly Lock[];
  /** How far the search is, 0 to 1. */
  readonly searching?: number | undefined;
  readonly draft?: Draft | undefined;
  /** Drafts before changes by hand, the last one last. */
  readonly undo: readonly Draft[];
  readonly kept?: Draft | undefined;
  readonly round: number;
  readonly wanted?: Partial<Wanted> | undefined;
  readonly proof: Proof;
  readonly tradeOffs:
    | { readonly is: 'not asked' | 'running' }
    | { readonly is: 'found'; readonly curve: readonly CurvePoint[]; readonly without: readonly WithoutRule[] };
  readonly refused?: Problem | undefined;
}

export type TriadsEvent =
  | { readonly type: 'wish'; readonly wishes: TriadProblem }
  | { readonly type: 'search' | 'stop' }
  | {
      readonly type: 'better' | 'done';
      readonly plan: TriadPlan;
      readonly share: number;
      readonly problem: TriadProblem;
    }
  | { readonly type: 'first'; readonly rounds: readonly TriadRound[]; readonly problem: TriadProblem }
  | { readonly type: 'looking'; readonly share: number }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'show'; readonly round: number }
  | { readonly type: 'want'; readonly wanted: Partial<Wanted> | undefined }
  | { readonly type: 'lock'; readonly round: number; readonly triad: readonly string[] }
  | DraftEvent;

/** What needs a plan on the table. */
type DraftEvent =
  | { readonly type: 'undo' | 'keep' | 'exchange' | 'drop kept' | 'take better' | 'weigh trade-offs' }
  | { readonly type: 'prove'; readonly round: number }
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'proved'; readonly bound: number; readonly better?: TriadRound }
  | {
      readonly type: 'trade-offs found';
      readonly curve: readonly CurvePoint[];
      readonly without: readonly WithoutRule[];
    };

export function atFirst(wishes: TriadProblem): TriadsState {
  return {
    wishes,
    locked: [],
    undo: [],
    round: firstRound(wishes),
    proof: { is: 'not asked' },
    tradeOffs: { is: 'not asked' },
  };
}

export function triadsReducer(state: TriadsState, event: TriadsEvent): TriadsState {
  switch (event.type) {
    case 'wish':
      return { ...state, wishes: event.wishes, tradeOffs: { is: 'not asked' }, refused: undefined };
    case 'search':
      return { ...state, searching: 0, refused: undefined, wanted: undefined, proof: { is: 'not asked' } };
    case 'stop':
      return { ...state, searching: undefined, proof: settled(state.proof), tradeOffs: stilled(state.tradeOffs) };
    case 'first':
      if (state.searching === undefined) return state;
      return onTable(state, { problem: event.problem, rounds: event.rounds, bound: 0, byHand: false });
    case 'better':
      return state.searching === undefined ? state : { ...found(state, event), searching: event.share };
    case 'looking':
      return state.searching === undefined ? state : { ...state, searching: event.share };
    case 'done':
      return state.searching === undefined ? state : { ...found(state, event), searching: undefined };
    case 'refused':
      return {
        ...state,
        searching: undefined,
        proof: settled(state.proof),
        tradeOffs: stilled(state.tradeOffs),
        refused: event.problem,
      };
    case 'show':
      return { ...state, round: event.round, wanted: undefined };
    case 'want':
      return { ...state, wanted: event.wanted };
    case 'lock':
      return { ...state, locked: toggled(state.locked, event) };
    default:
      return withDraft(state, event);
  }
}

function withDraft(state: TriadsState, event: DraftEvent): TriadsState {
  const { draft } = state;
  if (draft === undefined) return state;
  switch (event.type) {
    case 'move':
      return {
        ...state,
        ...changed(state, draft, event.move.rounds),
        wanted: undefined,
      };
    case 'undo':
      return {
        ...state,
        draft: state.undo.at(-1) ?? draft,
        undo: state.undo.slice(0, -1),
        wanted: undefined,
        proof: { is: 'not asked' },
      };
    case 'keep':
      return { ...state, kept: draft };
    case 'exchange':
      return exchanged(state, draft);
    case 'drop kept':
      return { ...state, kept: undefined };
    case 'prove':
      return {
        ...state,
        proof: { is: 'running', round: event.round },
        tradeOffs: stilled(state.tradeOffs),
        refused: undefined,
      };
    case 'proved':
      return proved(state, draft, event);
    case 'take better':
      return betterTaken(state, draft);
    case 'weigh trade-offs':
      return { ...state, tradeOffs: { is: 'running' }, proof: settled(state.proof), refused: undefined };
    case 'trade-offs found':
      return state.tradeOffs.is === 'running'
        ? { ...state, tradeOffs: { is: 'found', curve: event.curve, without: event.without } }
        : state;
  }
}

function changed(state: TriadsState, draft: Draft, rounds: readonly TriadRound[]) {
  return {
    draft: { ...draft, rounds, byHand: true },
    undo: [...state.undo, draft],
    proof: { is: 'not asked' },
  } as const;
}

/** What holds for one round holds for the whole where there is only one. */
function proved(state: TriadsState, draft: Draft, event: Extract<DraftEvent, { type: 'proved' }>): TriadsState {
  if (state.proof.is !== 'running') return state;
  const { bound, better } = event;
  return {
    ...state,
    draft: draft.rounds.length === 1 ? { ...draft, bound: Math.max(draft.bound, bound) } : draft,
    proof: { is: 'answered', round: state.proof.round, bound, ...(better === undefined ? {} : { better }) },
  };
}

/** The solver found a better round than the search: it takes the place of the one on the table. */
function betterTaken(state: TriadsState, draft: Draft): TriadsState {
  const { proof } = state;
  if (proof.is !== 'answered' || proof.better === undefined) return state;
  const { better, ...rest } = proof;
  const rounds = draft.rounds.map((one) => (one.round === better.round ? better : one));
  return { ...state, ...changed(state, draft, rounds), proof: rest };
}

function found(state: TriadsState, { plan, problem }: { readonly plan: TriadPlan; readonly problem: TriadProblem }) {
  const rounds = plan.rounds.map(({ round, triads }) => ({
    round,
    triads: triads.map(({ academies }) => [...academies]),
  }));
  const { explanation, total } = plan;
  return onTable(state, { problem, rounds, bound: total.bound, explanation, byHand: false });
}

function onTable(state: TriadsState, draft: Draft): TriadsState {
  const { rounds } = draft;
  const shown = rounds.some(({ round }) => round === state.round) ? state.round : (rounds[0]?.round ?? state.round);
  return { ...state, draft, undo: [], round: shown };
}

/** The plan that was kept comes on the table, and the other one is kept. */
function exchanged(state: TriadsState, draft: Draft): TriadsState {
  if (state.kept === undefined) return state;
  const { kept } = state;
  return {
    ...state,
    draft: kept,
    kept: draft,
    wishes: kept.problem,
    undo: [],
    wanted: undefined,
    proof: { is: 'not asked' },
  };
}

function toggled(
  locked: readonly Lock[],
  { round, triad }: { readonly round: number; readonly triad: readonly string[] },
) {
  return isLocked(locked, round, triad)
    ? locked.filter((lock) => lock.round !== round || !sameMembers(lock.academies, triad))
    : [...locked, { round, academies: [...triad] }];
}

function settled(proof: Proof): Proof {
  return proof.is === 'running' ? { is: 'not asked' } : proof;
}

function stilled(tradeOffs: TriadsState['tradeOffs']): TriadsState['tradeOffs'] {
  return tradeOffs.is === 'running' ? { is: 'not asked' } : tradeOffs;
}

/** The wishes together with what is locked, as the planner wants them. */
export function toPlan({ wishes, locked }: Pick<TriadsState, 'wishes' | 'locked'>): TriadProblem {
  const last = firstRound(wishes) + wishes.rounds;
  const standing = locked.filter(({ round }) => round < last);
  return standing.length === 0 ? wishes : { ...wishes, locked: [...standing] };
}

/** Whether the wishes were changed since the plan was made. */
export function isStale({ wishes, draft }: TriadsState): boolean {
  if (draft === undefined) return false;
  const { locked: _locked, ...planned } = draft.problem;
  return JSON.stringify(planned) !== JSON.stringify(wishes);
}
