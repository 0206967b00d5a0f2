import type { Instance } from './instance/instance';
import { hostsOf, rehostingOf } from './plan-hosts';
import { type Held, heldIn, meetingsIn, numbersOf, type PlanWithoutWords } from './plan-of';
import type { MeetingPlan, PlanSlot } from './plan-schema';
import type { Placing } from './search/placing';
import { slotsOf } from './slots';

type Planned = MeetingPlan['meetings'][number];

/** With the next best slot of every meeting at which somebody is absent, and its price. */
export function withNextSlots(placing: Placing, plan: PlanWithoutWords): PlanWithoutWords {
  const meetings = meetingsOf(placing);
  const rehost = rehostingOf(placing.instance, meetings, hostsIn(placing.instance, meetings, plan.meetings));
  return {
    ...plan,
    meetings: plan.meetings.map((one, at) => {
      const item = meetings[at]?.item.number;
      const [next] = one.absent.length === 0 || item === undefined ? [] : slotsOf(placing, item, rehost, 1);
      return next === undefined ? one : { ...one, next };
    }),
  };
}

/** The other dates of one meeting, the best first; `known` are meetings whose hosts are chosen already. */
export function nextSlots(
  placing: Placing,
  { network, number }: Pick<Planned, 'network' | 'number'>,
  known: readonly Planned[],
  most: number,
): readonly PlanSlot[] {
  const { instance } = placing;
  const meetings = meetingsOf(placing);
  const numbers = numbersOf(instance, meetings);
  const at = meetings.findIndex(
    ({ item }, index) => instance.groups[item.group]?.key === network && numbers[index] === number,
  );
  const item = meetings[at]?.item.number;
  if (item === undefined) return [];
  const hosts =
    known.length === 0 ? hostsOf(instance, meetings, { exact: false }).hosts : hostsIn(instance, meetings, known);
  return slotsOf(placing, item, rehostingOf(instance, meetings, hosts), most);
}

function meetingsOf({ instance, table }: Placing): readonly Held[] {
  return meetingsIn(instance, heldIn(instance, table));
}

function hostsIn({ academyAt, groups }: Instance, held: readonly Held[], known: readonly Planned[]): readonly number[] {
  const hosts = new Map(known.map(({ network, date, host }) => [`${network} ${date}`, host]));
  return held.map(({ item, date }) => academyAt.get(hosts.get(`${groups[item.group]?.key} ${date}`) ?? '') ?? -1);
}
