import { openInstance } from '../../shared/meetings/instance/instance';
import type { MeetingPlan } from '../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../shared/meetings/problem';
import { chanceFrom } from './triad-instances';

/** Minutes a school and trip, one way, by who is host. */
export interface TravelBeside {
  readonly ours: number;
  /** Always the most central of those present: the least that there can be, and the most unfair. */
  readonly central: number;
  /** Each network goes round in an order by chance. */
  readonly random: number;
}

export function travelBeside(problem: MeetingProblem, { meetings }: Pick<MeetingPlan, 'meetings'>): TravelBeside {
  const { travel, academyAt } = openInstance(problem);
  const at = (urn: string) => academyAt.get(urn) ?? 0;
  const way = (present: readonly string[], host: string) =>
    present.reduce((sum, urn) => sum + (travel[at(urn) * academyAt.size + at(host)] ?? 0), 0);
  const trips = meetings.reduce((sum, { present }) => sum + present.length - 1, 0);
  const each = (hostOf: (meeting: MeetingPlan['meetings'][number]) => string) =>
    meetings.reduce((sum, one) => sum + way(one.present, hostOf(one)), 0) / Math.max(1, trips);
  const random = chanceFrom(1);
  const orders = new Map<string, string[]>();
  return {
    ours: each(({ host = '' }) => host),
    central: each(({ present }) => [...present].sort((one, other) => way(present, one) - way(present, other))[0] ?? ''),
    random: each(({ network, present }) => {
      const order = orders.get(network) ?? [];
      if (!order.some((urn) => present.includes(urn)))
        order.push(
          ...[...academyAt.keys()]
            .map((urn) => ({ urn, by: random() }))
            .sort((a, b) => a.by - b.by)
            .map(({ urn }) => urn),
        );
      orders.set(network, order);
      const next = order.findIndex((urn) => present.includes(urn));
      return order.splice(next, 1)[0] ?? '';
    }),
  };
}
