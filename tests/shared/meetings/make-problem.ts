import type { MeetingProblem, NetworkProblem } from '../../../shared/meetings/problem';

/** Builders of small planning problems. The half-term runs from Monday 2 November to Friday 18 December 2026. */
export function urn(number: number): string {
  return String(900_000 + number);
}

export function person(number: number) {
  return { id: `0b7f4f0e-6f1d-4a55-9c55-${String(number).padStart(12, '0')}`, name: `Person ${number}` };
}

export function email(number: number): string {
  return `person.${number}@larkrise.example`;
}

export function member(academy: number | undefined, number: number): NetworkProblem['members'][number] {
  return { ...(academy === undefined ? {} : { academy: urn(academy) }), who: person(number), email: email(number) };
}

/** So many meetings, between these days; over the whole half-term where none are given. */
export function meets(times: number, from = '2026-11-02', until = '2026-12-18'): NetworkProblem['spans'] {
  return [{ name: 'Autumn 2', from, until, times }];
}

export function network(key: string, more: Partial<NetworkProblem> = {}): NetworkProblem {
  return {
    key,
    name: `Network ${key}`,
    lead: person(999),
    minutes: 60,
    spans: meets(1),
    days: ['Tuesday', 'Thursday'],
    windows: [{ from: '15:30', until: '17:00' }],
    where: 'in Teams',
    members: [member(1, 1), member(2, 2), member(3, 3)],
    ...more,
  };
}

export function problemWith(more: Partial<MeetingProblem> = {}): MeetingProblem {
  return {
    year: '2026/27',
    from: '2026-11-02',
    until: '2026-12-18',
    academies: [1, 2, 3].map((number) => ({
      urn: urn(number),
      name: `Academy ${number}`,
      localAuthority: number === 3 ? 'Upshire' : 'Downshire',
    })),
    closed: [],
    networks: [network('a')],
    busy: [],
    standing: [],
    daysBetween: 7,
    releasesInWeek: 1,
    ...more,
  };
}
