import type { Stored } from '../../../shared/record';
import { type Triad, triad as triadKind } from '../../../shared/records/triad';
import { type InputOf, requests } from '../../../shared/requests';
import type { Problem } from '../../../shared/result';
import { allRecords } from '../../directory';
import type { Server } from '../../server';
import type { PublishedTriad } from '../triads/publish-state';
import type { PlanState } from './plan-state';

type Input = InputOf<typeof requests.publishTriad>;
type Planned = Pick<Extract<PlanState, { step: 'saved' }>, 'plan' | 'problem' | 'question'>;

/** Days that a plan proposes for review visits: offered, looked at, and then made. */
export interface VisitDaysState {
  readonly step: 'offered' | 'looking' | 'look' | 'making' | 'made';
  readonly triads: readonly PublishedTriad[];
  readonly refused?: Problem;
}

export type VisitDaysEvent =
  | { readonly type: 'start'; readonly apply: boolean }
  | { readonly type: 'one'; readonly triad: PublishedTriad }
  | { readonly type: 'all' | 'close' }
  | { readonly type: 'refused'; readonly problem: Problem };

export const offered: VisitDaysState = { step: 'offered', triads: [] };

export function visitDaysReducer(state: VisitDaysState, event: VisitDaysEvent): VisitDaysState {
  switch (event.type) {
    case 'start':
      return { step: event.apply ? 'making' : 'looking', triads: [] };
    case 'one':
      return { ...state, triads: [...state.triads, event.triad] };
    case 'all':
      return { step: state.step === 'making' ? 'made' : 'look', triads: state.triads };
    case 'close':
      return offered;
    case 'refused':
      return { ...offered, refused: event.problem };
  }
}

/** Visits of a plan that had no day before. */
export function proposedVisits({ plan, problem }: Pick<Planned, 'plan' | 'problem'>) {
  const dated = new Set((problem.visits ?? []).filter(({ on }) => on !== undefined).map(({ key }) => key));
  return (plan.visits ?? []).filter(({ key }) => !dated.has(key));
}

/** A call for each triad with a proposed visit, so that none waits for all. */
export function askedOfTriads(
  planned: Planned,
  triads: readonly Stored<Triad>[],
  apply: boolean,
): readonly (Input & Pick<Triad, 'name'>)[] {
  const visits = proposedVisits(planned);
  return triads.flatMap(({ key, record }) => {
    const ofTriad = visits.filter((visit) => visit.key === `${key}.${visit.host}`);
    if (ofTriad.length === 0) return [];
    const { year, round, name, academies, startOn = planned.question.from, lead } = record;
    return [
      {
        year,
        round,
        name,
        academies: [...academies],
        startOn,
        ...(lead === undefined ? {} : { lead }),
        visits: ofTriad.map(({ host, date }) => ({ host, on: date })),
        apply,
      },
    ];
  });
}

/** Looks at, or makes, the reviews of these triads; whatever was made stays when a later one is refused. */
export async function takeVisitDays(
  server: Server,
  planned: Planned,
  apply: boolean,
  dispatch: (event: VisitDaysEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  dispatch({ type: 'start', apply });
  const triads = await allRecords(server, triadKind, { by: 'year', is: planned.question.year });
  if (signal.aborted) return;
  if (!triads.ok) return dispatch({ type: 'refused', problem: triads.problem });
  for (const input of askedOfTriads(planned, triads.value, apply)) {
    const answer = await server.call(requests.publishTriad, input);
    if (signal.aborted) return;
    if (!answer.ok) {
      const sentence = `${input.name}: ${answer.problem.sentence}`;
      return dispatch({ type: 'refused', problem: { ...answer.problem, sentence } });
    }
    dispatch({ type: 'one', triad: { name: input.name, answer: answer.value } });
  }
  dispatch({ type: 'all' });
}
