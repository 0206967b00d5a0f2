import { useReducer, useRef } from 'react';
import { idOf } from '../../../shared/meetings/locked';
import { requests } from '../../../shared/requests';
import type { Server } from '../../server';
import { useCancellable } from '../use-cancellable';
import type { PlanWork } from './plan-in-worker';
import type { Moves, PlanOrder, PlanReply } from './plan-orders';
import {
  type Found,
  type Look,
  nothingAsked,
  type PlanEvent,
  type PlanState,
  planReducer,
  type Question,
} from './plan-state';

export interface Planning {
  readonly state: PlanState;
  dispatch(event: PlanEvent): void;
  ask(question: Question): void;
  /** Plans although something stands in the way. */
  allTheSame(): void;
  /** Plans the rest again around what is locked; where nothing is, goes on from the plan at hand. */
  again(): void;
  /** The plan stays as it is now. */
  stop(): void;
  /** Looks for other dates of a meeting. */
  move(id: string): void;
  /** What a date by hand would mean. */
  tryDate(id: string, when: Pick<Moves[number], 'date' | 'from' | 'until'>): void;
  /** Stops waiting or planning; nothing was written. */
  cancel(): void;
  /** With whom and when new dates were agreed, where the calendar was agreed before. */
  save(agreement?: string): void;
}

/** The same problem gives the same plan, on whichever computer it is planned. */
const seed = 1;

/** From the question to the drafts: fetch the problem, plan it here, change it by hand, keep the plan. */
export function usePlanning(server: Server, work: PlanWork): Planning {
  const [state, dispatch] = useReducer(planReducer, nothingAsked);
  const looks = useRef(0);
  const { run, cancel, fail } = useCancellable();
  const told = (reply: PlanReply): void => {
    if (reply.reply === 'better') dispatch({ type: 'better', plan: reply.plan, share: reply.share });
    if (reply.reply === 'looking') dispatch({ type: 'looking', share: reply.share });
    if (reply.reply === 'done') dispatch({ type: 'done', plan: reply.plan });
  };
  const fetchAndPlan = async (question: Question, signal: AbortSignal): Promise<void> => {
    looks.current = 0;
    dispatch({ type: 'ask', question });
    const found = await server.call(requests.planningProblem, inputOf(question));
    if (signal.aborted) return;
    if (!found.ok) return dispatch({ type: 'refused', problem: found.problem });
    dispatch({ type: 'fetched', ...found.value });
    let concerns: readonly string[] = [];
    const order = given(found.value);
    await work(
      { order: 'check', ...order },
      (reply) => {
        if (reply.reply === 'checked') concerns = reply.concerns;
      },
      signal,
    );
    if (signal.aborted) return;
    if (concerns.length > 0) dispatch({ type: 'concerned', concerns });
    else await work({ order: 'plan', seed, locked: [], ...order }, told, signal);
  };
  const moves = (look: Look, order: PlanOrder, onMoves: (moves: Moves) => void): void =>
    run((signal) => {
      if (look.share !== undefined) dispatch({ type: 'stop' });
      return work(order, (reply) => (reply.reply === 'moves' ? onMoves(reply.moves) : undefined), signal);
    });
  const save = async (look: Look, agreement: string | undefined): Promise<void> => {
    dispatch({ type: 'save', agreement });
    const said = agreement === undefined ? {} : { agreement };
    const saved = await server.call(requests.savePlan, { ...savingOf(look), ...said });
    if (saved.ok) dispatch({ type: 'saved', meetings: saved.value.keys.length, moved: saved.value.moved });
    else dispatch({ type: 'refused', problem: saved.problem });
  };
  const withLook = (doing: (look: Look) => void): void => {
    if (state.step === 'look') doing(state);
  };
  return {
    state,
    dispatch,
    ask: (question) => run((signal) => fetchAndPlan(question, signal)),
    allTheSame: () => {
      if (state.step !== 'concerned') return;
      dispatch({ type: 'all the same' });
      run((signal) => work({ order: 'plan', seed, locked: [], ...given(state) }, told, signal));
    },
    again: () =>
      withLook((look) => {
        dispatch({ type: 'search' });
        looks.current += 1;
        const order = againOrder(look, looks.current);
        run((signal) => work(order, told, signal));
      }),
    stop: () => {
      cancel();
      dispatch({ type: 'stop' });
    },
    move: (id) =>
      withLook((look) => {
        dispatch({ type: 'move', id });
        moves(look, moveOrder(look, id), (found) => dispatch({ type: 'moves found', id, moves: found }));
      }),
    tryDate: (id, when) =>
      withLook((look) =>
        moves(look, { ...moveOrder(look, id), when }, ([move]) => {
          if (move !== undefined) dispatch({ type: 'typed found', id, move });
        }),
      ),
    cancel: () => {
      cancel();
      dispatch({ type: 'go back' });
    },
    save: (agreement) => withLook((look) => void save(look, agreement).catch(fail)),
  };
}

/** The rest around what is locked; where nothing is, on from the plan at hand, each `time` elsewhere. */
function againOrder({ plan, ...look }: Look, time: number): PlanOrder {
  const locked = plan.meetings.filter((one) => look.locked.has(idOf(one)));
  const order = { order: 'plan' as const, ...given(look), locked };
  if (locked.length > 0) return { ...order, seed };
  return { ...order, seed: seed + time, begin: { meetings: plan.meetings, visits: plan.visits } };
}

function given({ problem, busy }: Pick<Found, 'problem' | 'busy'>): Pick<Found, 'problem' | 'busy'> {
  return { problem, busy };
}

function inputOf({ year, from, until, networks, replan }: Question) {
  return { year, from, until, networks: networks.join(','), ...(replan ? { replan: 'yes' as const } : {}) };
}

function moveOrder({ plan, ...look }: Look, id: string): Extract<PlanOrder, { order: 'move' }> {
  const index = plan.meetings.findIndex((one) => idOf(one) === id);
  return { order: 'move', ...given(look), meetings: plan.meetings, visits: plan.visits, index };
}

/** What the service keeps of a plan. */
export function savingOf({ question: { year, from, until, networks, replan }, plan, locked }: Look) {
  const { suggestions: _hints, cost: _cost, visits: _visits, turns: _turns, ...kept } = plan;
  return {
    year,
    from,
    until,
    networks: [...networks],
    ...(replan ? { replan } : {}),
    plan: { ...kept, meetings: plan.meetings.map(({ next: _next, ...one }) => one), explanation: [] },
    locked: plan.meetings.filter((one) => locked.has(idOf(one))).map(({ network, date }) => ({ network, date })),
  };
}
