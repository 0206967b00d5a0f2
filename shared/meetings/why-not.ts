import { britishDay } from '../time/british-date';
import { daysBetween, mondayOf, weekdayOf } from '../time/calendar-date';
import { overlaps } from '../time/interval';
import { minutesOf } from '../time/time-of-day';
import { grouped } from './grouped';
import type { MeetingProblem } from './problem';

/** A day and hours, half open. */
export interface When {
  readonly date: string;
  readonly from: string;
  readonly until: string;
}

/** Something of ours that takes a person's time: another meeting or visit. */
export interface Taken extends When {
  readonly name: string;
  /** Whether people travel to it. */
  readonly inPerson: boolean;
}

/** All that may stand against somebody, by address. */
export interface Diaries {
  readonly busy: ReadonlyMap<string, MeetingProblem['busy']>;
  readonly weekly: ReadonlyMap<string, NonNullable<MeetingProblem['weekly']>>;
  readonly taken: ReadonlyMap<string, readonly Taken[]>;
  /** Those who have an academy to be released from. */
  readonly released: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly releasesInWeek: number;
  /** Minutes of the longest way between two academies. */
  readonly longestWay: number;
}

export function diariesOf(problem: MeetingProblem, taken: Diaries['taken'], longestWay: number): Diaries {
  const members = problem.networks.flatMap((network) => network.members);
  return {
    busy: byEmail(problem.busy),
    weekly: byEmail(problem.weekly ?? []),
    taken,
    released: new Set(members.flatMap(({ academy, email }) => (academy === undefined ? [] : [email.toLowerCase()]))),
    names: new Map(members.map(({ email, who }) => [email.toLowerCase(), who.name])),
    releasesInWeek: problem.releasesInWeek,
    longestWay,
  };
}

function byEmail<T extends { readonly email: string }>(all: readonly T[]): ReadonlyMap<string, T[]> {
  return grouped(all, ({ email }) => email.toLowerCase());
}

/**
 * What keeps somebody from a meeting, to follow a name; undefined when nothing does. The first that holds: an
 * appointment, the timetable, another meeting or visit, the way between two, the releases of the week.
 *
 * @example whyNot(diaries, 'm.askew@trust.example', meeting) // 'is then at Year 2, 15:30 to 16:30'
 */
export function whyNot(diaries: Diaries, email: string, meeting: When & Pick<Taken, 'inPerson'>): string | undefined {
  return whyBusy(diaries, email, meeting) ?? whyTaken(diaries, email, meeting);
}

/** What somebody's own diary or timetable has against a time. */
export function whyBusy({ busy, weekly }: Diaries, email: string, when: When): string | undefined {
  const { date, from, until } = when;
  const span = { from: `${date}T${from}`, until: `${date}T${until}` };
  const appointment = busy.get(email)?.find((one) => overlaps(one, span));
  if (appointment !== undefined) {
    const hours = hoursOf(appointment, date);
    return hours === undefined ? 'is away all day' : `has another appointment, ${hours}`;
  }
  const lesson = weekly.get(email)?.find((one) => one.day === weekdayOf(date) && overlaps(one, when));
  return lesson === undefined ? undefined : `cannot be released, ${lesson.from} to ${lesson.until}`;
}

function whyTaken(diaries: Diaries, email: string, meeting: When & Pick<Taken, 'inPerson'>): string | undefined {
  const taken = diaries.taken.get(email) ?? [];
  const sameDay = taken.filter(({ date }) => date === meeting.date);
  const meanwhile = sameDay.find((one) => overlaps(one, meeting));
  if (meanwhile !== undefined) return `is then at ${meanwhile.name}, ${meanwhile.from} to ${meanwhile.until}`;
  const near = sameDay.find((one) => isTooNear(one, meeting, diaries.longestWay));
  if (near !== undefined)
    return `is at ${near.name}, ${near.from} to ${near.until}, and the way may take ${diaries.longestWay} minutes`;
  if (!diaries.released.has(email)) return undefined;
  const { releasesInWeek: most } = diaries;
  if (most < 1) return 'may not be released at all';
  const monday = mondayOf(meeting.date);
  const inWeek = taken.filter(({ date }) => Math.abs(daysBetween(monday, date) - 3) <= 3 && mondayOf(date) === monday);
  if (inWeek.length < Math.floor(most)) return undefined;
  const times = most < 2 ? 'once' : `${Math.floor(most)} times`;
  return `is released that week for ${inWeek.map((one) => `${one.name} on ${britishDay(one.date)}`).join(' and ')}, and nobody more than ${times}`;
}

function isTooNear(one: Taken, other: When & Pick<Taken, 'inPerson'>, longestWay: number): boolean {
  if (!one.inPerson && !other.inPerson) return false;
  const apart = Math.max(minutesOf(other.from) - minutesOf(one.until), minutesOf(one.from) - minutesOf(other.until));
  return apart < longestWay;
}

/** The hours of an appointment on this day, without its title; undefined when it takes the whole day. */
function hoursOf(busy: { readonly from: string; readonly until: string }, date: string): string | undefined {
  const from = busy.from.startsWith(date) ? busy.from.slice(11) : '00:00';
  const until = busy.until.startsWith(date) ? busy.until.slice(11) : '24:00';
  return from === '00:00' && until === '24:00' ? undefined : `${from} to ${until}`;
}
