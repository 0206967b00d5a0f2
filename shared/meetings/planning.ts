import type { Stored } from '../record';
import type { Academy } from '../records/academy';
import type { Closure } from '../records/closure';
import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import type { Person } from '../records/person';
import type { Review } from '../records/review';
import type { SchoolYear } from '../records/school-year';
import type { Triad } from '../records/triad';
import type { Trust } from '../records/trust';
import { daysBetween } from '../time/calendar-date';
import { closedBetween } from './closed-days';
import { countingOf } from './directed-time';
import { deputiesToInvite, type Invited, invitedTo } from './invited';
import type { MeetingProblem, NetworkProblem } from './problem';
import { visitsOf } from './review-visits';
import { isHeld, isPlannedAnew, type Planning } from './what-stands';
import { spansOf } from './year-spans';

export interface PlanningFacts {
  readonly year: string;
  readonly from: string;
  readonly until: string;
  /** Published meetings of these networks may move too, as few as can be. */
  readonly replan?: boolean;
  readonly trust?: Trust | undefined;
  readonly academies: readonly Academy[];
  readonly closures: readonly Closure[];
  readonly schoolYears: readonly SchoolYear[];
  readonly networks: readonly Stored<Network>[];
  readonly people: readonly Person[];
  readonly meetings: readonly Stored<Meeting>[];
  readonly reviews: readonly Stored<Review>[];
  readonly triads: readonly Stored<Triad>[];
  readonly busy: MeetingProblem['busy'];
}

/** Places that moving a meeting must bring when as much as can be shall stay. */
const placesForAMove = 1;

/** The planning problem of a year, a half-term or what is left of a year, as plain data. */
export function meetingProblem(facts: PlanningFacts): MeetingProblem {
  const { year, from, until, people, trust, meetings } = facts;
  const planning: Planning = { ...facts, networks: new Set(facts.networks.map(({ key }) => key)) };
  const held = meetings.map(({ record }) => record).filter(isHeld);
  const anew = held.filter((one) => isPlannedAnew(one, planning));
  const standing = held.filter((one) => !isPlannedAnew(one, planning));
  const academies = facts.academies.filter((one) => one.leftOn === undefined || one.leftOn > from);
  const networks = facts.networks.map((one) => toNetwork(one, standing, { ...facts, academies }));
  const visits = visitsOf({ ...facts, academies });
  const addresses = new Set([
    ...networks.flatMap(({ members, leadEmail = '' }) => [leadEmail, ...members.map(({ email }) => email)]),
    ...visits.flatMap((visit) => visit.people),
  ]);
  return {
    year,
    from,
    until,
    academies: academies.map(toPlace),
    closed: closedBetween(from, until, facts),
    networks,
    ...(visits.length === 0 ? {} : { visits }),
    busy: facts.replan === true ? withoutOwn(facts.busy, anew) : facts.busy,
    ...weeklyOf(people, addresses),
    standing: standing.map(toStanding),
    ...(facts.replan === true ? { stay: { meetings: anew.map(toStanding), placesForAMove } } : {}),
    daysBetween: trust?.weeksBetweenMeetings === undefined ? spacing(networks) : trust.weeksBetweenMeetings * 7,
    releasesInWeek: trust?.releasesInWeek ?? 1,
  };
}

/** Two weeks, or less where a network meets so often that it would not fit. */
function spacing(networks: readonly NetworkProblem[]): number {
  const room = networks.flatMap(({ spans }) =>
    spans.map(({ from, until, times }) => Math.floor(daysBetween(from, until) / (times + 1))),
  );
  return Math.max(1, Math.min(14, ...room));
}

function toPlace(academy: Academy): MeetingProblem['academies'][number] {
  const { urn, name, localAuthority, easting, northing, dayFrom, dayUntil, twilightUntil, directedHours } = academy;
  const place = { urn, name, localAuthority, easting, northing, dayFrom, dayUntil, twilightUntil };
  return directedHours === undefined ? place : { ...place, directedMinutes: Math.round(60 * directedHours) };
}

function toNetwork({ key, record }: Stored<Network>, standing: readonly Meeting[], facts: PlanningFacts) {
  const { year, from, until, people, schoolYears } = facts;
  const dates = standing.filter(({ network }) => network === key).map(({ date }) => date);
  const lead = people.find(({ who }) => who.id === record.lead.id)?.email.toLowerCase();
  const asked = { year, from, until, calendars: schoolYears, standing: dates };
  return {
    key,
    name: record.name,
    lead: record.lead,
    ...(lead === undefined ? {} : { leadEmail: lead }),
    minutes: record.minutes,
    spans: [...spansOf(record, asked)],
    days: [...record.days],
    ...(record.preferredDays === undefined ? {} : { preferredDays: [...record.preferredDays] }),
    windows: record.windows.map((window) => ({ ...window })),
    where: record.where,
    place: record.place,
    members: leadFirst([...invitedTo(record, people), ...deputiesToInvite(record, people)], record.lead.id, facts),
  } satisfies NetworkProblem;
}

/**
 * Among members of one academy whoever leads comes first; the others in the order of their ids, the same each time.
 * Whose academy has left the trust stands for none.
 */
function leadFirst(
  members: readonly Invited[],
  lead: string,
  { people, academies }: Pick<PlanningFacts, 'people' | 'academies'>,
): NetworkProblem['members'] {
  const hours = new Map(academies.map(({ urn, directedHours }) => [urn, directedHours]));
  const persons = new Map(people.map((one) => [one.who.id, one]));
  const rank = ({ who }: Invited): string => (who.id === lead ? '' : who.id);
  return members
    .filter(({ academy }) => academy === undefined || hours.has(academy))
    .sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
    .map(({ academy, who, email, part }) => ({
      academy,
      who,
      email,
      part: part === 'deputy' ? 'deputy' : 'member',
      ...ownLimit(persons.get(who.id), hours.get(academy ?? '')),
    }));
}

/** More than a year's directed time, for those whose time nobody counts. */
const noLimit = 76_000;

/** Where somebody's directed time is other than a full-time teacher's of the academy. */
function ownLimit(person: Person | undefined, hours: number | undefined): { readonly directedMinutes?: number } {
  if (person === undefined || hours === undefined) return {};
  if (countingOf(person) !== 'counted') return { directedMinutes: noLimit };
  const { fullTimePercent = 100 } = person;
  return fullTimePercent === 100 ? {} : { directedMinutes: Math.round((60 * hours * fullTimePercent) / 100) };
}

/** Times of every week that the calendar does not show, of those who matter here. */
function weeklyOf(people: readonly Person[], addresses: ReadonlySet<string>): Pick<MeetingProblem, 'weekly'> {
  const weekly = people
    .filter(({ email }) => addresses.has(email.toLowerCase()))
    .flatMap(({ email, teaching = [] }) => teaching.map((one) => ({ email: email.toLowerCase(), ...one })));
  return weekly.length === 0 ? {} : { weekly };
}

/** A published meeting stands in its own members' calendars: that must not keep it from staying where it is. */
function withoutOwn(busy: MeetingProblem['busy'], meetings: readonly Meeting[]): MeetingProblem['busy'] {
  const own = new Set(
    meetings
      .filter(({ wanted }) => wanted === 'event')
      .flatMap(({ date, from, until, members }) =>
        members.map(({ email }) => `${email.toLowerCase()} ${date}T${from} ${date}T${until}`),
      ),
  );
  return own.size === 0 ? busy : busy.filter((one) => !own.has(`${one.email} ${one.from} ${one.until}`));
}

function toStanding(meeting: Meeting): MeetingProblem['standing'][number] {
  const { network, number, date, from, until, host } = meeting;
  const representatives = whoStands(meeting);
  return {
    network,
    number,
    date,
    from,
    until,
    host,
    ...(meeting.wanted === 'event' ? { published: true } : {}),
    ...(representatives.length === 0 ? {} : { representatives }),
  };
}

/** Whom the meeting counts on; everybody invited where nobody was named. */
function whoStands({ members, representatives = [] }: Meeting) {
  const addresses = new Map(members.map(({ who, email }) => [who.id, email]));
  const named = representatives.flatMap(({ academy, who }) => {
    const email = addresses.get(who.id);
    return email === undefined ? [] : [{ academy, email }];
  });
  if (named.length > 0) return named;
  return members.flatMap(({ academy, email }) => (academy === undefined ? [] : [{ academy, email }]));
}
