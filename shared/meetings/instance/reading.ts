import type { MeetingProblem } from '../problem';
import { ClosedDays } from '../rules/closed-academies-count-out';
import { farEnough, leastDaysBetween } from '../rules/meetings-keep-their-distance';
import { SchoolHours } from '../rules/school-hours';
import { BusyTimes } from './busy-times';
import { type Days, daysFrom } from './days';
import { type People, peopleOf } from './people';

/** The problem, read once: days, people, academies by number, and what closes or takes their time. */
export interface Reading {
  readonly problem: MeetingProblem;
  readonly days: Days;
  readonly academyAt: ReadonlyMap<string, number>;
  readonly people: People;
  readonly busy: BusyTimes;
  /** The same for meetings that people travel to: the way to what stands in Teams takes time as well. */
  readonly busyOnTheWay: BusyTimes;
  readonly closed: ClosedDays;
  readonly hours: SchoolHours;
  /** By network: whether a date lies too near one of its meetings that stand. */
  readonly standsOf: ReadonlyMap<string, readonly ((date: string) => boolean)[]>;
}

/** What takes people's time beside their own diaries, as `takenByStanding` tells it. */
interface TakenTimes {
  readonly inTeams: MeetingProblem['busy'];
  readonly inPerson: MeetingProblem['busy'];
}

/** `problem` with everything that takes people's time among its busy times. */
export function readProblem(problem: MeetingProblem, taken?: TakenTimes): Reading {
  const days = daysFrom(problem.from, problem.until);
  const academyAt = numbered(problem);
  const people = peopleOf(problem, academyAt);
  const leastDays = leastDaysBetween(problem);
  const standsOf = new Map<string, ((date: string) => boolean)[]>();
  for (const { network, date: stands } of problem.standing) {
    const isTooNear = (date: string) => !farEnough(date, stands, leastDays);
    standsOf.set(network, [...(standsOf.get(network) ?? []), isTooNear]);
  }
  const busy = new BusyTimes(problem, taken?.inTeams ?? [], days, people);
  return {
    problem,
    days,
    academyAt,
    people,
    busy,
    busyOnTheWay: taken === undefined ? busy : new BusyTimes(problem, taken.inPerson, days, people),
    closed: new ClosedDays(problem, days, academyAt),
    hours: new SchoolHours(problem, academyAt),
    standsOf,
  };
}

/** Academies by URN: those of the problem, and any that only a member or a visit names. */
function numbered({ academies, networks, visits = [] }: MeetingProblem): ReadonlyMap<string, number> {
  const urns = new Set([
    ...academies.map(({ urn }) => urn),
    ...networks.flatMap(({ members }) => members.flatMap(({ academy }) => academy ?? [])),
    ...visits.map(({ host }) => host),
  ]);
  return new Map([...urns].map((urn, number) => [urn, number]));
}
