import type { Academy } from '../../../shared/records/academy';
import { eachDay, weekdayOf } from '../../../shared/time/calendar-date';
import { type Chance, chanceOf } from './chance';
import type { SchoolCalendar } from './school-calendar';
import { isSchoolDay } from './school-days';
import { type Staff, staffMeetingDay } from './staff';

/** Something that stands in one person's own calendar. Times are London wall time. */
export interface Busy {
  readonly mailbox: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly subject: string;
}

type Span = Omit<Busy, 'mailbox' | 'date'>;

const meetings: readonly [string, ...string[]] = [
  'Meeting with a family',
  'Governors: finance',
  'Safeguarding update',
  'Interviews',
  'Visit to our nursery partners',
  'Call with the educational psychologist',
];
const centralMeetings: readonly [string, ...string[]] = [
  'Executive team',
  'Budget monitoring',
  'Estates call',
  'Recruitment panel',
  'Board paper',
];

/** Calendars that are partly busy, from the first to the last day, both included. */
export function busyOf(
  staff: readonly Staff[],
  academies: readonly Academy[],
  calendar: SchoolCalendar,
  days: { readonly from: string; readonly until: string },
): readonly Busy[] {
  const scopes = new Map(academies.map(({ urn, localAuthority }) => [urn, localAuthority]));
  const central = academies[0]?.localAuthority ?? '';
  const schoolDays = new Map<string, readonly string[]>();
  for (const scope of new Set(scopes.values())) {
    schoolDays.set(
      scope,
      eachDay(days.from, days.until).filter((day) => isSchoolDay(calendar, scope, day)),
    );
  }
  return staff.flatMap((one) => {
    const scope = scopes.get(one.person.academy ?? '') ?? central;
    return (schoolDays.get(scope) ?? []).flatMap((date) =>
      spansOf(one, date).map((span) => ({ mailbox: one.email, date, ...span })),
    );
  });
}

function spansOf(one: Staff, date: string): readonly Span[] {
  const chance = chanceOf('busy', one.email, date);
  const { person } = one;
  if (person.level === 'Trustee') return chance.next() < 0.04 ? [span('18:00', '20:00', 'Board')] : [];
  if (person.academy === undefined) return someMeetings(chance, centralMeetings, 0.8);
  const after = afterSchool(one, date, chance);
  if ((person.yearGroups ?? []).length > 0)
    return [span('08:40', '15:20', `Teaching ${person.yearGroups?.[0]}`), ...after];
  if (person.level === 'Principal') return [...someMeetings(chance, meetings, 0.55), ...after];
  if (person.level === 'Senior leader') return [...teachingMornings(date, ['Monday', 'Thursday']), ...after];
  if (person.responsibilities?.includes('SENCo')) return [...teachingMornings(date, ['Monday', 'Tuesday']), ...after];
  return [...someMeetings(chance, ['Payroll', 'Catering contract', 'Premises walk'], 0.3), ...after];
}

function teachingMornings(date: string, days: readonly string[]): readonly Span[] {
  return days.includes(weekdayOf(date)) ? [span('08:40', '12:15', 'Teaching groups')] : [];
}

/** One staff meeting a week, on the academy's own day; a club now and then. */
function afterSchool({ person }: Staff, date: string, chance: Chance): readonly Span[] {
  if (weekdayOf(date) === staffMeetingDay(person.academy ?? '')) return [span('15:30', '16:45', 'Staff meeting')];
  const teaches = (person.yearGroups ?? []).length > 0;
  if (teaches && chance.next() < 0.12) return [span('15:20', '16:20', 'After-school club')];
  return chance.next() < 0.04 ? [span('15:45', '17:00', 'Private appointment')] : [];
}

function someMeetings(chance: Chance, subjects: readonly [string, ...string[]], share: number): readonly Span[] {
  if (chance.next() >= share) return [];
  const hour = 9 + chance.below(5);
  const long = chance.next() < 0.3;
  const until = hour + (long ? 2 : 1);
  return [span(`${String(hour).padStart(2, '0')}:00`, `${String(until).padStart(2, '0')}:00`, chance.pick(subjects))];
}

function span(from: string, until: string, subject: string): Span {
  return { from, until, subject };
}
