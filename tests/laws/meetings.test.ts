import * as fc from 'fast-check';
import { planMeetings } from '../../shared/meetings/plan';
import type { MeetingPlan } from '../../shared/meetings/plan-schema';
import { type MeetingProblem, type NetworkProblem, timesOf } from '../../shared/meetings/problem';
import { email, meets, member, network, person, urn } from '../shared/meetings/make-problem';

/** Every rule is read here once more from the words of the problem, without the planner's own code. */
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const week = (date: string) => Math.floor((dayNumber(date) + 3) / 7);
const weekday = (date: string) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

const dates = Array.from({ length: 40 }, (_, at) => new Date(Date.UTC(2026, 10, 2 + at)).toISOString().slice(0, 10));
const anyDate = fc.constantFrom(...dates);
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;

const anyNetwork = (key: string) =>
  fc
    .record({
      lead: fc.integer({ min: 1, max: 14 }),
      minutes: fc.constantFrom(30, 45, 60, 90),
      times: fc.integer({ min: 0, max: 3 }),
      days: fc.subarray(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const),
      window: fc.tuple(fc.integer({ min: 32, max: 60 }), fc.integer({ min: 2, max: 12 })),
      where: fc.constantFrom(...(['at a host academy in turn', 'at one place', 'in Teams'] as const)),
      members: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 8 }),
    })
    .map(
      ({ lead, window: [from, length], members, times, ...more }): NetworkProblem =>
        network(key, {
          ...more,
          lead: person(lead),
          spans: meets(times),
          windows: [{ from: clock(from), until: clock(from + length) }],
          // Persons 13 and 14 belong to the central team.
          members: members.map((number) => member(number > 12 ? undefined : 1 + (number % 5), number)),
        }),
    );

const anyProblem: fc.Arbitrary<MeetingProblem> = fc
  .record({
    span: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })),
    networks: fc.tuple(anyNetwork('a'), anyNetwork('b'), anyNetwork('c')),
    closed: fc.array(
      fc.record({
        scope: fc.constantFrom('trust', 'Downshire', 'upshire', urn(1), urn(4)),
        from: anyDate,
        days: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 5 },
    ),
    busy: fc.array(
      fc.record({
        who: fc.integer({ min: 1, max: 14 }),
        date: anyDate,
        from: fc.integer({ min: 28, max: 70 }),
        length: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 60 },
    ),
    standing: fc.array(
      fc.record({ network: fc.constantFrom('a', 'b', 'gone'), number: fc.integer({ min: 1, max: 9 }), date: anyDate }),
      { maxLength: 3 },
    ),
    daysBetween: fc.integer({ min: 0, max: 15 }),
    releasesInWeek: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ span: [from, length], closed, busy, standing, ...more }) => ({
    ...more,
    year: '2026/27',
    from: dates[from] ?? '2026-11-02',
    until: dates[Math.min(39, from + length)] ?? '2026-12-11',
    academies: [1, 2, 3, 4, 5].map((number) => ({
      urn: urn(number),
      name: `Academy ${number}`,
      localAuthority: number > 3 ? 'Upshire' : 'Downshire',
    })),
    closed: closed.map(({ scope, from: first, days }) => ({
      scope,
      from: first,
      until: dates[Math.min(39, dates.indexOf(first) + days)] ?? first,
      label: 'Closed',
    })),
    busy: busy.map(({ who, date, from: start, length: quarters }) => ({
      email: email(who),
      from: `${date}T${clock(start)}`,
      until: `${date}T${clock(start + quarters)}`,
    })),
    standing: standing.map((meeting) => ({ ...meeting, from: '15:30', until: '16:30' })),
  }));

type Held = { network: string; date: string; from: string; until: string };

/** The problem, read for checking: who belongs to a network, what is closed, who is busy. */
function readProblem(problem: MeetingProblem) {
  const networks = new Map(problem.networks.map((one) => [one.key, one]));
  return {
    networkOf: (meeting: Held) => {
      const found = networks.get(meeting.network);
      if (found === undefined) throw new Error('A meeting of no network');
      return found;
    },
    people: (key: string) => {
      const found = networks.get(key);
      return found === undefined ? [] : [...new Set([found.lead.id, ...found.members.map(({ who }) => who.id)])];
    },
    isClosed: (academy: string, date: string) => {
      const authority = problem.academies.find((one) => one.urn === academy)?.localAuthority.toLowerCase();
      const scopes = ['trust', academy, authority];
      return problem.closed.some(
        ({ scope, from, until }) => from <= date && date <= until && scopes.includes(scope.toLowerCase()),
      );
    },
    canCome: (address: string, { date, from, until }: Held) =>
      !problem.busy.some(
        (busy) => busy.email === address && busy.from < `${date}T${until}` && `${date}T${from}` < busy.until,
      ),
  };
}

function checkDaysAndWindows(problem: MeetingProblem, plan: MeetingPlan): void {
  const { networkOf } = readProblem(problem);
  const workingDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  for (const meeting of plan.meetings) {
    const { days, windows, minutes } = networkOf(meeting);
    expect(meeting.date >= problem.from && meeting.date <= problem.until).toBe(true);
    expect(days.length > 0 ? days : workingDays).toContain(weekday(meeting.date));
    expect(windows.some(({ from, until }) => from <= meeting.from && meeting.until <= until)).toBe(true);
    const [start, end] = [meeting.from, meeting.until].map((time) => Date.parse(`2026-01-01T${time}Z`) / 60_000);
    expect((end ?? 0) - (start ?? 0)).toBe(minutes);
  }
}

function checkWhoIsThere(problem: MeetingProblem, plan: MeetingPlan): void {
  const { networkOf, isClosed, canCome } = readProblem(problem);
  for (const meeting of plan.meetings) {
    const { members } = networkOf(meeting);
    const academies = [...new Set(members.flatMap(({ academy }) => academy ?? []))].sort();
    const really = academies.filter(
      (academy) =>
        !isClosed(academy, meeting.date) &&
        members.some((one) => one.academy === academy && canCome(one.email, meeting)),
    );
    expect([...meeting.present].sort()).toEqual(really);
    expect([...meeting.present, ...meeting.absent.map(({ academy }) => academy)].sort()).toEqual(academies);
    for (const { because } of meeting.absent) expect(because).toMatch(/^It is closed: .+\.$|another appointment/);
    expect(meeting.host === undefined || meeting.present.includes(meeting.host)).toBe(true);
  }
}

function checkPeople(problem: MeetingProblem, plan: MeetingPlan): void {
  const { people } = readProblem(problem);
  const all: readonly Held[] = [...plan.meetings, ...problem.standing];
  for (const meeting of plan.meetings)
    for (const other of all) {
      if (other === meeting) continue;
      const shared = people(meeting.network).some((id) => people(other.network).includes(id));
      if (shared && meeting.date === other.date)
        expect(meeting.until <= other.from || other.until <= meeting.from).toBe(true);
      const apart = Math.abs(dayNumber(meeting.date) - dayNumber(other.date));
      if (meeting.network === other.network) expect(apart).toBeGreaterThanOrEqual(Math.max(1, problem.daysBetween));
    }
}

function checkReleases(problem: MeetingProblem, plan: MeetingPlan): void {
  const { people } = readProblem(problem);
  const all: readonly Held[] = [...plan.meetings, ...problem.standing];
  for (const meeting of plan.meetings)
    for (const id of people(meeting.network)) {
      const inWeek = all.filter(
        ({ date, network: key }) => week(date) === week(meeting.date) && people(key).includes(id),
      );
      expect(inWeek.length).toBeLessThanOrEqual(problem.releasesInWeek);
    }
}

function checkCounts(problem: MeetingProblem, plan: MeetingPlan): void {
  for (const network of problem.networks) {
    const { key } = network;
    const standing = problem.standing.filter(
      (one) => one.network === key && problem.from <= one.date && one.date <= problem.until,
    );
    const planned = plan.meetings.filter((meeting) => meeting.network === key);
    const missing = Math.max(0, timesOf(network) - standing.length) - planned.length;
    expect(missing).toBeGreaterThanOrEqual(0);
    if (missing === 0) continue;
    expect(plan.explanation.some((told) => told.startsWith(`Network ${key}: ${missing} meeting`))).toBe(true);
  }
  const standing = new Set(problem.standing.map((one) => `${one.network} ${one.number}`));
  const numbers = plan.meetings.map((one) => `${one.network} ${one.number}`);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => standing.has(number))).toEqual([]);
}

const law = { numRuns: 300 };

test('a plan never breaks a hard rule, tells the truth about who is there, and explains every absence', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const plan = planMeetings(problem, { seed });
      checkDaysAndWindows(problem, plan);
      checkWhoIsThere(problem, plan);
      checkPeople(problem, plan);
      checkReleases(problem, plan);
      checkCounts(problem, plan);
    }),
    law,
  ));

test('represented is never above the bound, nor the bound above the places', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const { represented, bound, places, meetings } = planMeetings(problem, { seed });
      expect(represented).toBe(meetings.reduce((sum, { present }) => sum + present.length, 0));
      expect(represented).toBeLessThanOrEqual(bound);
      expect(bound).toBeLessThanOrEqual(places);
    }),
    law,
  ));

test('the same problem and seed give the same plan, and the problem stays as it is', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const before = JSON.stringify(problem);
      const one = planMeetings(problem, { seed });
      expect(planMeetings(JSON.parse(before), { seed })).toEqual(one);
      expect(JSON.stringify(problem)).toBe(before);
    }),
    { numRuns: 100 },
  ));

test('a network with its people to itself reaches the bound', () =>
  fc.assert(
    fc.property(anyProblem, fc.nat(), (problem, seed) => {
      const alone = { ...problem, networks: problem.networks.slice(0, 1), standing: [] };
      const { represented, bound } = planMeetings(alone, { seed });
      expect(represented).toBe(bound);
    }),
    law,
  ));
