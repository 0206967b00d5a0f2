import type { MeetingProblem, NetworkProblem } from '../../shared/meetings/problem';
import { addDays } from '../../shared/time/calendar-date';
import { chanceFrom } from './triad-instances';

/** Weeks of the half-terms: 190 school days; between them one or two weeks of holidays. */
const halfTerms = [7, 7, 6, 6, 5, 7];
const holidays = [1, 2, 1, 2, 1];
const firstMonday = '2026-09-07';
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const windows = [
  { from: '09:30', until: '10:30', busy: 0.42 },
  { from: '13:00', until: '14:00', busy: 0.38 },
  { from: '14:30', until: '15:30', busy: 0.38 },
  { from: '16:00', until: '17:00', busy: 0.16 },
] as const;

interface Span {
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

function spansOfYear(): readonly Span[] {
  const spans: Span[] = [];
  let monday = firstMonday;
  for (const [at, weeks] of halfTerms.entries()) {
    spans.push({ name: `Half-term ${at + 1}`, from: monday, until: addDays(monday, 7 * weeks - 3) });
    monday = addDays(monday, 7 * (weeks + (holidays[at] ?? 0)));
  }
  return spans;
}

/**
 * A year of N networks in S schools: each network meets once a half-term on one of three weekdays in one of two
 * windows; about 0.55 N people a school, each with a week that repeats and some noise; a member of each network in each
 * school, and in 60 % of schools a deputy; meetings of one network three weeks apart, one release a week.
 */
export function meetingInstance(networks: number, schools: number, seed: number): MeetingProblem {
  const random = chanceFrom(100_000 * networks + 1000 * schools + seed);
  const any = (count: number) => Math.floor(random() * count);
  const spans = spansOfYear();
  const urns = Array.from({ length: schools }, (_, school) => String(900_001 + school));
  const people = Math.round(0.55 * networks);
  const email = (school: number, person: number) => `person${person}.${urns[school]}@larkrise.example`;
  const dates = spans.flatMap(({ from, until }) => schoolDays(from, until));
  return {
    year: '2026/27',
    from: firstMonday,
    until: spans.at(-1)?.until ?? firstMonday,
    academies: urns.map((urn, school) => ({
      urn,
      name: `School ${school + 1}`,
      localAuthority: 'Downshire',
      easting: 400_000 + any(60_000),
      northing: 300_000 + any(60_000),
    })),
    closed: [
      ...holidaysOf(spans),
      ...urns.flatMap((scope) =>
        [1, 2, 3].map(() => {
          const day = dates[any(dates.length)] ?? firstMonday;
          return { scope, from: day, until: day, label: 'INSET' };
        }),
      ),
    ],
    networks: Array.from({ length: networks }, (_, network): NetworkProblem => {
      const times = chosen(windows, 2, random).map(({ from, until }) => ({ from, until }));
      return {
        key: `network-${network + 1}`,
        name: `Network ${network + 1}`,
        lead: { id: id(network), name: `Lead ${network + 1}` },
        minutes: 60,
        spans: spans.map((span) => ({ ...span, times: 1 })),
        days: [...chosen(weekdays, 3, random)],
        windows: times,
        where: 'at a host academy in turn',
        members: urns.flatMap((academy, school) => {
          const [member = 0, deputy = 0] = chosen(
            Array.from({ length: people }, (_one, at) => at),
            2,
            random,
          );
          const named = (person: number) => ({
            academy,
            who: { id: id(1000 + school * people + person), name: `Person ${person} of ${urns[school]}` },
            email: email(school, person),
          });
          return random() < 0.6 ? [named(member), { ...named(deputy), part: 'deputy' as const }] : [named(member)];
        }),
      };
    }),
    busy: urns.flatMap((_, school) =>
      Array.from({ length: people }, (_one, person) => busyOf(email(school, person), dates, random)).flat(),
    ),
    standing: [],
    daysBetween: 21,
    releasesInWeek: 1,
  };
}

function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function schoolDays(from: string, until: string): readonly string[] {
  const days: string[] = [];
  for (let monday = from; monday < until; monday = addDays(monday, 7))
    for (let day = 0; day < 5; day += 1) days.push(addDays(monday, day));
  return days;
}

function holidaysOf(spans: readonly Span[]): MeetingProblem['closed'] {
  return spans.slice(1).map(({ from }, at) => ({
    scope: 'trust',
    from: addDays(spans[at]?.until ?? from, 1),
    until: addDays(from, -1),
    label: 'School holidays',
  }));
}

/** A week that repeats, and noise: the windows in which somebody cannot come. */
function busyOf(email: string, dates: readonly string[], random: () => number): MeetingProblem['busy'] {
  const pattern = Array.from({ length: 5 }, () => windows.map(({ busy }) => random() < busy));
  return dates.flatMap((date, at) =>
    windows.flatMap(({ from, until }, window) =>
      pattern[at % 5]?.[window] === true || random() < 0.06
        ? [{ email, from: `${date}T${from}`, until: `${date}T${until}` }]
        : [],
    ),
  );
}

function chosen<T>(from: readonly T[], count: number, random: () => number): readonly T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
