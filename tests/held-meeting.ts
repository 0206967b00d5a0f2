import type { Meeting } from '../shared/records/meeting';
import type { Network } from '../shared/records/network';
import { reviewer } from './functions/service';

/** The Reception network on the day that it is today in tests, with nobody invited yet; sent to Outlook. */
export const heldMeeting = {
  year: '2026/27',
  network: 'network-reception',
  number: 1,
  name: 'Reception network',
  lead: reviewer,
  date: '2026-11-23',
  from: '15:45',
  until: '16:45',
  place: 'Millbrook Primary',
  members: [],
  wanted: 'event',
  generation: 0,
  outlook: 'sent',
  eventId: 'event-1',
} as const satisfies Meeting;

export const receptionNetwork: Network = {
  name: 'Reception network',
  yearGroup: 'Reception',
  lead: reviewer,
  minutes: 60,
  rhythm: 'every half-term',
  times: 1,
  days: [],
  windows: [],
  where: 'in Teams',
  active: true,
};

/** A teacher of the host academy who belongs to no network. */
export const colleague = { id: '99999999-9999-4999-8999-999999999991', name: 'Wren Willow' };
