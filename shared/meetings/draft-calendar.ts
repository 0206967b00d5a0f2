import type { Stored } from '../record';
import type { Academy } from '../records/academy';
import type { Meeting } from '../records/meeting';
import type { Person } from '../records/person';
import { type DirectedTime, directedTimeOf, minutesOfMeeting } from './directed-time';
import { type Gathering, gatheringOf } from './gathering';

/** Whose calendar it is. */
export type CalendarOwner =
  | { readonly scope: 'trust' }
  | { readonly scope: 'academy'; readonly academy: Academy }
  | { readonly scope: 'person'; readonly person: Person };

export interface DraftFacts {
  readonly year: string;
  readonly owner: CalendarOwner;
  readonly meetings: readonly Stored<Meeting>[];
  /** Of peer reviews: they stand in the calendars of academies and people, not in the whole trust's. */
  readonly ofReviews: readonly Gathering[];
  readonly people: readonly Person[];
  readonly academies: ReadonlyMap<string, Academy>;
  readonly directedTimeHours?: number | undefined;
  readonly agreedOn?: string | undefined;
  /** Keys of meetings that were not in the calendar as it was agreed. */
  readonly later: ReadonlySet<string>;
}

export interface DraftRow extends Gathering {
  /** Of those whose calendar it is; of a peer review, who leads. */
  readonly who: readonly string[];
  /** How it lies to the school day; absent where that is not known or differs between academies. */
  readonly day?: 'within the school day' | 'outside the school day' | 'partly within the school day';
  readonly later: boolean;
}

export interface DraftCalendar {
  readonly title: string;
  readonly year: string;
  readonly agreedOn?: string | undefined;
  readonly rows: readonly DraftRow[];
  readonly people: readonly DirectedTime[];
  readonly notes: readonly string[];
}

/** The meetings of a year for those whose calendar it is, in order, with what they come to for each person. */
export function draftCalendar(facts: DraftFacts): DraftCalendar {
  const { year, owner, people, academies, directedTimeHours, agreedOn } = facts;
  const concerned = people.filter((one) => one.active && isOf(owner, one));
  const ids = new Set(concerned.map(({ who }) => who.id));
  const standing = facts.meetings.filter(({ record }) => record.wanted === 'event' || record.outlook === 'draft');
  const rows = [
    ...standing.map((stored) => gatheringOf(stored, academies)),
    ...(owner.scope === 'trust' ? [] : facts.ofReviews),
  ]
    .filter(({ expected }) => owner.scope === 'trust' || [...expected].some((id) => ids.has(id)))
    .sort((one, other) => orderOf(one).localeCompare(orderOf(other)))
    .map((one) => toRow(one, facts, concerned));
  const times = concerned.map((one) => directedTimeOf(one, rows, academies.get(one.academy ?? ''), directedTimeHours));
  const busy = times
    .filter(({ withinMinutes, outsideMinutes }) => withinMinutes + outsideMinutes > 0)
    .sort((one, other) => one.person.who.name.localeCompare(other.person.who.name, 'en-GB'));
  return { title: titleOf(owner), year, agreedOn, rows, people: busy, notes: notesOf(busy, academies, rows, agreedOn) };
}

function isOf(owner: CalendarOwner, { who, academy }: Person): boolean {
  if (owner.scope === 'person') return who.id === owner.person.who.id;
  return owner.scope === 'trust' || academy === owner.academy.urn;
}

function titleOf(owner: CalendarOwner): string {
  if (owner.scope === 'trust') return 'All academies';
  return owner.scope === 'academy' ? owner.academy.name : owner.person.who.name;
}

function orderOf({ date, from, name }: Gathering): string {
  return `${date} ${from} ${name}`;
}

function toRow(gathering: Gathering, { academies, later }: DraftFacts, concerned: readonly Person[]): DraftRow {
  const present = concerned.filter(({ who }) => gathering.expected.has(who.id));
  const days = new Set(present.map((one) => dayOf(gathering, academies.get(one.academy ?? ''))));
  const [day] = days.size === 1 ? [...days] : [];
  return {
    ...gathering,
    who: gathering.leads === undefined ? present.map(({ who }) => who.name) : [gathering.leads],
    ...(day === undefined ? {} : { day }),
    later: later.has(gathering.key) || gathering.agreement !== undefined,
  };
}

function dayOf(meeting: Gathering, academy: Academy | undefined): DraftRow['day'] {
  if (academy?.dayFrom === undefined || academy.dayUntil === undefined) return undefined;
  const { within, outside } = minutesOfMeeting(meeting, academy);
  if (outside === 0) return 'within the school day';
  return within === 0 ? 'outside the school day' : 'partly within the school day';
}

/** What a reader must know to judge the numbers. */
function notesOf(
  times: readonly DirectedTime[],
  academies: ReadonlyMap<string, Academy>,
  rows: readonly DraftRow[],
  agreedOn: string | undefined,
): readonly string[] {
  const without = [...new Set(times.map(({ person }) => person.academy ?? ''))].filter((urn) => {
    const place = academies.get(urn);
    return place !== undefined && (place.dayFrom === undefined || place.dayUntil === undefined);
  });
  const names = without.map((urn) => academies.get(urn)?.name ?? urn).sort();
  return [
    ...(names.length === 0
      ? []
      : [
          `The school hours of ${names.join(', ')} are not known: all of a meeting is counted as outside the school day.`,
        ]),
    ...(rows.some(({ later }) => later)
      ? ['Later additions were not in the calendar as it was agreed with staff.']
      : []),
    ...(agreedOn !== undefined && rows.some(({ leads }) => leads !== undefined)
      ? ['Peer reviews are planned by their triads: which of their dates came after the agreement is not marked.']
      : []),
  ];
}
