import type { Meeting } from '../records/meeting';
import type { Network } from '../records/network';
import type { Person } from '../records/person';
import { deputiesOf, membersOf } from './audience';

export type Invited = Meeting['members'][number];

/** Who is invited, as it stands on a meeting. */
export function invitedTo(network: Network, people: readonly Person[]): Invited[] {
  return membersOf(network, people).map(({ academy, who, email }) => ({
    academy,
    who,
    email: email.toLowerCase(),
    part: 'member' as const,
  }));
}

/** The deputies, each for the academy that names them; invited only where the plan counts on them. */
export function deputiesToInvite(network: Network, people: readonly Person[]): Invited[] {
  return deputiesOf(network, people).map(({ academy, person }) => ({
    academy,
    who: person.who,
    email: person.email.toLowerCase(),
    part: 'deputy' as const,
  }));
}

/** Addresses of everybody whose calendar matters to these networks: members and deputies, each once. */
export function addressesOf(networks: readonly Network[], people: readonly Person[]): readonly string[] {
  const asked = networks.flatMap((network) => [...invitedTo(network, people), ...deputiesToInvite(network, people)]);
  const leads = new Set(networks.map(({ lead }) => lead.id));
  const leading = people.filter(({ active, who }) => active && leads.has(who.id));
  return [...new Set([...asked, ...leading].map(({ email }) => email.toLowerCase()))];
}
