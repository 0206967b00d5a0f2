import { movesTo } from '../../../../addin/screens/triads/moves';
import { pairCosts } from '../../../../shared/triads/pair-costs';
import { weigh } from '../../../../shared/triads/weigh';
import { clusters, six } from './six';

const wanted = { round: 1, academy: '900002', to: 1 };

test('kilometres, repeats and costs are counted as the planner counts them', () => {
  const before = { round: 1, triads: [['900001', '900002', '999999']] };
  const problem = { ...six, history: [before] };
  const rounds = [{ ...clusters[0], round: 2, triads: clusters[0]?.triads ?? [] }];
  const weighed = weigh(problem, rounds);
  expect(weighed).toMatchObject({ kilometres: 24, freshPairs: 5, repeatedPairs: 1, cost: 274 });
  const { n, costs } = pairCosts(problem, 2, problem.history);
  const at = (one: number, other: number) => costs[one * n + other] ?? 0;
  expect((at(0, 1) + at(0, 2) + at(1, 2) + at(3, 4) + at(3, 5) + at(4, 5)) / 1000).toBe(weighed.cost);
});

test('a pair that meets again in a later round of the same plan is a repeat there', () => {
  const twice = [...clusters, { round: 2, triads: clusters[0]?.triads ?? [] }];
  expect(weigh(six, twice).rounds.map(({ repeatedPairs }) => repeatedPairs)).toEqual([0, 6]);
});

test('a move into another triad is a swap with each of its academies, the cheapest first', () => {
  const moves = movesTo(six, clusters, wanted);
  expect(moves.map(({ swappedWith }) => swappedWith).sort()).toEqual(['900004', '900005', '900006']);
  const costs = moves.map(({ cost }) => cost);
  expect([...costs].sort((one, other) => one - other)).toEqual(costs);
  const [best] = moves;
  expect(best?.rounds[0]?.triads.map((triad) => triad.length)).toEqual([3, 3]);
  expect(best?.kilometres).toBeCloseTo(weigh(six, best?.rounds ?? []).kilometres - 24, 6);
  expect(best?.touches).toEqual([`Short ways: costs ${best?.cost.toFixed(1)} more`]);
});

test('a four gives one academy to a three without a swap', () => {
  const seven = {
    ...six,
    academies: [...six.academies, { urn: '900007', name: 'Gorse', easting: 500_000, northing: 160_500 }],
  };
  const rounds = [
    {
      round: 1,
      triads: [
        ['900001', '900002', '900003', '900007'],
        ['900004', '900005', '900006'],
      ],
    },
  ];
  const joins = movesTo(seven, rounds, wanted).find(({ swappedWith }) => swappedWith === undefined);
  expect(joins?.rounds[0]?.triads).toEqual([
    ['900001', '900003', '900007'],
    ['900004', '900005', '900006', '900002'],
  ]);
  expect(movesTo(six, clusters, wanted).some(({ swappedWith }) => swappedWith === undefined)).toBe(false);
});

test('what a rule forbids is said by name, and stands last', () => {
  const moves = movesTo({ ...six, apart: [['900002', '900005']] }, clusters, wanted);
  expect(moves.map(({ forbidden }) => forbidden)).toEqual([false, true, true]);
  expect(moves[0]?.swappedWith).toBe('900005');
  expect(moves[1]?.touches).toEqual(['Elmfield Primary Academy and Ashdown Primary Academy never review each other.']);
});

test('hubs forbid a move across their border where triads keep within them', () => {
  const hubs = {
    ...six,
    withinHubs: true,
    academies: six.academies.map((one, at) => ({ ...one, hub: at < 3 ? 'west' : 'east' })),
  };
  expect(movesTo(hubs, clusters, wanted).every(({ forbidden }) => forbidden)).toBe(true);
});

test('nobody leaves or joins a locked triad', () => {
  const locked = [{ round: 1, academies: ['900006', '900004', '900005'] }];
  expect(movesTo(six, clusters, wanted, locked).map(({ touches }) => touches[0])).toEqual(
    Array(3).fill('One of the two triads is locked.'),
  );
});

test('no move changes what it was given', () => {
  const before = JSON.stringify([six, clusters]);
  movesTo(six, clusters, wanted);
  expect(JSON.stringify([six, clusters])).toBe(before);
});
