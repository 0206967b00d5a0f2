import * as fc from 'fast-check';
import type { MeetingProblem, NetworkProblem } from '../../shared/meetings/problem';
import { email, meets, member, network, person, urn } from '../shared/meetings/make-problem';

/** Random planning problems with something of everything: deputies, visits, timetables, hours, what stands. */
const dates = Array.from({ length: 40 }, (_, at) => new Date(Date.UTC(2026, 10, 2 + at)).toISOString().slice(0, 10));
const anyDate = fc.constantFrom(...dates);
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;

function clock(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
}

function anyNetwork(key: string): fc.Arbitrary<NetworkProblem> {
  return fc
    .record({
      lead: fc.integer({ min: 1, max: 14 }),
      minutes: fc.constantFrom(30, 45, 60, 90),
      times: fc.integer({ min: 0, max: 3 }),
      days: fc.subarray([...weekdays]),
      preferredDays: fc.subarray([...weekdays]),
      window: fc.tuple(fc.integer({ min: 32, max: 60 }), fc.integer({ min: 2, max: 12 })),
      where: fc.constantFrom(...(['at a host academy in turn', 'at one place', 'in Teams'] as const)),
      members: fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 8 }),
      deputies: fc.integer({ min: 0, max: 7 }),
    })
    .map(({ lead, window: [from, length], members, times, deputies, ...more }) =>
      network(key, {
        ...more,
        lead: person(lead),
        leadEmail: email(lead),
        spans: meets(times),
        windows: [{ from: clock(from), until: clock(from + length) }],
        // Persons 13 and 14 belong to the central team.
        members: members.map((number, at) => ({
          ...member(number > 12 ? undefined : 1 + (number % 5), number),
          part: at < deputies ? 'member' : 'deputy',
        })),
      }),
    );
}

const anyVisit = fc
  .record({
    host: fc.integer({ min: 1, max: 5 }),
    people: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
    earliest: anyDate,
    from: fc.integer({ min: 34, max: 44 }),
    length: fc.integer({ min: 4, max: 20 }),
  })
  .map(({ host, people, earliest, from, length }) => ({
    name: 'A visit',
    host: urn(host),
    people: people.map(email),
    earliest,
    latest: dates[Math.min(39, dates.indexOf(earliest) + 10)] ?? earliest,
    from: clock(from),
    until: clock(from + length),
  }));

const anyClosed = fc
  .record({
    scope: fc.constantFrom('trust', 'Downshire', 'upshire', urn(1), urn(4)),
    from: anyDate,
    days: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ scope, from, days }) => {
    const until = dates[Math.min(39, dates.indexOf(from) + days)] ?? from;
    return { scope, from, until, label: 'Closed' };
  });

const anyBusy = fc
  .record({
    who: fc.integer({ min: 1, max: 14 }),
    date: anyDate,
    from: fc.integer({ min: 28, max: 70 }),
    length: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ who, date, from, length }) => ({
    email: email(who),
    from: `${date}T${clock(from)}`,
    until: `${date}T${clock(from + length)}`,
  }));

const anyWeekly = fc
  .record({
    who: fc.integer({ min: 1, max: 14 }),
    day: fc.constantFrom(...weekdays),
    from: fc.integer({ min: 32, max: 60 }),
    length: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ who, day, from, length }) => ({
    email: email(who),
    day,
    from: clock(from),
    until: clock(from + length),
  }));

const anyStanding = fc
  .record({ network: fc.constantFrom('a', 'b', 'gone'), number: fc.integer({ min: 1, max: 9 }), date: anyDate })
  .map((meeting) => ({ ...meeting, from: '15:30', until: '16:30' }));

const anyAcademies = fc
  .array(fc.record({ easting: fc.nat(40_000), northing: fc.nat(40_000), until: fc.constantFrom('16:00', '18:00') }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((places) =>
    places.map(({ until, ...where }, at) => ({
      urn: urn(at + 1),
      name: `Academy ${at + 1}`,
      localAuthority: at > 2 ? 'Upshire' : 'Downshire',
      ...where,
      dayFrom: '08:30',
      dayUntil: '15:15',
      twilightUntil: until,
      directedMinutes: 90,
    })),
  );

export const anyProblem: fc.Arbitrary<MeetingProblem> = fc
  .record({
    span: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })),
    academies: anyAcademies,
    networks: fc.tuple(anyNetwork('a'), anyNetwork('b'), anyNetwork('c')),
    visits: fc.array(anyVisit, { maxLength: 2 }),
    closed: fc.array(anyClosed, { maxLength: 5 }),
    busy: fc.array(anyBusy, { maxLength: 60 }),
    weekly: fc.array(anyWeekly, { maxLength: 10 }),
    standing: fc.array(anyStanding, { maxLength: 3 }),
    daysBetween: fc.integer({ min: 0, max: 15 }),
    releasesInWeek: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ span: [from, length], visits, ...more }) => ({
    ...more,
    year: '2026/27',
    from: dates[from] ?? '2026-11-02',
    until: dates[Math.min(39, from + length)] ?? '2026-12-11',
    visits: visits.map((visit, at) => ({ ...visit, key: `visit-${at}` })),
  }));
