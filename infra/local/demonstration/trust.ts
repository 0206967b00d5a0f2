import { type Academy, academy as academyKind } from '../../../shared/records/academy';
import { action as actionKind } from '../../../shared/records/action';
import { attendance as attendanceKind } from '../../../shared/records/attendance';
import { closure as closureKind } from '../../../shared/records/closure';
import { finding as findingKind } from '../../../shared/records/finding';
import { hub as hubKind } from '../../../shared/records/hub';
import { meeting as meetingKind } from '../../../shared/records/meeting';
import { network as networkKind } from '../../../shared/records/network';
import { objective as objectiveKind } from '../../../shared/records/objective';
import { person as personKind } from '../../../shared/records/person';
import { priority as priorityKind } from '../../../shared/records/priority';
import { review as reviewKind } from '../../../shared/records/review';
import { schoolYear as schoolYearKind } from '../../../shared/records/school-year';
import { triad as triadKind } from '../../../shared/records/triad';
import { trust as trustKind } from '../../../shared/records/trust';
import { addDays } from '../../../shared/time/calendar-date';
import { schoolYearOf } from '../../../shared/time/school-year';
import { inventedAcademies, inventedTrust } from './academies';
import { type Busy, busyOf } from './busy';
import { withHubs } from './hubs';
import { type Meetings, meetingsOf } from './meetings';
import { networksOf } from './networks';
import { objectivesOf } from './objectives';
import { prioritiesOf } from './priorities';
import { type Reviewing, reviewsOf } from './reviews';
import { type SchoolCalendar, schoolCalendarOf } from './school-calendar';
import { type Seeded, seeded } from './seeded';
import { type Staff, staffOf } from './staff';
import { triadsOf } from './triads';

export interface DemonstrationTrust {
  readonly name: string;
  readonly year: string;
  readonly academies: readonly Academy[];
  readonly staff: readonly Staff[];
  readonly calendar: SchoolCalendar;
  readonly reviewing: Reviewing;
  readonly meeting: Meetings;
  readonly busy: readonly Busy[];
  /** In the order in which they refer to each other; the trust itself last: when it is there, all are. */
  readonly records: readonly Seeded[];
}

export interface DemonstrationOptions {
  /** `yyyy-mm-dd`: reviews and calendars are dated around it. */
  readonly today: string;
  /** The shared mailbox that organises; everybody's address is in its domain. */
  readonly organiserMailbox: string;
  /** Real academies in place of the invented ones. */
  readonly real?: { readonly trustName: string; readonly academies: readonly Academy[] };
}

/** The whole demonstration trust as plain data. The same options give the same trust. */
export function demonstrationTrust({ today, organiserMailbox, real }: DemonstrationOptions): DemonstrationTrust {
  const { hubs, academies } = withHubs(real?.academies ?? inventedAcademies());
  const name = real?.trustName ?? inventedTrust;
  const staff = staffOf(academies, organiserMailbox.slice(organiserMailbox.indexOf('@') + 1));
  const year = schoolYearOf(today);
  const calendar = twoYears(Number(year.slice(0, 4)), [...new Set(academies.map((one) => one.localAuthority))]);
  const triads = triadsOf(year, academies, staff);
  const reviewing = reviewsOf(triads, { calendar, academies, staff, today });
  const networks = networksOf(staff, academies);
  const meeting = meetingsOf(networks, { calendar, academies, staff, today });
  const numbered = <R>(word: string, all: readonly R[]) =>
    all.map((record, index) => ({ key: `${word}-${year.slice(0, 4)}-${index + 1}`, record }));
  return {
    name,
    year,
    academies,
    staff,
    calendar,
    reviewing,
    meeting,
    busy: busyOf(staff, academies, calendar, { from: addDays(today, -14), until: busyUntil(calendar, today) }),
    records: [
      seeded(hubKind, hubs),
      seeded(
        academyKind,
        academies.map((record) => ({ key: `academy-${record.urn}`, record })),
      ),
      seeded(
        personKind,
        staff.map(({ id, person }) => ({ key: `person-${id}`, record: person })),
      ),
      seeded(schoolYearKind, numbered('school-year', calendar.schoolYears)),
      seeded(closureKind, numbered('closure', calendar.closures)),
      seeded(networkKind, networks),
      seeded(attendanceKind, meeting.attendances),
      seeded(meetingKind, meeting.meetings),
      seeded(priorityKind, prioritiesOf(year)),
      seeded(objectiveKind, objectivesOf(year, academies, staff, today)),
      seeded(triadKind, triads),
      seeded(findingKind, reviewing.findings),
      seeded(actionKind, reviewing.actions),
      seeded(reviewKind, reviewing.reviews),
      seeded(trustKind, [{ key: 'trust', record: trustRecord(name, organiserMailbox) }]),
    ],
  };
}

/** This school year and the next, so that there is a half-term to plan also in July. */
function twoYears(first: number, authorities: readonly string[]): SchoolCalendar {
  const [now, next] = [schoolCalendarOf(first, authorities), schoolCalendarOf(first + 1, authorities)];
  return {
    year: now.year,
    schoolYears: [...now.schoolYears, ...next.schoolYears],
    closures: [...now.closures, ...next.closures],
  };
}

/** Calendars are filled to the end of the next half-term, the one that is planned first. */
function busyUntil({ schoolYears }: SchoolCalendar, today: string): string {
  const halfTerms = schoolYears.flatMap((one) => one.halfTerms).filter(({ from }) => from > today);
  const [next] = halfTerms.sort((one, other) => (one.from < other.from ? -1 : 1));
  return next?.until ?? addDays(today, 60);
}

function trustRecord(name: string, organiserMailbox: string) {
  return {
    name,
    values: ['Kind', 'Curious', 'Generous', 'Brave'],
    statement: 'Every principal answers for all the pupils of our academies, and every academy gives and receives.',
    organiserMailbox,
    followUpSchoolWeeks: 6,
    pairsAllowed: false,
    releasesInWeek: 1,
    weeksBetweenMeetings: 2,
  };
}
