import { chooseChampions } from '../../../shared/triads/champions';
import { planned, problemOf, urn } from './make-triads';

describe('Improvement Champions', () => {
  const problem = problemOf(9, { rounds: 2 });
  const rounds = planned(problem).rounds.map(({ round, triads }) => ({
    round,
    triads: triads.map((triad) => triad.academies),
  }));
  const champion = (at: number, workshops = 0) => ({
    key: `c${at}`,
    name: `Champion ${at}`,
    academy: urn(at),
    workshops,
  });

  test('each workshop has one of another academy, outside the triad, and everybody is asked once before anybody twice', () => {
    const everybody = Array.from({ length: 9 }, (_, at) => champion(at));
    const chosen = chooseChampions(problem, rounds, everybody);
    expect(chosen).toHaveLength(18);
    for (const { round, host, champion: key } of chosen) {
      const triad = rounds.find((one) => one.round === round)?.triads.find((one) => one.includes(host));
      expect(triad).not.toContain(everybody.find((one) => one.key === key)?.academy);
    }
    for (const round of [1, 2])
      expect(new Set(chosen.filter((c) => c.round === round).map((c) => c.champion)).size).toBe(9);
  });

  test('who has led more is asked later', () => {
    const chosen = chooseChampions(problem, rounds.slice(0, 1), [
      champion(0),
      champion(1, 3),
      champion(2),
      champion(3),
    ]);
    const times = ['c0', 'c1', 'c2', 'c3'].map((key) => chosen.filter((one) => one.champion === key).length);
    expect(times).toEqual([3, 0, 3, 3]);
  });

  test('where the only champion is of the host academy, it says so', () => {
    const chosen = chooseChampions(problem, rounds.slice(0, 1), [champion(4)]);
    expect(chosen.filter((one) => one.champion === undefined).map(({ host, says }) => [host, says])).toEqual([
      [urn(4), 'No champion of another academy can come to Academy 4. Name one more.'],
    ]);
  });
});
