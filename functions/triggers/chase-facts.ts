import { deputiesOf, membersOf } from '../../shared/meetings/audience';
import { type ChaseFacts, usualSchoolDaysBefore } from '../../shared/meetings/chase';
import type { Stored } from '../../shared/record';
import { type Academy, academy } from '../../shared/records/academy';
import { type Meeting, meeting } from '../../shared/records/meeting';
import { network } from '../../shared/records/network';
import { person } from '../../shared/records/person';
import { trust } from '../../shared/records/trust';
import type { SchoolCalendar } from '../../shared/reviews/school-calendar';
import { addDays } from '../../shared/time/calendar-date';
import { schoolYearOf } from '../../shared/time/school-year';
import { allOf } from '../identity/directory';
import type { Ports } from '../ports';
import { readCalendars } from './triad-cycle';

type ReadPorts = Pick<Ports, 'records'>;

/** Forty school days, the most that the trust can set, with a summer in between. */
const daysAhead = 130;

/** What asking about coming meetings goes by, read once for all of them. */
export interface Chasing {
  readonly meetings: readonly Stored<Meeting>[];
  readonly academies: ReadonlyMap<string, Academy>;
  factsOf(meeting: Meeting): ChaseFacts;
}

/** Undefined where no meeting comes that people are invited to: then nothing else is read. */
export async function readChasing(today: string, ports: ReadPorts): Promise<Chasing | undefined> {
  const { records } = ports;
  const until = addDays(today, daysAhead);
  const meetings = (await meetingsFrom(today, until, ports)).filter(({ record }) => record.wanted === 'event');
  if (meetings.length === 0) return undefined;
  const [academies, people, networks, trusts, calendarOf] = await Promise.all([
    allOf(records.each(academy)),
    allOf(records.each(person)),
    allOf(records.each(network)),
    allOf(records.each(trust)),
    readCalendars(today, ports),
  ]);
  const staff = people.map(({ record }) => record);
  const places = new Map(academies.map(({ record }) => [record.urn, record]));
  const networksByKey = new Map(networks.map(({ key, record }) => [key, record]));
  const schoolDays = trusts[0]?.record.askSchoolDaysBefore ?? usualSchoolDaysBefore;
  const calendars = new Map<string, SchoolCalendar>();
  const calendarAt = (urn: string): SchoolCalendar | undefined => {
    const place = places.get(urn);
    if (place === undefined || place.leftOn !== undefined) return undefined;
    const found = calendars.get(urn) ?? calendarOf(place);
    calendars.set(urn, found);
    return found;
  };
  return {
    meetings,
    academies: places,
    factsOf: (one) => {
      const its = networksByKey.get(one.network);
      return {
        people: staff,
        audience: its === undefined ? [] : membersOf(its, staff).flatMap(({ academy: urn }) => urn ?? []),
        deputies: its === undefined ? [] : deputiesOf(its, staff).map((one) => ({ ...one, who: one.person.who })),
        schoolDays,
        calendarOf: calendarAt,
      };
    },
  };
}

/** Meetings on these days, both included: of one school year or of two. */
export async function meetingsFrom(
  from: string,
  until: string,
  { records }: ReadPorts,
): Promise<readonly Stored<Meeting>[]> {
  const years = [...new Set([schoolYearOf(from), schoolYearOf(until)])];
  const found = await Promise.all(years.map((is) => allOf(records.each(meeting, { by: 'year', is }))));
  return found.flat().filter(({ record }) => from <= record.date && record.date <= until);
}
