import type { Placed } from '../placed';

/**
 * Nobody is asked for more releases from school in a week than the trust allows: how many more meetings all these
 * people can come to in a week that holds `others`.
 */
export function releasesLeft(people: ReadonlySet<string>, others: readonly Placed[], releasesInWeek: number): number {
  const asked = new Map<string, number>();
  for (const meeting of others)
    for (const person of meeting.people) if (people.has(person)) asked.set(person, (asked.get(person) ?? 0) + 1);
  return releasesInWeek - Math.max(0, ...asked.values());
}
