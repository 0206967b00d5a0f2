import { minutesOf } from '../../time/time-of-day';
import type { MeetingProblem } from '../problem';
import { SchoolHours } from './school-hours';

type Held = Pick<MeetingProblem['standing'][number], 'network' | 'from' | 'until' | 'representatives'>;

/** Minutes outside the school day that people may be asked for over the year, by address; others have no limit. */
export function allowancesOf({
  academies,
  networks,
}: Pick<MeetingProblem, 'academies' | 'networks'>): ReadonlyMap<string, number> {
  const usual = new Map(academies.map(({ urn, directedMinutes }) => [urn, directedMinutes]));
  const allowed = new Map<string, number>();
  for (const { academy, email, directedMinutes } of networks.flatMap(({ members }) => members)) {
    const minutes = academy === undefined ? undefined : (directedMinutes ?? usual.get(academy));
    const address = email.toLowerCase();
    if (minutes !== undefined) allowed.set(address, Math.max(allowed.get(address) ?? 0, minutes));
  }
  return allowed;
}

/** What meetings come to after the school day for those who are counted on, by address: in minutes. */
export function minutesAsked(problem: MeetingProblem, meetings: readonly Held[]): ReadonlyMap<string, number> {
  const academyAt = new Map(problem.academies.map(({ urn }, at) => [urn, at]));
  const hours = new SchoolHours(problem, academyAt);
  const members = new Map(problem.networks.map((network) => [network.key, network.members]));
  const asked = new Map<string, number>();
  for (const { network, from, until, representatives } of meetings) {
    const counted = representatives ?? (members.get(network) ?? []).filter(({ part }) => part !== 'deputy');
    for (const { academy, email } of counted) {
      const at = academyAt.get(academy ?? '');
      if (at === undefined) continue;
      const minutes = hours.minutesOutside(at, minutesOf(from), minutesOf(until));
      asked.set(email.toLowerCase(), (asked.get(email.toLowerCase()) ?? 0) + minutes);
    }
  }
  return asked;
}
