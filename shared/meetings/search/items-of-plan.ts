import { minutesOf } from '../../time/time-of-day';
import type { Instance } from '../instance/instance';
import type { MeetingPlan } from '../plan-schema';

/** Where the meetings and visits of a plan lie among ours: option by item. What no longer fits is left out. */
export function optionsOfPlan(
  { groups, items, days }: Instance,
  { meetings, visits = [] }: Pick<MeetingPlan, 'meetings' | 'visits'>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const all = [...meetings.map(({ network, ...when }) => ({ key: network, ...when })), ...visits];
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
