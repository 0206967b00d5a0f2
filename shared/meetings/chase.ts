import { askedInTurn, type Meeting } from '../records/meeting';
import type { Person } from '../records/person';
import { headOf } from '../reviews/heads';
import { isPupilDay, pupilDaysFrom, type SchoolCalendar } from '../reviews/school-calendar';
import { eachDay } from '../time/calendar-date';
import { acceptedFor, hasDeclined } from './represented';

/** Where the trust has set no other number: so many school days before a meeting somebody should have accepted. */
export const usualSchoolDaysBefore = 10;

/** School days of the academy between two askings, so that there is time to answer: 10, 8, 6 and 4 days before. */
const schoolDaysBetween = 2;

export type Asked = (typeof askedInTurn)[number];

/** What asking goes by, beside the meeting. */
export interface ChaseFacts {
  readonly people: readonly Person[];
  /** URNs of academies whose people belong to the meeting's network today. */
  readonly audience: readonly string[];
  readonly deputies: readonly { readonly academy: string; readonly who: { readonly id: string } }[];
  readonly schoolDays: number;
  calendarOf(urn: string): SchoolCalendar | undefined;
}

/** Somebody who is asked, or the trust office where there is no address. */
export interface Ask {
  readonly academy: string;
  readonly to: Asked;
  readonly whom: readonly Pick<Person, 'who' | 'email'>[];
}

/** People are in Outlook's hands: invited, so that they could have answered. */
export function isInvited({ wanted, outlook, eventId }: Meeting): boolean {
  return wanted === 'event' && (outlook === 'sent' || eventId !== undefined);
}

/**
 * Academies that should be there, whose time to be asked has come, and for which nobody has accepted. An academy that is
 * closed on the day is not asked: its place in the plan says so.
 */
export function withoutAnybody(meeting: Meeting, facts: ChaseFacts, today: string): readonly string[] {
  if (!isInvited(meeting) || meeting.date <= today) return [];
  const accepted = acceptedFor(meeting, facts.people);
  return expected(meeting, facts).filter(
    (urn) => !accepted.has(urn) && firstDayOf(urn, meeting, facts, today) <= today,
  );
}

function expected({ members, representatives = [] }: Meeting, { audience }: ChaseFacts): readonly string[] {
  const urns = [...members, ...representatives].flatMap(({ academy }) => academy ?? []);
  return [...new Set([...urns, ...audience])].sort();
}

const notAsked = '9999-12-31';

/** The day from which an academy is asked about a meeting, counted in its own school days. */
function firstDayOf(urn: string, { date }: Meeting, { calendarOf, schoolDays }: ChaseFacts, today: string): string {
  const calendar = calendarOf(urn);
  if (calendar === undefined || !isPupilDay(calendar, date) || date <= today) return notAsked;
  return pupilDaysFrom(calendar, date, -schoolDays) ?? notAsked;
}

/**
 * Who is asked this morning about a meeting, academy by academy: its member, then its deputy, then its principal, then
 * the trust office, each once for one date, on the academy's own school days. Nobody who declined is asked again, and
 * nobody twice because they are two of these.
 */
export function asksDue(meeting: Meeting, facts: ChaseFacts, today: string): readonly Ask[] {
  return withoutAnybody(meeting, facts, today).flatMap((urn) => {
    const calendar = facts.calendarOf(urn);
    if (calendar === undefined || !isPupilDay(calendar, today)) return [];
    // What was asked before the meeting's first day was asked about another date.
    const from = firstDayOf(urn, meeting, facts, today);
    const asked = (meeting.chased ?? []).filter(({ academy, on }) => academy === urn && on >= from);
    const last = asked.at(-1);
    if (last !== undefined && schoolDaysAfter(calendar, last.on, today) < schoolDaysBetween) return [];
    const ask = nextAsk(urn, last?.to, meeting, facts);
    return ask === undefined ? [] : [ask];
  });
}

function schoolDaysAfter(calendar: SchoolCalendar, from: string, until: string): number {
  return eachDay(from, until).filter((day) => day > from && isPupilDay(calendar, day)).length;
}

function nextAsk(urn: string, last: Asked | undefined, meeting: Meeting, facts: ChaseFacts): Ask | undefined {
  const before = new Set<string>();
  for (const to of askedInTurn) {
    const whom = candidates(urn, to, meeting, facts).filter(({ who }) => !before.has(who.id));
    const isNext = last === undefined || askedInTurn.indexOf(to) > askedInTurn.indexOf(last);
    if (isNext && (whom.length > 0 || to === 'trust office')) return { academy: urn, to, whom };
    for (const { who } of whom) before.add(who.id);
  }
  return undefined;
}

function candidates(urn: string, to: Asked, meeting: Meeting, facts: ChaseFacts): Ask['whom'] {
  const { members, representatives = [], answers = [] } = meeting;
  const may = (one: Pick<Person, 'email'>): boolean => !hasDeclined(answers, one.email);
  const active = facts.people.filter((one) => one.active && may(one));
  const ofAcademy = <E extends { readonly academy?: string | undefined }>(entries: readonly E[]) =>
    entries.filter(({ academy }) => academy === urn);
  const named = (entries: readonly { readonly who: { readonly id: string } }[]) =>
    active.filter(({ who }) => entries.some((one) => one.who.id.toLowerCase() === who.id.toLowerCase()));
  switch (to) {
    case 'member': {
      const invited = named(ofAcademy(members).filter(({ part }) => part !== 'deputy'));
      const counted = named(ofAcademy(representatives).filter(({ part }) => part !== 'deputy'));
      const first = invited.filter((one) => counted.includes(one));
      return first.length > 0 ? first : invited;
    }
    case 'deputy': {
      const invited = [...ofAcademy(members), ...ofAcademy(representatives)].filter(({ part }) => part === 'deputy');
      // What a confidential meeting is about is for those invited and their principals: nobody else is written to.
      return named([...invited, ...(meeting.confidential === true ? [] : ofAcademy(facts.deputies))]);
    }
    case 'principal': {
      if (meeting.confidential === true && ofAcademy(members).length === 0) return [];
      const head = headOf(urn, active);
      return head === undefined ? [] : [head];
    }
    case 'trust office':
      return [];
  }
}

/** Kept before anybody is sent a mail, so that the same morning run twice asks once. */
export function withAsks(meeting: Meeting, asks: readonly Ask[], on: string): Meeting {
  const asked = asks.map(({ academy, to }) => ({ academy, to, on }));
  return { ...meeting, chased: [...(meeting.chased ?? []), ...asked].slice(-400) };
}

/** After a mail that certainly was not sent: it is tried again on the next school morning. */
export function withoutAsk(meeting: Meeting, { academy, to }: Ask, on: string): Meeting {
  const chased = (meeting.chased ?? []).filter((one) => one.academy !== academy || one.to !== to || one.on !== on);
  return { ...meeting, chased };
}
