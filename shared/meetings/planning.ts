import type { Stored } from '../record';
import type { Academy } from '../records/academy';
import type { Closure } from '../records/closure';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import type { Person } from '../records/person';
import type { SchoolYear } from '../records/school-year';
import { daysBetween } from '../time/calendar-date';
import { deputiesOf, membersOf } from './audience';
import { closedBetween } from './closed-days';
import type { MeetingProblem } from './problem';

export interface PlanningFacts {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  readonly academies: readonly Academy[];
  readonly closures: readonly Closure[];
  readonly schoolYears: readonly SchoolYear[];
  readonly networks: readonly Stored<Network>[];
  readonly people: readonly Person[];
  readonly meetings: readonly Stored<Meeting>[];
  readonly busy: MeetingProblem['busy'];
}

/** The planning problem of a half-term, as plain data. */
export function meetingProblem(facts: PlanningFacts): MeetingProblem {
  const { year, from, until, networks } = facts;
  return {
    year,
    from,
    until,
    academies: facts.academies.filter((one) => one.leftOn === undefined || one.leftOn > from).map(toPlace),
    closed: closedBetween(from, until, facts),
    networks: networks.map((one) => toNetwork(one, facts)),
    busy: facts.busy,
    standing: facts.meetings.filter(({ record }) => record.wanted === 'event').map(({ record }) => toStanding(record)),
    daysBetween: spacing(daysBetween(from, until), networks),
    releasesInWeek: 1,
  };
}

/** Two weeks, or less where a network meets so often that it would not fit. */
function spacing(days: number, networks: readonly Stored<Network>[]): number {
  const most = Math.max(1, ...networks.map(({ record }) => record.times));
  return Math.max(1, Math.min(14, Math.floor(days / (most + 1))));
}

function toPlace({ urn, name, localAuthority, easting, northing }: Academy): MeetingProblem['academies'][number] {
  return { urn, name, localAuthority, easting, northing };
}

function toNetwork(
  { key, record }: Stored<Network>,
  { from, until, people }: PlanningFacts,
): MeetingProblem['networks'][number] {
  return {
    key,
    name: record.name,
    lead: record.lead,
    minutes: record.minutes,
    spans: [{ name: 'These weeks', from, until, times: record.times }],
    days: [...record.preferredDays],
    windows: record.windows.map(({ from, until }) => ({ from, until })),
    where: record.where,
    place: record.place,
    members: invitedTo(record, people),
  };
}

/** Addresses of everybody whose calendar matters to these networks: members and deputies, each once. */
export function addressesOf(networks: readonly Network[], people: readonly Person[]): readonly string[] {
  const asked = networks.flatMap((network) => [
    ...membersOf(network, people),
    ...deputiesOf(network, people).map(({ person }) => person),
  ]);
  return [...new Set(asked.map(({ email }) => email.toLowerCase()))];
}

/** Who is invited, as it stands on a meeting. */
export function invitedTo(network: Network, people: readonly Person[]): Omit<Meeting['members'][number], 'part'>[] {
  return membersOf(network, people).map(({ academy, who, email }) => ({ academy, who, email: email.toLowerCase() }));
}

function toStanding({ network, number, date, from, until, host }: Meeting): MeetingProblem['standing'][number] {
  return { network, number, date, from, until, host };
}
