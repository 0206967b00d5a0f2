import type { MeetingProblem } from '../../../shared/meetings/problem';
import type { Stored } from '../../../shared/record';
import type { Academy } from '../../../shared/records/academy';
import type { Meeting } from '../../../shared/records/meeting';
import type { Network } from '../../../shared/records/network';
import type { Objective } from '../../../shared/records/objective';
import type { Person } from '../../../shared/records/person';
import type { SchoolYear } from '../../../shared/records/school-year';
import { ok, type Result, refuse } from '../../../shared/result';
import { ada, ben, cleo } from '../../make';

/** An invented trust, small enough to count by hand: what the API would answer. */

export const trustOffice = {
  id: ada.id,
  name: ada.name,
  email: 'ada.alder@trust.example',
  roles: ['TrustOffice' as const, 'HR' as const],
  trust: { name: 'Larkrise Learning Trust' },
};

export function stored<R>(key: string, record: R): Stored<R> {
  return { key, version: `"${key},1"`, record, actor: ada, at: '2026-11-23T09:00:00Z' };
}

const names = ['Millbrook', 'Ashdown', 'Birchwood', 'Cedar Lane', 'Elmfield'];
export const academies: readonly Stored<Academy>[] = names.map((name, index) =>
  stored(`academy-90000${index + 1}`, {
    urn: `90000${index + 1}`,
    name: `${name} Primary Academy`,
    localAuthority: index < 3 ? 'Northmoor' : 'Southvale',
    easting: 500_000 + index * 4000,
    northing: 160_000,
  }),
);

const id = (number: number): string => `44444444-4444-4444-8444-${String(number).padStart(12, '0')}`;
export const people: readonly Stored<Person>[] = academies.flatMap(({ record }, index) => [
  stored(`person-${id(index)}`, {
    who: { id: id(index), name: `Wren Whitlock ${index + 1}` },
    email: `teacher${index + 1}@trust.example`,
    academy: record.urn,
    post: 'Year 2 teacher',
    level: 'Teacher',
    // The last academy has nobody in Year 2.
    yearGroups: index === 4 ? ['Year 6'] : ['Year 2'],
    active: true,
  } satisfies Person),
]);

export const networks: readonly Stored<Network>[] = [
  stored('network-year-2', {
    name: 'Year 2',
    yearGroup: 'Year 2',
    lead: ben,
    minutes: 60,
    rhythm: 'every half-term',
    times: 1,
    days: ['Tuesday', 'Wednesday'],
    windows: [{ from: '15:45', until: '17:00' }],
    where: 'at a host academy in turn',
    active: true,
  }),
  stored('network-senco', {
    name: 'SENCo',
    responsibility: 'SENCo',
    lead: cleo,
    minutes: 90,
    rhythm: 'every half-term',
    times: 2,
    days: [],
    windows: [{ from: '13:30', until: '16:00' }],
    where: 'in Teams',
    active: true,
  }),
];

export const schoolYears: readonly Stored<SchoolYear>[] = [
  ['Northmoor', '2027-01-04', '2027-02-12'],
  ['Southvale', '2027-01-05', '2027-02-19'],
].map(([scope = '', from = '', until = '']) =>
  stored(`year-${scope}`, { year: '2026/27', scope, halfTerms: [{ name: 'Spring 1', from, until }] }),
);

export function meetingOf(number: number, more: Partial<Meeting> = {}): Stored<Meeting> {
  return stored(`meeting-${number}`, {
    year: '2026/27',
    network: 'network-year-2',
    number,
    name: 'Year 2',
    lead: ben,
    date: `2027-01-${String(11 + number).padStart(2, '0')}`,
    from: '15:45',
    until: '16:45',
    host: '900001',
    place: 'Millbrook Primary Academy',
    members: people.map(({ record }) => ({ academy: record.academy, who: record.who, email: record.email })),
    wanted: 'nothing',
    generation: 0,
    outlook: 'draft',
    ...more,
  });
}

export const problem: MeetingProblem = {
  year: '2026/27',
  from: '2027-01-04',
  until: '2027-02-19',
  academies: academies.map(({ record: { urn, name, localAuthority, easting, northing } }) => ({
    urn,
    name,
    localAuthority,
    easting,
    northing,
  })),
  closed: [{ scope: 'Northmoor', from: '2027-02-15', until: '2027-02-19', label: 'Half-term' }],
  networks: [
    {
      key: 'network-year-2',
      name: 'Year 2',
      lead: ben,
      minutes: 60,
      spans: [{ name: 'Spring 1', from: '2027-01-04', until: '2027-02-19', times: 1 }],
      days: ['Tuesday'],
      windows: [{ from: '15:45', until: '17:00' }],
      where: 'at a host academy in turn',
      members: people.map(({ record }) => ({ academy: record.academy, who: record.who, email: record.email })),
    },
  ],
  // The teacher of the first academy is never free on a Tuesday.
  busy: ['05', '12', '19', '26'].map((day) => ({
    email: 'teacher1@trust.example',
    from: `2027-01-${day}T08:00`,
    until: `2027-01-${day}T18:00`,
  })),
  standing: [],
  daysBetween: 14,
  releasesInWeek: 1,
};

export function objectiveOf(index: number, more: Partial<Objective> = {}): Stored<Objective> {
  return stored(`objective-${index}`, {
    year: '2026/27',
    who: { id: id(100 + index), name: `Morwenna Askew ${index}` },
    text: 'Lead two of our peer reviews and return for the impact reviews by July.',
    contribution: 'Six days and the English lead.',
    measure: 'Both hosts mark the record accurate.\nBoth impact reviews are held.',
    evidenceSource: 'The review records.',
    ownAcademyBenefit: 'Ideas for our own writing.',
    realistic: true,
    agreedOn: '2026-11-23',
    state: 'agreed',
    ...more,
  });
}

export type Answers = Readonly<Record<string, (input: Readonly<Record<string, unknown>>) => Result<unknown>>>;

/** The lists of the invented trust, and whatever a test adds or replaces. */
export function answering(lists: Readonly<Record<string, readonly Stored[]>>, more: Answers = {}) {
  return (request: string, input: Readonly<Record<string, unknown>>): Result<unknown> => {
    const special = more[request];
    if (special !== undefined) return special(input);
    const records = lists[String(input['kind'])];
    if (request === 'listRecords' && records !== undefined) return ok({ records });
    const found = records?.find(({ key }) => key === input['key']);
    if (request === 'getRecord' && found !== undefined) return ok(found);
    return refuse('not-found', `The test has no answer to ${request} ${JSON.stringify(input)}.`);
  };
}
