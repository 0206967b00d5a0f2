import type { Meeting } from '../../../shared/records/meeting';
import { ada, ben, cleo } from '../../make';

/** A meeting that waits for its event. */
export function waitingMeeting(more: Partial<Meeting> = {}): Meeting {
  return {
    year: '2026/27',
    network: 'network-senco',
    number: 1,
    name: 'SENCo network',
    lead: ada,
    date: '2027-01-14',
    from: '15:45',
    until: '16:45',
    place: 'Beech Academy',
    members: [
      { academy: '900001', who: ben, email: 'Ben.Beech@trust.example' },
      { academy: '900002', who: cleo, email: 'cleo.cedar@trust.example' },
    ],
    wanted: 'event',
    generation: 1,
    outlook: 'waiting',
    ...more,
  };
}
