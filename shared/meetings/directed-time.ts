import type { Academy } from '../records/academy';
import type { Meeting } from '../records/meeting';
import type { Person } from '../records/person';
import { minutesOf } from '../time/time-of-day';
import { hasDirectedTime } from './later-addition';

/** What a full-time teacher may be directed to in a year, in hours (School Teachers' Pay and Conditions). */
const fullTimeHours = 1265;

export const countings = ['counted', 'leadership', 'other contract'] as const;

/** What the meetings of a year come to for one person. */
export interface DirectedTime {
  readonly person: Person;
  readonly counting: (typeof countings)[number];
  /** Released from school. */
  readonly withinMinutes: number;
  /** Before or after the school day: this adds to directed time. */
  readonly outsideMinutes: number;
  /** Pro rata; absent for those to whom directed time does not apply. */
  readonly allowedHours?: number;
}

type SchoolDay = Pick<Academy, 'dayFrom' | 'dayUntil'>;

/** Whether 1,265 hours apply: not on the leadership range, and not to those who are no teachers of an academy. */
export function countingOf(person: Pick<Person, 'academy' | 'leadershipPay' | 'level'>): DirectedTime['counting'] {
  if (hasDirectedTime(person) && person.level !== 'Support staff') return 'counted';
  return person.academy === undefined || person.level === 'Support staff' ? 'other contract' : 'leadership';
}

/** Minutes within and outside the school day; all count as outside where nobody has said when school is. */
export function minutesOfMeeting(
  { from, until }: Pick<Meeting, 'from' | 'until'>,
  { dayFrom, dayUntil }: SchoolDay,
): { readonly within: number; readonly outside: number } {
  const all = minutesOf(until) - minutesOf(from);
  if (dayFrom === undefined || dayUntil === undefined) return { within: 0, outside: all };
  const overlap = Math.min(minutesOf(until), minutesOf(dayUntil)) - Math.max(minutesOf(from), minutesOf(dayFrom));
  const within = Math.max(0, overlap);
  return { within, outside: all - within };
}

/** Who is expected: everybody invited but deputies, whoever stands for an academy, and the lead. */
export function expectedAt({ members, representatives, lead }: Meeting): ReadonlySet<string> {
  const invited = members.filter(({ part }) => part !== 'deputy').map(({ who }) => who.id);
  return new Set([...invited, ...(representatives ?? []).map(({ who }) => who.id), lead.id]);
}

/** What these meetings come to for one person. */
export function directedTimeOf(
  person: Person,
  meetings: readonly (Pick<Meeting, 'from' | 'until'> & { readonly expected: ReadonlySet<string> })[],
  academy: SchoolDay | undefined,
  hoursOfTrust: number | undefined,
): DirectedTime {
  const own = meetings.filter(({ expected }) => expected.has(person.who.id));
  const minutes = own.map((one) => minutesOfMeeting(one, academy ?? {}));
  const counting = countingOf(person);
  return {
    person,
    counting,
    withinMinutes: minutes.reduce((sum, { within }) => sum + within, 0),
    outsideMinutes: minutes.reduce((sum, { outside }) => sum + outside, 0),
    ...(counting === 'counted'
      ? { allowedHours: ((hoursOfTrust ?? fullTimeHours) * (person.fullTimePercent ?? 100)) / 100 }
      : {}),
  };
}

/**
 * Minutes as people read them in a calendar.
 *
 * @example hoursAndMinutes(390) // '6 h 30'
 */
export function hoursAndMinutes(minutes: number): string {
  const rest = minutes % 60;
  return rest === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')}`;
}

/** What a person may read of their hours. */
export function sentenceOf({ counting, withinMinutes, outsideMinutes, allowedHours }: DirectedTime): string {
  const added = hoursAndMinutes(outsideMinutes);
  const released = withinMinutes === 0 ? '' : `; released from school for ${hoursAndMinutes(withinMinutes)}`;
  if (counting === 'leadership')
    return `${added} outside the school day${released}. Leadership range: directed time does not apply.`;
  if (counting === 'other contract')
    return `${added} outside the school day${released}. Another contract: directed time does not apply.`;
  const hours = (allowedHours ?? 0).toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${added} outside the school day, of ${hours} hours of directed time${released}.`;
}
