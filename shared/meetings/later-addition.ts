import type { Meeting } from '../records/meeting';
import type { Person } from '../records/person';
import { isHead } from '../reviews/heads';
import { addDays } from '../time/calendar-date';
import { schoolYearOf } from '../time/school-year';

/** Why a meeting is not in the calendar that was agreed with staff. */
export const laterAdditions = ['added', 'moved', 'longer'] as const;
export type LaterAddition = (typeof laterAdditions)[number];

export type When = Pick<Meeting, 'date' | 'from' | 'until'>;

/** What is agreed from May on is the calendar of the next school year. */
const daysUntilNextYear = 123;

/**
 * Whether a meeting's school year is one whose calendar was agreed: the year of that day, or from May on the next one.
 *
 * @example isAgreedYear('2026-07-10', '2026/27') // true
 */
export function isAgreedYear(agreedOn: string, year: string): boolean {
  return year <= schoolYearOf(addDays(agreedOn, daysUntilNextYear));
}

/**
 * Whether somebody's hours are directed by an agreed calendar: everybody at an academy who is not on the leadership pay
 * range. Where the range is not known, heads are taken to be on it.
 */
export function hasDirectedTime(person: Pick<Person, 'academy' | 'leadershipPay' | 'level'>): boolean {
  return person.academy !== undefined && !(person.leadershipPay ?? isHead(person));
}

/**
 * Why inviting to this would be a later addition to the calendar that was agreed with staff, or undefined. Another day
 * is one, sooner or later; so is a minute before or after what was agreed for that day. Less time, and what concerns
 * nobody with directed time, is none.
 *
 * @param agreed what was agreed for this meeting: as it stood on that day, and what was agreed for it since
 */
export function laterAddition(
  meeting: When & Pick<Meeting, 'year' | 'members'>,
  agreed: readonly When[],
  agreedOn: string | undefined,
  directed: ReadonlySet<string>,
): LaterAddition | undefined {
  if (agreedOn === undefined || !isAgreedYear(agreedOn, meeting.year)) return undefined;
  if (!meeting.members.some(({ who }) => directed.has(who.id.toLowerCase()))) return undefined;
  if (agreed.some((one) => isWithin(meeting, one))) return undefined;
  if (agreed.length === 0) return 'added';
  return agreed.some(({ date }) => date === meeting.date) ? 'longer' : 'moved';
}

function isWithin({ date, from, until }: When, agreed: When): boolean {
  return date === agreed.date && agreed.from <= from && until <= agreed.until;
}

/** Ids, in lower case, of people with directed time. */
export function withDirectedTime(people: readonly Person[]): ReadonlySet<string> {
  return new Set(people.filter(hasDirectedTime).map(({ who }) => who.id.toLowerCase()));
}

/** Those who would newly be invited to a meeting of an agreed calendar; somebody who goes this once was asked. */
export function addedToAgreed(
  before: Pick<Meeting, 'members'>,
  after: Pick<Meeting, 'members' | 'year'>,
  agreedOn: string | undefined,
  directed: ReadonlySet<string>,
): Meeting['members'] {
  if (agreedOn === undefined || !isAgreedYear(agreedOn, after.year)) return [];
  const known = new Set(before.members.map(({ who }) => who.id.toLowerCase()));
  return after.members.filter(
    ({ who, part }) => part !== 'substitute' && !known.has(who.id.toLowerCase()) && directed.has(who.id.toLowerCase()),
  );
}
