import { type InputOf, type OutputOf, requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import type { TriadProblem } from '../../../shared/triads/problem';
import type { Server } from '../../server';
import { nameOfTriad } from './triad-words';
import { championsOf } from './workshop-champions';

type Input = InputOf<typeof requests.publishTriad>;
export type Preview = OutputOf<typeof requests.publishTriad>;

export interface ToPublish {
  readonly year: string;
  readonly round: number;
  readonly startOn: string;
  readonly triads: readonly (readonly string[])[];
  readonly problem: TriadProblem;
}

export interface PublishedTriad {
  readonly name: string;
  readonly answer: Preview;
}

/** From the choice of a round to its reviews; each triad is a call of its own, so that none waits for all. */
export type PublishState =
  | { readonly step: 'closed' }
  | { readonly step: 'choosing'; readonly refused?: Problem }
  | {
      readonly step: 'looking' | 'publishing';
      readonly toPublish: ToPublish;
      readonly made: readonly PublishedTriad[];
    }
  | {
      readonly step: 'look' | 'published';
      readonly toPublish: ToPublish;
      readonly made: readonly PublishedTriad[];
      readonly refused?: Problem;
    };

export type PublishEvent =
  | { readonly type: 'open' | 'close' | 'all' }
  | { readonly type: 'start'; readonly apply: boolean; readonly toPublish: ToPublish }
  | { readonly type: 'one'; readonly made: PublishedTriad }
  | { readonly type: 'refused'; readonly problem: Problem };

export function publishReducer(state: PublishState, event: PublishEvent): PublishState {
  switch (event.type) {
    case 'open':
      return { step: 'choosing' };
    case 'close':
      return { step: 'closed' };
    case 'start':
      return { step: event.apply ? 'publishing' : 'looking', toPublish: event.toPublish, made: [] };
    case 'one':
      return running(state) ? { ...state, made: [...state.made, event.made] } : state;
    case 'all':
      return running(state) ? { ...state, step: state.step === 'looking' ? 'look' : 'published' } : state;
    case 'refused':
      if (state.step === 'publishing') return { ...state, step: 'look', refused: event.problem };
      return { step: 'choosing', refused: event.problem };
  }
}

function running(state: PublishState): state is Extract<PublishState, { step: 'looking' | 'publishing' }> {
  return state.step === 'looking' || state.step === 'publishing';
}

/** Asks triad by triad, looking only or making them; whatever was made stays when a later one is refused. */
export async function publishAll(
  server: Server,
  toPublish: ToPublish,
  apply: boolean,
  dispatch: (event: PublishEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  dispatch({ type: 'start', apply, toPublish });
  const champions = await championsOf(server, toPublish);
  if (signal.aborted) return;
  if (!champions.ok) {
    dispatch({ type: 'refused', problem: champions.problem });
    return;
  }
  for (const [at, academies] of toPublish.triads.entries()) {
    const { year, round, startOn } = toPublish;
    const name = nameOfTriad(at, academies.length);
    const ofTriad = champions.value.filter(({ host }) => academies.includes(host));
    const input: Input = { year, round, startOn, name, academies: [...academies], champions: ofTriad, apply };
    const answer = await server.call(requests.publishTriad, input);
    if (signal.aborted) return;
    if (!answer.ok) {
      dispatch({ type: 'refused', problem: { ...answer.problem, sentence: `${name}: ${answer.problem.sentence}` } });
      return;
    }
    dispatch({ type: 'one', made: { name, answer: answer.value } });
  }
  dispatch({ type: 'all' });
}
