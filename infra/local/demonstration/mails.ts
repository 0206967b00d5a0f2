import { championOf, holderOf, principalOf } from './people';
import type { DemonstrationTrust } from './trust';

export interface Mail {
  readonly mailbox: string;
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  readonly receivedDateTime: string;
}

/** A few ordinary mails: one belongs to a review without saying so, one to nothing at all. */
export function mailsOf({ academies, staff, reviewing }: DemonstrationTrust, today: string): readonly Mail[] {
  const office = holderOf(staff, 'Trust Office Manager');
  const visited = reviewing.reviews.find(({ record }) => record.stage === 'visited')?.record;
  const host = academies.find(({ urn }) => urn === visited?.host);
  const welcome = academies.map(({ urn }) => ({
    mailbox: principalOf(staff, urn).email,
    from: office.email,
    subject: 'Dates for the spring networks',
    body: 'Good morning,\n\nWe are about to plan the network meetings of the spring. Please keep your calendars up to date until Friday, so that nobody is double-booked.\n\nThank you for making sure that every academy is at the table.',
    receivedDateTime: `${today}T07:30:00Z`,
  }));
  const central = staff
    .filter(({ person }) => person.level === 'Central team')
    .map(({ email }) => ({
      mailbox: email,
      from: principalOf(staff, academies[0]?.urn ?? '').email,
      subject: 'A thank you from all of us',
      body: 'Dear colleagues,\n\nThe principals asked me to thank you for the calendar of the autumn: nobody had to be in two places at once. Can the spring be the same?',
      receivedDateTime: `${today}T08:05:00Z`,
    }));
  const ordinary = [...welcome, ...central];
  if (visited === undefined || host === undefined) return ordinary;
  const lead = staff.find(({ id }) => id === visited.lead.id);
  if (lead === undefined) return ordinary;
  return [
    ...ordinary,
    {
      mailbox: lead.email,
      from: championOf(staff, host.urn).email,
      subject: `Thank you for your visit to ${host.name}`,
      body: 'Dear colleagues,\n\nThank you for a full and generous day with us. We are looking forward to reading what you saw, and have kept an hour for the workshop.\n\nWith best wishes from all of us',
      receivedDateTime: `${visited.visitOn}T16:40:00Z`,
    },
  ];
}
