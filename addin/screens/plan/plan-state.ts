import type { CompactBusy } from '../../../shared/meetings/compact-busy';
import { idOf } from '../../../shared/meetings/locked';
import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import type { Problem } from '../../../shared/result';
import type { Moves } from './plan-orders';

export interface Question {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  /** Keys of the networks to plan. */
  readonly networks: readonly string[];
  /** Published meetings may move too, as few as can be. */
  readonly replan: boolean;
}

export interface Found {
  readonly question: Question;
  /** Without its busy times: they are in `busy`, in few bytes. */
  readonly problem: MeetingProblem;
  readonly busy: CompactBusy;
  /** Addresses whose calendars could not be read: planned as if free. */
  readonly withoutMailbox: readonly string[];
}

/** A meeting that is being moved by hand. */
export interface Moving {
  readonly id: string;
  /** Undefined while they are looked for. */
  readonly moves?: Moves | undefined;
  /** A date that was typed, as it would be. */
  readonly typed?: Moves[number] | undefined;
}

interface OnTheTable extends Found {
  readonly plan: MeetingPlan;
  /** Meetings that stay where they are, by their id. */
  readonly locked: ReadonlySet<string>;
  /** What was written of the agreement with staff; it stays where the plan is refused. */
  readonly agreement?: string | undefined;
}

/** From a question to meetings kept as drafts. Nothing on this way sends anything. */
export type PlanState =
  | { readonly step: 'ask'; readonly refused?: Problem | undefined }
  | { readonly step: 'fetching'; readonly question: Question }
  | ({ readonly step: 'planning' } & Found)
  /** Something stands in the way, and is said before anything is planned. */
  | ({ readonly step: 'concerned'; readonly concerns: readonly string[] } & Found)
  | ({
      readonly step: 'look';
      /** How far the search is; undefined when it rests. */
      readonly share?: number | undefined;
      readonly moving?: Moving | undefined;
      readonly refused?: Problem | undefined;
    } & OnTheTable)
  | ({ readonly step: 'saving' } & OnTheTable)
  | ({ readonly step: 'saved'; readonly meetings: number; readonly moved: number } & OnTheTable);

export type Look = Extract<PlanState, { step: 'look' }>;

export type PlanEvent =
  | { readonly type: 'ask'; readonly question: Question }
  | ({ readonly type: 'fetched' } & Omit<Found, 'question'>)
  | { readonly type: 'concerned'; readonly concerns: readonly string[] }
  | { readonly type: 'all the same' }
  | { readonly type: 'search' }
  | { readonly type: 'better'; readonly plan: MeetingPlan; readonly share: number }
  | { readonly type: 'looking'; readonly share: number }
  | { readonly type: 'done'; readonly plan: MeetingPlan }
  | { readonly type: 'stop' }
  | { readonly type: 'lock'; readonly id: string; readonly locked: boolean }
  | { readonly type: 'move'; readonly id: string | undefined }
  | { readonly type: 'moves found'; readonly id: string; readonly moves: Moves }
  | { readonly type: 'typed found'; readonly id: string; readonly move: Moves[number] }
  | { readonly type: 'moved'; readonly id: string; readonly to: Moves[number] }
  | { readonly type: 'save'; readonly agreement?: string | undefined }
  | { readonly type: 'saved'; readonly meetings: number; readonly moved: number }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'go back' };

export const nothingAsked: PlanState = { step: 'ask' };

export function planReducer(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'ask':
      return { step: 'fetching', question: event.question };
    case 'fetched': {
      const { problem, busy, withoutMailbox } = event;
      return state.step === 'fetching'
        ? { step: 'planning', question: state.question, problem, busy, withoutMailbox }
        : state;
    }
    case 'concerned':
      return state.step === 'planning' ? { ...state, step: 'concerned', concerns: event.concerns } : state;
    case 'all the same':
      return state.step === 'concerned' ? { ...foundIn(state), step: 'planning' } : state;
    case 'better':
    case 'done':
      return planned(state, event.plan, event.type === 'better' ? event.share : undefined);
    case 'saved':
      return state.step === 'saving'
        ? { ...state, step: 'saved', meetings: event.meetings, moved: event.moved }
        : state;
    case 'refused':
      return refused(state, event.problem);
    case 'go back':
      return nothingAsked;
    default:
      return state.step === 'look' ? looking(state, event) : state;
  }
}

type OverAPlan = Exclude<
  PlanEvent,
  {
    readonly type:
      | 'ask'
      | 'fetched'
      | 'concerned'
      | 'all the same'
      | 'better'
      | 'done'
      | 'saved'
      | 'refused'
      | 'go back';
  }
>;

/** What is done to a plan in sight. */
function looking(state: Look, event: OverAPlan): PlanState {
  switch (event.type) {
    case 'search':
      return { ...state, share: 0, moving: undefined, refused: undefined };
    case 'looking':
      return { ...state, share: event.share };
    case 'stop':
      return { ...state, share: undefined };
    case 'lock':
      return { ...state, locked: withOne(state.locked, event.id, event.locked) };
    case 'move':
      return { ...state, moving: event.id === undefined ? undefined : { id: event.id } };
    case 'moves found':
      return ofMoving(state, event.id, { moves: event.moves });
    case 'typed found':
      return ofMoving(state, event.id, { typed: event.move });
    case 'moved':
      return moved(state, event.id, event.to);
    case 'save': {
      const { plan, locked } = state;
      return { ...foundIn(state), step: 'saving', plan, locked, agreement: event.agreement };
    }
  }
}

function foundIn({ question, problem, busy, withoutMailbox }: Found): Found {
  return { question, problem, busy, withoutMailbox };
}

function planned(state: PlanState, plan: MeetingPlan, share: number | undefined): PlanState {
  if (state.step === 'planning') return { ...state, step: 'look', plan, share, locked: new Set() };
  return state.step === 'look' ? { ...state, plan, share } : state;
}

function ofMoving(state: Look, id: string, more: Partial<Moving>): PlanState {
  return state.moving?.id === id ? { ...state, moving: { ...state.moving, ...more } } : state;
}

function withOne(all: ReadonlySet<string>, id: string, there: boolean): ReadonlySet<string> {
  return new Set(there ? [...all, id] : [...all].filter((one) => one !== id));
}

/** A meeting at another time stays there when the rest is planned again: somebody wanted it so. */
function moved(state: Look, id: string, to: Moves[number]): PlanState {
  const before = state.plan.meetings.find((one) => idOf(one) === id);
  if (before === undefined) return state;
  const { touches: _rules, changes: _price, ...when } = to;
  const { date, from, until } = before;
  const here = { ...before, ...when, moved: before.moved ?? { date, from, until } };
  // What another slot costs was said while everything else stayed.
  const meetings = state.plan.meetings
    .map((one) => (one === before ? here : one))
    .map(({ next: _next, ...one }) => one);
  const represented = state.plan.represented + here.present.length - before.present.length;
  return {
    ...state,
    plan: {
      ...state.plan,
      meetings: meetings.sort((one, other) => (`${one.date}${one.from}` < `${other.date}${other.from}` ? -1 : 1)),
      represented,
      bound: Math.max(state.plan.bound, represented),
    },
    locked: withOne(withOne(state.locked, id, false), idOf(here), true),
    moving: undefined,
  };
}

function refused(state: PlanState, problem: Problem): PlanState {
  if (state.step === 'saving') return { ...state, step: 'look', refused: problem };
  if (state.step === 'fetching' || state.step === 'planning') return { step: 'ask', refused: problem };
  return state;
}
