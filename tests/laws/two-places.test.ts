import * as fc from 'fast-check';
import type { MeetingPlan } from '../../shared/meetings/plan-schema';
import { planSaving } from '../../shared/meetings/save-plan';
import type { Network } from '../../shared/records/network';
import { meetingOf, people as staff, networks as trustNetworks } from '../addin/screens/trust-records';

const base = trustNetworks[0]?.record as Network;
const people = staff.map(({ record }) => record);
const times = ['13:00', '13:30', '14:00', '14:30'];
const hourAfter = (from: string): string => `${Number(from.slice(0, 2)) + 1}${from.slice(2)}`;
const keys = ['network-a', 'network-b', 'network-c', 'network-d'];

type Planned = MeetingPlan['meetings'][number];
const clash = (one: Planned, other: Planned): boolean =>
  one.date === other.date && one.from < other.until && other.from < one.until;

/** Everybody belongs to every network; the plan counts on nobody twice at once, as the planner's plans do. */
const anyPlan = fc
  .array(
    fc.record({
      from: fc.constantFrom(...times),
      date: fc.constantFrom('2027-01-12', '2027-01-13'),
      counted: fc.subarray(people.map((_, at) => at)),
    }),
    { minLength: keys.length, maxLength: keys.length },
  )
  .map((all) =>
    all.reduce<Planned[]>((before, { from, date, counted }, at) => {
      const when = { network: keys[at] ?? '', number: 1, date, from, until: hourAfter(from), present: [], absent: [] };
      const taken = new Set(
        before
          .filter((one) => clash(one, when))
          .flatMap((one) => (one.representatives ?? []).map(({ email }) => email)),
      );
      const representatives = counted
        .flatMap((index) => people[index] ?? [])
        .filter(({ email }) => !taken.has(email))
        .map(({ academy = '', email }) => ({ academy, email, part: 'member' as const }));
      return before.concat({ ...when, representatives });
    }, []),
  );

function saved(meetings: readonly Planned[], kept: readonly ReturnType<typeof meetingOf>[] = []) {
  const network: Network = { ...base, yearGroup: undefined, also: people.map(({ who }) => who) };
  return planSaving({
    year: '2026/27',
    plan: { meetings: [...meetings], represented: 0, places: 0, bound: 0, explanation: [] },
    networks: new Map(keys.map((key) => [key, network])),
    people,
    names: new Map(),
    meetings: kept,
  }).create.map(({ record }) => record);
}

test('nobody is invited to two meetings at once, and whom the plan counts on is invited and stays counted', () =>
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const records = saved(plan);
      expect(records).toHaveLength(plan.length);
      for (const [at, one] of plan.entries()) {
        const record = records.find((each) => each.network === one.network);
        const invited = record?.members.map(({ email }) => email) ?? [];
        const counted = (one.representatives ?? []).map(({ email }) => email);
        expect(invited).toEqual(expect.arrayContaining(counted));
        expect(record?.representatives ?? []).toHaveLength(counted.length);
        for (const other of plan.slice(at + 1).filter((each) => clash(one, each))) {
          const there = records.find((each) => each.network === other.network)?.members ?? [];
          expect(there.filter(({ email }) => invited.includes(email))).toEqual([]);
        }
        const free = people.filter(({ email }) => {
          const isAway = plan.some((other) => other !== one && clash(one, other));
          return !isAway && !invited.includes(email);
        });
        expect(free).toEqual([]);
      }
    }),
  ));

test('who is invited to a meeting that stands is not invited to another at that time', () => {
  const [first] = people;
  if (first === undefined) throw new Error('The invented trust has people.');
  const { academy, who, email } = first;
  const kept = meetingOf(1, { date: '2027-01-12', from: '13:30', until: '14:30', members: [{ academy, who, email }] });
  const planned = { network: 'network-a', number: 1, date: '2027-01-12', present: [], absent: [] };
  const invitedAt = (from: string) =>
    saved([{ ...planned, from, until: hourAfter(from) }], [kept]).flatMap(({ members }) =>
      members.map((one) => one.email),
    );
  expect(invitedAt('13:00')).not.toContain(email);
  expect(invitedAt('14:30')).toContain(email);
});
