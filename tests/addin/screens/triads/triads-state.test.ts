import { movesTo } from '../../../../addin/screens/triads/moves';
import {
  atFirst,
  isStale,
  type TriadsEvent,
  type TriadsState,
  toPlan,
  triadsReducer,
} from '../../../../addin/screens/triads/triads-state';
import type { TriadPlan } from '../../../../shared/triads/plan-schema';
import { clusters, six } from './six';

const plan: TriadPlan = {
  academies: six.academies.map(({ urn, name }) => ({ urn, name })),
  total: { kilometres: 24, cost: 24, bound: 24, repeatedPairs: 0 },
  rounds: [
    {
      round: 1,
      kilometres: 24,
      cost: 24,
      repeatedPairs: 0,
      bound: 24,
      proved: true,
      triads: (clusters[0]?.triads ?? []).map((academies) => ({ academies: [...academies], kilometres: 12 })),
    },
  ],
  explanation: {
    from: 'search',
    rules: [],
    worstPairs: [],
    counting: { roundsWithoutRepeat: 2, triads: 2, fours: 0, pairs: 0 },
    says: [],
  },
};

function after(...events: readonly TriadsEvent[]): TriadsState {
  return events.reduce(triadsReducer, atFirst(six));
}

const done: TriadsEvent = { type: 'done', plan, share: 1, problem: six };
const planned = [{ type: 'search' }, done] as const;

test('what is found is on the table, also before the search has ended', () => {
  const during = after({ type: 'search' }, { type: 'better', plan, share: 0.4, problem: six });
  expect(during).toMatchObject({ searching: 0.4, round: 1, draft: { rounds: clusters, bound: 24, byHand: false } });
  expect(triadsReducer(during, done).searching).toBeUndefined();
});

test('the very first plan is in sight before anything is reckoned', () => {
  const early = after({ type: 'search' }, { type: 'first', rounds: clusters, problem: six });
  expect(early).toMatchObject({ searching: 0, draft: { rounds: clusters, bound: 0 } });
  expect(triadsReducer(early, done).draft?.bound).toBe(24);
  expect(after({ type: 'first', rounds: clusters, problem: six }).draft).toBeUndefined();
});

test('what comes after a cancel is dropped', () => {
  expect(after({ type: 'search' }, { type: 'stop' }, done).draft).toBeUndefined();
});

test('a move by hand can be undone, and keeps what no plan can beat', () => {
  const [move] = movesTo(six, clusters, { round: 1, academy: '900002', to: 1 });
  if (move === undefined) throw new Error('There is a move.');
  const moved = after(...planned, { type: 'want', wanted: { academy: '900002', to: 1 } }, { type: 'move', move });
  expect(moved).toMatchObject({ draft: { byHand: true, bound: 24, rounds: move.rounds }, wanted: undefined });
  expect(triadsReducer(moved, { type: 'undo' }).draft).toMatchObject({ byHand: false, rounds: clusters });
});

test('a locked triad goes with the wishes to the planner, and is let go again', () => {
  const triad = ['900001', '900002', '900003'];
  const locked = after(...planned, { type: 'lock', round: 1, triad });
  expect(toPlan(locked).locked).toEqual([{ round: 1, academies: triad }]);
  const free = triadsReducer(locked, { type: 'lock', round: 1, triad: [...triad].reverse() });
  expect(toPlan(free)).toEqual(six);
});

test('a lock of a round that is not planned any more stays behind', () => {
  const locked = after(...planned, { type: 'lock', round: 2, triad: ['900001', '900002', '900003'] });
  expect(toPlan(locked)).toEqual(six);
});

test('wishes that changed after the plan are told apart from those it was made by', () => {
  const state = after(...planned);
  expect(isStale(state)).toBe(false);
  expect(isStale(triadsReducer(state, { type: 'wish', wishes: { ...six, rounds: 2 } }))).toBe(true);
});

test('two plans change places with the wishes each was made by', () => {
  const other = { ...six, rounds: 2 };
  const state = after(
    ...planned,
    { type: 'keep' },
    { type: 'wish', wishes: other },
    { type: 'search' },
    { ...done, problem: other },
  );
  const exchanged = triadsReducer(state, { type: 'exchange' });
  expect(exchanged.draft?.problem).toEqual(six);
  expect(exchanged.kept?.problem).toEqual(other);
  expect(exchanged.wishes).toEqual(six);
});

test('a proof raises what no plan can beat, and never lowers it', () => {
  const running = after(...planned, { type: 'prove', round: 1 });
  expect(triadsReducer(running, { type: 'proved', bound: 20 }).draft?.bound).toBe(24);
  expect(triadsReducer(running, { type: 'proved', bound: 26 }).draft?.bound).toBe(26);
  expect(triadsReducer(after(...planned), { type: 'proved', bound: 26 }).draft?.bound).toBe(24);
});

test('a better round that the proof found takes the place of the one on the table, and can be undone', () => {
  const better = {
    round: 1,
    triads: [
      ['900001', '900002', '900004'],
      ['900003', '900005', '900006'],
    ],
  };
  const state = after(
    ...planned,
    { type: 'prove', round: 1 },
    { type: 'proved', bound: 22, better },
    { type: 'take better' },
  );
  expect(state.draft?.rounds).toEqual([better]);
  expect(state.proof).toEqual({ is: 'answered', round: 1, bound: 22 });
  expect(triadsReducer(state, { type: 'undo' }).draft?.rounds).toEqual(clusters);
});
