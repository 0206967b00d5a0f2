import { minutesOf, timeOf } from '../../time/time-of-day';
import type { MeetingProblem, NetworkProblem } from '../problem';
import { leadAddress } from './who-leads';

/** What stands and whose time it takes: a meeting, or a visit that is already dated. */
export interface Standing {
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly inPerson: boolean;
  readonly name: string;
  readonly people: readonly string[];
}

/** Meetings and visits that stand are planned around: they take their people's time and are never moved. */
export function standingOf({ standing, networks, visits = [] }: MeetingProblem): readonly Standing[] {
  const byKey = new Map(networks.map((network) => [network.key, network]));
  const meetings = standing.map(({ network: key, date, from, until, representatives }) => {
    const network = byKey.get(key);
    const inPerson = network?.where !== 'in Teams';
    return { date, from, until, inPerson, name: network?.name ?? key, people: whoComes(network, representatives) };
  });
  const dated = visits.flatMap(({ on, from, until, name, people }) =>
    on === undefined ? [] : [{ date: on, from, until, inPerson: true, name, people: lower(people) }],
  );
  return [...meetings, ...dated];
}

function whoComes(
  network: NetworkProblem | undefined,
  representatives: MeetingProblem['standing'][number]['representatives'],
): readonly string[] {
  const lead = network === undefined ? [] : [leadAddress(network)];
  const named = representatives ?? network?.members.filter(({ part }) => part !== 'deputy') ?? [];
  return lower([...lead, ...named.map(({ email }) => email)]);
}

function lower(emails: readonly string[]): readonly string[] {
  return [...new Set(emails.map((email) => email.toLowerCase()))];
}

/** The time that what stands takes of those who travel to another meeting, or do not, with the way between the two. */
export function takenByStanding(
  standing: readonly Standing[],
  travels: boolean,
  minutesOfTravel: number,
): MeetingProblem['busy'] {
  return standing.flatMap(({ date, from, until, inPerson, people }) => {
    const way = inPerson || travels ? minutesOfTravel : 0;
    const start = timeOf(Math.max(0, minutesOf(from) - way));
    const end = timeOf(Math.min(1439, minutesOf(until) + way));
    return people.map((email) => ({ email, from: `${date}T${start}`, until: `${date}T${end}` }));
  });
}

/** Meetings that each span of a network still has to be given: those that stand within it count. */
export function timesLeft({ standing }: MeetingProblem, { key, spans }: NetworkProblem): readonly number[] {
  const counted = new Set<number>();
  return spans.map(({ from, until, times }) => {
    let left = Math.floor(times);
    for (const [at, { network, date }] of standing.entries()) {
      if (left === 0 || network !== key || counted.has(at) || date < from || date > until) continue;
      counted.add(at);
      left -= 1;
    }
    return left;
  });
}
