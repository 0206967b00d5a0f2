import type { MeetingProblem } from '../../shared/meetings/problem';

function person(number: number, name: string) {
  return { id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, name };
}

const morwenna = person(1, 'Morwenna Askew');
const idris = person(2, 'Idris Fenwick');
const tamsin = person(3, 'Tamsin Holroyd');

/** A small planning problem with something of everything: `our-academies meetings --problem` takes it. */
export const exampleProblem: MeetingProblem = {
  year: '2026/27',
  from: '2026-11-02',
  until: '2026-12-18',
  academies: [
    {
      urn: '900001',
      name: 'Millbrook Primary Academy',
      localAuthority: 'Downshire',
      easting: 516961,
      northing: 147714,
    },
    { urn: '900002', name: 'Elm Primary Academy', localAuthority: 'Downshire', easting: 518200, northing: 149010 },
    { urn: '900003', name: 'Oldfield Infant Academy', localAuthority: 'Upshire', easting: 496131, northing: 135756 },
  ],
  closed: [
    { scope: 'Upshire', from: '2026-11-02', until: '2026-11-06', label: 'Autumn half-term' },
    { scope: '900002', from: '2026-11-23', until: '2026-11-23', label: 'INSET' },
    { scope: 'trust', from: '2026-12-17', until: '2026-12-18', label: 'Christmas productions' },
  ],
  networks: [
    {
      key: 'network-year-2',
      name: 'Year 2',
      lead: morwenna,
      minutes: 60,
      spans: [{ name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18', times: 2 }],
      days: ['Monday', 'Tuesday', 'Thursday'],
      windows: [{ from: '15:30', until: '17:00' }],
      where: 'at a host academy in turn',
      members: [
        { academy: '900001', who: morwenna, email: 'm.askew@larkrise.example' },
        { academy: '900002', who: idris, email: 'i.fenwick@larkrise.example' },
        { academy: '900003', who: tamsin, email: 't.holroyd@larkrise.example' },
      ],
    },
    {
      key: 'network-senco',
      name: 'SENCOs',
      lead: tamsin,
      minutes: 45,
      spans: [{ name: 'Autumn 2', from: '2026-11-02', until: '2026-12-18', times: 1 }],
      days: [],
      windows: [{ from: '13:00', until: '16:00' }],
      where: 'in Teams',
      members: [
        { academy: '900002', who: person(4, 'Jory Penhale'), email: 'j.penhale@larkrise.example' },
        { academy: '900003', who: tamsin, email: 't.holroyd@larkrise.example' },
      ],
    },
  ],
  busy: [{ email: 'i.fenwick@larkrise.example', from: '2026-11-10T15:00', until: '2026-11-10T16:30' }],
  standing: [
    { network: 'network-year-2', number: 1, date: '2026-11-12', from: '15:30', until: '16:30', host: '900001' },
  ],
  daysBetween: 14,
  releasesInWeek: 1,
};
