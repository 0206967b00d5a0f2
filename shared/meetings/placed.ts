import type { NetworkProblem } from './problem';

/** A meeting with its date and time, and the Entra ids of all whom it asks to come. */
export interface Placed {
  readonly network: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly people: ReadonlySet<string>;
}

/** Everybody whom a network asks to come: its members, and who leads it. */
export function peopleOf({ members, lead }: NetworkProblem): ReadonlySet<string> {
  return new Set([lead.id, ...members.map(({ who }) => who.id)]);
}
