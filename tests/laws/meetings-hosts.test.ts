import * as fc from 'fast-check';
import { openSolver } from '../../functions/triads/solver';
import { openInstance } from '../../shared/meetings/instance/instance';
import { heldIn } from '../../shared/meetings/plan-of';
import { aboveAverage, evenTravel, travelOf } from '../../shared/meetings/search/even-travel';
import { chooseHosts, type ToHost, type Turns, unfairTurns, wayOf } from '../../shared/meetings/search/hosts';
import { placed } from '../../shared/meetings/search/placed';
import { Search } from '../../shared/meetings/search/search';
import { meetingInstance } from '../bench/meeting-instances';

/** What one unfair turn costs, as `goals.ts` has it: more than any way in these problems. */
const unfairPoints = 10_000;

interface Case {
  readonly meetings: readonly ToHost[];
  readonly turns: Turns;
}

const academies = [0, 1, 2, 3];

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    meetings: fc.array(fc.record({ network: fc.nat(2), present: fc.subarray(academies) }), {
      minLength: 1,
      maxLength: 6,
    }),
    ways: fc.array(fc.nat(90), { minLength: 16, maxLength: 16 }),
    before: fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
    travelled: fc.array(fc.nat(200), { minLength: 4, maxLength: 4 }),
  })
  .map(({ meetings, ways, before, travelled }) => ({
    meetings,
    turns: {
      academies,
      academiesOf: () => academies.length,
      hostedBefore: (academy, network) =>
        [0, 1, 2]
          .filter((one) => network === undefined || one === network)
          .reduce((sum, one) => sum + (before[3 * academy + one] ?? 0), 0),
      travelledBefore: (academy) => travelled[academy] ?? 0,
      minutes: (one, other) => (one === other ? 0 : (ways[4 * Math.min(one, other) + Math.max(one, other)] ?? 0)),
    },
  }));

function minutesOf({ meetings, turns }: Case, hosts: readonly number[]): number {
  return meetings.reduce((sum, { present }, at) => {
    const host = hosts[at] ?? -1;
    return sum + (host < 0 ? 0 : wayOf(present, host, turns));
  }, 0);
}

function costOf(one: Case, hosts: readonly number[]): number {
  return unfairPoints * unfairTurns(one.meetings, hosts, one.turns) + minutesOf(one, hosts);
}

/** Every choice of hosts that there is. */
function everyChoice([first, ...rest]: readonly ToHost[]): readonly (readonly number[])[] {
  if (first === undefined) return [[]];
  const hosts = first.present.length === 0 ? [-1] : first.present;
  return everyChoice(rest).flatMap((more) => hosts.map((host) => [host, ...more]));
}

test('hosts are the fairest that there are, and the nearest of these: no other choice costs less', () =>
  fc.assert(
    fc.property(anyCase, (one) => {
      const hosts = chooseHosts(one.meetings, one.turns);
      for (const [at, { present }] of one.meetings.entries())
        expect(present.length === 0 ? [-1] : present).toContain(hosts[at]);
      const least = Math.min(...everyChoice(one.meetings).map((choice) => costOf(one, choice)));
      expect(costOf(one, hosts)).toBe(least);
    }),
    { numRuns: 300 },
  ));

test('travel is shared more evenly at no fair turn, and for 2 % more minutes at most', () =>
  fc.assert(
    fc.property(anyCase, (one) => {
      const { meetings, turns } = one;
      const least = chooseHosts(meetings, turns);
      const even = evenTravel(meetings, least, turns);
      const weigh = (hosts: readonly number[]) =>
        minutesOf(one, hosts) + aboveAverage(travelOf(meetings, hosts, turns));
      expect(unfairTurns(meetings, even, turns)).toBe(unfairTurns(meetings, least, turns));
      expect(minutesOf(one, even)).toBeLessThanOrEqual(1.02 * minutesOf(one, least));
      expect(weigh(even)).toBeLessThanOrEqual(weigh(least));
      for (const [at, { present }] of meetings.entries())
        expect(present.length === 0 ? [-1] : present).toContain(even[at]);
    }),
    { numRuns: 300 },
  ));

test('two hosts change places where one academy would travel for all', () => {
  // As near in all, but academy 0 travels to both meetings where 1 and 2 could travel once each.
  const ways = new Map([
    ['0 1', 30],
    ['0 2', 30],
    ['1 2', 60],
  ]);
  const minutes = (one: number, other: number) => ways.get([one, other].sort().join(' ')) ?? 0;
  const turns: Turns = {
    academies: [0, 1, 2],
    academiesOf: () => 3,
    hostedBefore: () => 0,
    travelledBefore: (academy) => (academy === 0 ? 100 : 0),
    minutes,
  };
  const meetings = [
    { network: 0, present: [0, 1] },
    { network: 0, present: [0, 2] },
  ];
  const even = evenTravel(meetings, [1, 2], turns);
  expect(Math.max(...travelOf(meetings, even, turns))).toBeLessThan(160);
  expect(even).toContain(0);
});

test('15 networks × 6 meetings × 15 academies: the minutes are those that the exact solver proves least', async () => {
  const instance = openInstance(meetingInstance(15, 15, 1));
  const held = heldIn(instance, placed(instance, new Search(instance, 1).best).table);
  const meetings = held.map(({ item, seated }) => ({
    network: item.group,
    present: seated.map(({ at }) => instance.groups[item.group]?.academies[at] ?? -1),
  }));
  const count = instance.academyAt.size;
  const turns: Turns = {
    academies: [...instance.academyAt.values()],
    academiesOf: () => count,
    hostedBefore: () => 0,
    travelledBefore: () => 0,
    minutes: (one, other) => instance.travel[one * count + other] ?? 0,
  };
  const hosts = chooseHosts(meetings, turns);
  expect(unfairTurns(meetings, hosts, turns)).toBe(0);
  const solver = await openSolver();
  const { Status, ObjectiveValue } = solver.solve(modelOf(meetings, turns));
  expect(Status).toBe('Optimal');
  expect(minutesOf({ meetings, turns }, hosts)).toBe(Math.round(ObjectiveValue));
}, 60_000);

/** Fair share ± 1, no host twice in a network, least minutes: as an integer program in CPLEX's LP form. */
function modelOf(meetings: readonly ToHost[], turns: Turns): string {
  const share = meetings.length / turns.academies.length;
  const all = meetings.flatMap(({ network, present }, at) =>
    present.map((host) => ({ name: `x${at}_${host}`, at, host, network, way: wayOf(present, host, turns) })),
  );
  const sumOf = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join(' + ');
  const rows = [
    ...meetings.map((_, at) => `${sumOf(all.filter((one) => one.at === at))} = 1`),
    ...turns.academies.flatMap((academy) => {
      const hosted = sumOf(all.filter(({ host }) => host === academy));
      return [`${hosted} <= ${Math.ceil(share)}`, `${hosted} >= ${Math.floor(share)}`];
    }),
    ...[...new Set(meetings.map(({ network }) => network))].flatMap((network) =>
      turns.academies.flatMap((academy) => {
        const hosted = all.filter((one) => one.network === network && one.host === academy);
        return hosted.length === 0 ? [] : [`${sumOf(hosted)} <= 1`];
      }),
    ),
  ];
  return [
    'Minimize',
    ` ${all.map(({ name, way }) => `${way} ${name}`).join(' + ')}`,
    'Subject To',
    ...rows.map((row, at) => ` r${at}: ${row}`),
    'Binary',
    ` ${all.map(({ name }) => name).join(' ')}`,
    'End',
  ].join('\n');
}
