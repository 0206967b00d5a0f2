import type { MeetingPlan } from '../../shared/meetings/plan-schema';
import type { MeetingProblem } from '../../shared/meetings/problem';

/** Every rule is read here once more from the words of the problem, without the planner's own code. */
export interface Held {
  readonly what: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly people: readonly string[];
  readonly host: string | undefined;
  readonly isPlanned: boolean;
}

export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const week = (date: string) => Math.floor((dayNumber(date) + 3) / 7);
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const weekday = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

type When = Pick<Held, 'date' | 'from' | 'until'>;

function networkOf(problem: MeetingProblem, key: string) {
  const found = problem.networks.find((one) => one.key === key);
  if (found === undefined) throw new Error('A meeting of no network');
  return found;
}

export function isClosed(problem: MeetingProblem, academy: string, date: string): boolean {
  const authority = problem.academies.find((one) => one.urn === academy)?.localAuthority.toLowerCase();
  return problem.closed.some(
    ({ scope, from, until }) =>
      from <= date && date <= until && ['trust', academy, authority].includes(scope.toLowerCase()),
  );
}

export function isFree(problem: MeetingProblem, email: string, { date, from, until }: When): boolean {
  const appointment = problem.busy.some(
    (busy) => busy.email === email && busy.from < `${date}T${until}` && `${date}T${from}` < busy.until,
  );
  const lesson = (problem.weekly ?? []).some(
    (busy) => busy.email === email && busy.day === weekday(date) && busy.from < until && from < busy.until,
  );
  return !appointment && !lesson;
}

/** Who is where: of the plan and of what stands. */
export function heldIn(problem: MeetingProblem, plan: MeetingPlan): readonly Held[] {
  const meetings = plan.meetings.map(({ network, date, from, until, host, representatives = [] }) => {
    const { leadEmail = '' } = networkOf(problem, network);
    const lead = isFree(problem, leadEmail, { date, from, until }) ? [leadEmail] : [];
    const people = [...new Set([...lead, ...representatives.map(({ email }) => email)])];
    return { what: network, date, from, until, host, people, isPlanned: true };
  });
  const visits = (plan.visits ?? []).map(({ key, date, from, until, host }) => {
    const people = problem.visits?.find((visit) => visit.key === key)?.people ?? [];
    return { what: key, date, from, until, host, people, isPlanned: true };
  });
  const standing = problem.standing.map(({ network, date, from, until }) => {
    const known = problem.networks.find((one) => one.key === network);
    const members = known?.members.filter(({ part }) => part !== 'deputy').map(({ email }) => email) ?? [];
    const people = known === undefined ? [] : [...new Set([...members, known.leadEmail ?? ''])];
    return { what: network, date, from, until, host: undefined, people, isPlanned: false };
  });
  return [...meetings, ...visits, ...standing];
}

/** Dates and times lie in spans, days and windows, and meetings of one network far enough apart. */
export function checkDates(problem: MeetingProblem, plan: MeetingPlan): void {
  const all = [...plan.meetings, ...problem.standing];
  for (const meeting of plan.meetings) {
    const { days, windows, minutes: length, spans } = networkOf(problem, meeting.network);
    expect(meeting.date >= problem.from && meeting.date <= problem.until).toBe(true);
    expect(spans.some(({ from, until }) => from <= meeting.date && meeting.date <= until)).toBe(true);
    expect(days.length > 0 ? days : ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']).toContain(
      weekday(meeting.date),
    );
    expect(windows.some(({ from, until }) => from <= meeting.from && meeting.until <= until)).toBe(true);
    expect(minutes(meeting.until) - minutes(meeting.from)).toBe(length);
    for (const other of all)
      if (other !== meeting && other.network === meeting.network)
        expect(Math.abs(dayNumber(meeting.date) - dayNumber(other.date))).toBeGreaterThanOrEqual(
          Math.max(1, problem.daysBetween),
        );
  }
}

/** Visits lie where they may, with their host open and all their people free. */
export function checkVisits(problem: MeetingProblem, plan: MeetingPlan): void {
  for (const { key, date, from, until } of plan.visits ?? []) {
    const visit = problem.visits?.find((one) => one.key === key);
    expect(visit).toMatchObject({ from, until });
    expect(date >= (visit?.earliest ?? '') && date <= (visit?.latest ?? '')).toBe(true);
    expect(isClosed(problem, visit?.host ?? '', date)).toBe(false);
    for (const email of visit?.people ?? []) expect(isFree(problem, email, { date, from, until })).toBe(true);
  }
}

/** Whoever represents an academy belongs to it, is free, and may be asked at this hour; absences have a reason. */
export function checkWhoIsThere(problem: MeetingProblem, plan: MeetingPlan): void {
  for (const { network, representatives = [], present, absent, host, ...when } of plan.meetings) {
    const { members } = networkOf(problem, network);
    const academies = [...new Set(members.flatMap(({ academy }) => academy ?? []))].sort();
    expect([...present, ...absent.map(({ academy }) => academy)].sort()).toEqual(academies);
    expect(representatives.map(({ academy }) => academy)).toEqual(present);
    for (const { academy, email } of representatives) {
      expect(members.some((one) => one.academy === academy && one.email === email)).toBe(true);
      expect(isFree(problem, email, when)).toBe(true);
      expect(isClosed(problem, academy, when.date)).toBe(false);
      const hours = problem.academies.find(({ urn }) => urn === academy);
      expect((hours?.dayFrom ?? '') <= when.from && when.until <= (hours?.twilightUntil ?? '24')).toBe(true);
    }
    for (const { because } of absent) expect(because).toMatch(/^.{10,}\.$/);
    expect(host === undefined || present.includes(host)).toBe(true);
  }
}

/** Nobody is in two places, has time for the way, and is released as often as allowed. */
export function checkPeople(problem: MeetingProblem, plan: MeetingPlan): void {
  const all = heldIn(problem, plan);
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) {
      if (one.date !== other.date || !(one.isPlanned || other.isPlanned)) continue;
      if (!one.people.some((email) => other.people.includes(email))) continue;
      const way = minutesBetween(problem, one.host, other.host);
      const apart = Math.max(minutes(other.from) - minutes(one.until), minutes(one.from) - minutes(other.until));
      expect(apart).toBeGreaterThanOrEqual(way);
    }
  const released = new Set([
    ...problem.networks.flatMap(({ members }) => members.flatMap(({ academy, email }) => (academy ? [email] : []))),
  ]);
  for (const one of all.filter(({ isPlanned }) => isPlanned))
    for (const email of one.people.filter((person) => released.has(person))) {
      const inWeek = all.filter(({ date, people }) => week(date) === week(one.date) && people.includes(email));
      expect(inWeek.length).toBeLessThanOrEqual(problem.releasesInWeek);
    }
}

function minutesBetween({ academies }: MeetingProblem, one: string | undefined, other: string | undefined): number {
  const [from, to] = [one, other].map((urn) => academies.find((academy) => academy.urn === urn));
  if (from === undefined || to === undefined) return 0;
  const metres = Math.hypot((from.easting ?? 0) - (to.easting ?? 0), (from.northing ?? 0) - (to.northing ?? 0));
  return (60 * 1.28 * (metres / 1000)) / 58;
}
