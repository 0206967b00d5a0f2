import { network } from '../../../shared/records/network';
import { schoolYear } from '../../../shared/records/school-year';
import { host, lead, outsider, service } from '../service';

export const year = '2026/27';
export const wholeYear = { year, from: '2026-09-01', until: '2027-07-21' };
export const network1 = {
  name: 'Principals',
  level: 'Principal',
  lead,
  minutes: 60,
  rhythm: 'every half-term',
  times: 1,
  days: ['Tuesday', 'Thursday'],
  windows: [{ from: '15:45', until: '17:15' }],
  where: 'at a host academy in turn',
  deputies: [{ academy: host, who: outsider }],
  active: true,
} as const;

export const halfTerms = [
  { name: 'Autumn 1', from: '2026-09-02', until: '2026-10-16' },
  { name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18' },
  { name: 'Spring 1', from: '2027-01-04', until: '2027-02-12' },
  { name: 'Spring 2', from: '2027-02-22', until: '2027-03-25' },
  { name: 'Summer 1', from: '2027-04-12', until: '2027-05-28' },
  { name: 'Summer 2', from: '2027-06-07', until: '2027-07-21' },
];

/** The trust with one network and the half-terms of a year. */
export function opened() {
  const rig = service();
  rig.ports.put(network, 'principals', network1);
  rig.ports.put(schoolYear, 'year-1', { year, scope: 'Northshire', halfTerms });
  return rig;
}

export const published = {
  year,
  network: 'principals',
  number: 4,
  name: 'Principals',
  lead,
  date: '2027-03-02',
  from: '15:45',
  until: '16:45',
  host,
  place: 'Host Primary',
  members: [{ academy: host, who: lead, email: 'ada.alder@trust.example' }],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  eventId: 'event-4',
} as const;
