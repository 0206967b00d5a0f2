import { invitedTo } from '../../../shared/meetings/invited';
import type { Academy } from '../../../shared/records/academy';
import type { Attendance } from '../../../shared/records/attendance';
import type { Meeting } from '../../../shared/records/meeting';
import type { Network } from '../../../shared/records/network';
import { addDays, weekdayOf } from '../../../shared/time/calendar-date';
import { schoolYearOf, termOf } from '../../../shared/time/school-year';
import { chanceOf } from './chance';
import type { SchoolCalendar } from './school-calendar';
import { isSchoolDay } from './school-days';
import type { Entry } from './seeded';
import type { Staff } from './staff';

export interface Meetings {
  readonly meetings: readonly Entry<Meeting>[];
  readonly attendances: readonly Entry<Attendance>[];
  /** The one of last week, of which nobody has said yet who came. */
  readonly last?: Entry<Meeting>;
}

interface Setting {
  readonly calendar: SchoolCalendar;
  readonly academies: readonly Academy[];
  readonly staff: readonly Staff[];
  readonly today: string;
}

/** As if it had been published and held long ago. */
const over = { wanted: 'event', generation: 0, outlook: 'sent' } as const;
/** Asked for in Outlook: the reconciler makes the event when it first runs. */
const published = { wanted: 'event', generation: 0, outlook: 'waiting' } as const;

const lastNetwork = 'network-year-2';
const reasons = ['A visit on the same day', 'No cover for the class', 'Snow on the roads'] as const;

/** Each network has met once in the half-term before, register taken; one met last week. None in the first weeks of a year. */
export function meetingsOf(networks: readonly Entry<Network>[], setting: Setting): Meetings {
  const year = schoolYearOf(setting.today);
  const earlier = networks
    .map((network, index) => meetingOf(network, { turn: index * 4, daysAgo: 42 + index }, setting))
    .filter(({ record }) => record.year === year);
  const recent = networks.findIndex(({ key }) => key === lastNetwork);
  const network = networks[recent];
  const held = earlier.filter(({ record }) => record.date < setting.today);
  const attendances = held.flatMap(attendancesOf);
  if (network === undefined || !earlier.some(({ record }) => record.network === lastNetwork))
    return { meetings: held, attendances };
  const before = meetingOf(network, { turn: recent * 4 + 1, daysAgo: 4 }, setting);
  const last = { key: `${before.key}-2`, record: { ...before.record, number: 2, ...published, ...left } };
  return { meetings: [...held, last], attendances, last };
}

const left = { agenda: 'Moderation of writing, with two pieces from each class' } as const;

function meetingOf(
  { key, record: network }: Entry<Network>,
  { turn, daysAgo }: { readonly turn: number; readonly daysAgo: number },
  setting: Setting,
): Entry<Meeting> {
  const { academies, staff } = setting;
  const host = network.where === 'at a host academy in turn' ? academies[turn % academies.length] : undefined;
  const scope = (host ?? academies[0])?.localAuthority ?? '';
  const date = meetingDay(network, scope, daysAgo, setting);
  const from = network.windows[0]?.from ?? '15:45';
  const members = invitedTo(
    network,
    staff.map(({ person }) => person),
  );
  return {
    key: `meeting-${schoolYearOf(date).replace('/', '-')}-${key}`,
    record: {
      year: schoolYearOf(date),
      network: key,
      number: 1,
      name: network.name,
      lead: network.lead,
      date,
      from,
      until: later(from, network.minutes),
      ...(host === undefined ? {} : { host: host.urn }),
      place: host?.name ?? network.place ?? 'Teams',
      members: members.map(({ academy, who, email }) => ({
        ...(academy === undefined ? {} : { academy }),
        who,
        email,
      })),
      ...(network.purpose === undefined ? {} : { purpose: network.purpose }),
      ...(network.confidential === undefined ? {} : { confidential: network.confidential }),
      openPoints: [{ what: 'Bring one example from every class next time', who: 'Everybody' }],
      ...over,
    },
  };
}

/** The last school day until then on which the network meets. */
function meetingDay({ days }: Network, scope: string, daysAgo: number, { calendar, today }: Setting): string {
  const until = addDays(today, -daysAgo);
  const weeks = Array.from({ length: 28 }, (_, before) => addDays(until, -before));
  const meets = (date: string) => days.length === 0 || days.some((day) => day === weekdayOf(date));
  return weeks.find((date) => meets(date) && isSchoolDay(calendar, scope, date)) ?? until;
}

function later(from: string, minutes: number): string {
  const end = Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

function attendancesOf({ key, record }: Entry<Meeting>): readonly Entry<Attendance>[] {
  const members = new Map(
    record.members.flatMap(({ academy, who }) => (academy === undefined ? [] : [[academy, who]])),
  );
  return [...members].map(([academy, by]) => {
    const chance = chanceOf('attendance', key, academy);
    const drawn = chance.next();
    const said =
      drawn < 0.8
        ? ({ represented: 'yes', by } as const)
        : drawn < 0.9
          ? ({ represented: 'by a deputy' } as const)
          : ({ represented: 'no', because: chance.pick(reasons) } as const);
    return {
      key: `attendance-${key}-${academy}`,
      record: { meeting: key, academy, lead: record.lead, term: termOf(record.date), ...said },
    };
  });
}
