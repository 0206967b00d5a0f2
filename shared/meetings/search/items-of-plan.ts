import { minutesOf } from '../../time/time-of-day';
import type { Instance } from '../instance/instance';
import { heldIn } from '../plan-of';
import type { MeetingPlan } from '../plan-schema';
import type { Placing } from './placing';

/** Where the meetings and visits of a plan lie among ours: option by item. What no longer fits is left out. */
export function optionsOfPlan(
  instance: Instance,
  { meetings, visits = [] }: Pick<MeetingPlan, 'meetings' | 'visits'>,
): ReadonlyMap<number, number> {
  return optionsAt(instance, [...meetings.map(({ network, ...when }) => ({ key: network, ...when })), ...visits]);
}

function optionsAt(
  { groups, items, days }: Instance,
  all: readonly { readonly key: string; readonly date: string; readonly from: string }[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { key, date, from } of all) {
    const group = groups.find((one) => one.key === key);
    const day = days.at.get(date);
    if (group === undefined || day === undefined) continue;
    const start = minutesOf(from);
    const option = group.options.day.findIndex((one, at) => one === day && group.options.from[at] === start);
    const item = items.find(
      ({ number, group: of, first, end }) =>
        of === group.number && !found.has(number) && first <= option && option < end,
    );
    if (item !== undefined) found.set(item.number, option);
  }
  return found;
}

/** Where everything that is placed lies among the options of another instance of the same problem. */
export function optionsOfHeld({ instance, table }: Placing, other: Instance): ReadonlyMap<number, number> {
  const held = heldIn(instance, table).map(({ item, date, from }) => ({
    key: instance.groups[item.group]?.key ?? '',
    date,
    from,
  }));
  return optionsAt(other, held);
}
