import type { MeetingPlan } from '../../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../../shared/meetings/problem';
import type { Problem } from '../../../shared/result';

export interface Question {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  /** Keys of the networks to plan. */
  readonly networks: readonly string[];
}

interface Found {
  readonly question: Question;
  readonly problem: MeetingProblem;
  /** Addresses whose calendars could not be read: planned as if free. */
  readonly withoutMailbox: readonly string[];
}

interface Planned extends Found {
  readonly plan: MeetingPlan;
}

/** From a question to meetings kept as drafts. Nothing on this way sends anything. */
export type PlanState =
  | { readonly step: 'ask'; readonly refused?: Problem }
  | { readonly step: 'fetching'; readonly question: Question }
  | ({ readonly step: 'planning' } & Found)
  | ({ readonly step: 'look'; readonly refused?: Problem } & Planned)
  | ({ readonly step: 'saving' } & Planned)
  | ({ readonly step: 'saved'; readonly meetings: number } & Planned);

export type PlanEvent =
  | { readonly type: 'ask'; readonly question: Question }
  | { readonly type: 'fetched'; readonly problem: MeetingProblem; readonly withoutMailbox: readonly string[] }
  | { readonly type: 'planned'; readonly plan: MeetingPlan }
  | { readonly type: 'save' }
  | { readonly type: 'saved'; readonly meetings: number }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'go back' };

export const nothingAsked: PlanState = { step: 'ask' };

export function planReducer(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'ask':
      return { step: 'fetching', question: event.question };
    case 'fetched':
      return state.step === 'fetching'
        ? { step: 'planning', question: state.question, problem: event.problem, withoutMailbox: event.withoutMailbox }
        : state;
    case 'planned':
      return state.step === 'planning' ? { ...state, step: 'look', plan: event.plan } : state;
    case 'save':
      return state.step === 'look' ? { ...planned(state), step: 'saving' } : state;
    case 'saved':
      return state.step === 'saving' ? { ...state, step: 'saved', meetings: event.meetings } : state;
    case 'refused':
      return refused(state, event.problem);
    case 'go back':
      return nothingAsked;
  }
}

function refused(state: PlanState, problem: Problem): PlanState {
  if (state.step === 'saving') return { ...state, step: 'look', refused: problem };
  if (state.step === 'fetching' || state.step === 'planning') return { step: 'ask', refused: problem };
  return state;
}

function planned({ question, problem, withoutMailbox, plan }: Planned): Planned {
  return { question, problem, withoutMailbox, plan };
}
