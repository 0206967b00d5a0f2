import type { NetworkProblem } from '../problem';

/** Where the lead is written to, which is how people are told apart; the account's number where no address is known. */
export function leadAddress({ lead, leadEmail, members }: NetworkProblem): string {
  return (leadEmail ?? members.find(({ who }) => who.id === lead.id)?.email ?? lead.id).toLowerCase();
}
