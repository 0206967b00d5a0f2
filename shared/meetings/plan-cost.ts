import { Costs } from './goals';
import type { Instance } from './instance/instance';
import type { HostingCosts } from './plan-hosts';
import type { Held } from './plan-of';

/** The plan's cost, added up from what is planned, not from what the search believed. */
export function costOf(instance: Instance, held: readonly Held[], represented: number, hosting: HostingCosts): Costs {
  const costs = new Costs(instance.placesForAMove);
  costs.add('places not represented', instance.places - represented);
  addWithoutDate(costs, instance, held);
  for (const one of held) addDate(costs, instance, one);
  addMinutes(costs, instance, held);
  costs.add('unfair turns of hosting', hosting.unfair);
  costs.add('minutes of travel', hosting.minutes);
  costs.add('minutes of travel above the average', hosting.above);
  return costs;
}

function addWithoutDate(costs: Costs, { items, groups }: Instance, held: readonly Held[]): void {
  const dated = new Set(held.map(({ item }) => item.number));
  for (const { number, group, stays } of items) {
    if (dated.has(number)) continue;
    costs.add(groups[group]?.kind === 'visit' ? 'visits without a date' : 'meetings without a date', 1);
    if (stays >= 0) costs.add('meetings and visits moved', 1);
  }
}

function addDate(costs: Costs, { groups }: Instance, { item, option, seated }: Held): void {
  const { options, kind, start, isDeputy } = groups[item.group] as Instance['groups'][number];
  if (item.stays >= 0 && item.stays !== option) costs.add('meetings and visits moved', 1);
  if (kind === 'network' && options.dutyFree[option] === 0) costs.add('meetings without their lead', 1);
  costs.add('days and windows not preferred', options.unwished[option] as number);
  if (item.evenly >= 0) costs.add('days off an even spread', Math.abs((options.day[option] as number) - item.evenly));
  for (const { at, candidate } of seated)
    costs.add('deputies instead of members', isDeputy[(start[at] as number) + candidate] as number);
}

/** Directed time is counted for each person over the year. */
function addMinutes(costs: Costs, { groups, hours, people }: Instance, held: readonly Held[]): void {
  const minutes = new Map<number, number>();
  for (const { item, option, seated } of held) {
    const { options, start, candidates, academies } = groups[item.group] as Instance['groups'][number];
    for (const { at, candidate } of seated) {
      const person = candidates[(start[at] as number) + candidate] as number;
      const [from, until] = [options.from[option] as number, options.until[option] as number];
      const outside = hours.minutesOutside(academies[at] as number, from, until);
      minutes.set(person, (minutes.get(person) ?? 0) + outside);
    }
  }
  for (const [person, asked] of minutes) {
    const allowance = people.allowance[person] as number;
    if (allowance >= 0) costs.add('minutes above directed time', Math.max(0, asked - allowance));
  }
}
