import type { ClockSetting } from '../moved-clock';

/** What the workbench's server tells its page. Moments are UTC. */
export type Response = 'none' | 'accepted' | 'tentative' | 'declined' | 'organizer';

export interface Named {
  readonly name: string;
  readonly email: string;
}

export interface Person extends Named {
  readonly id: string;
  readonly roles: readonly string[];
  readonly post: string;
  readonly academy?: string | undefined;
  /** What is worth doing as this person first. */
  readonly task?: string | undefined;
}

export interface Start {
  readonly panelOrigin: string;
  readonly people: readonly Person[];
}

export interface EventSummary {
  readonly id: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly organises: boolean;
  readonly showAs: string;
  readonly confidential: boolean;
  readonly response: Response;
}

export interface EventDetails extends EventSummary {
  readonly organiser: Named;
  readonly attendees: readonly (Named & { readonly required: boolean; readonly response: Response })[];
  /** HTML. */
  readonly body: string;
  readonly created: string;
  readonly changed: string;
}

export interface MailSummary {
  readonly id: string;
  readonly subject: string;
  readonly from: Named;
  readonly received: string;
  readonly preview: string;
  readonly read: boolean;
}

export interface MailDetails extends MailSummary {
  readonly to: readonly Named[];
  readonly cc: readonly Named[];
  /** HTML. */
  readonly body: string;
}

export interface LibraryDocument {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly changed: string;
  readonly bytes: number;
  /** Its address in the library. */
  readonly address: string;
}

/** Where the clock of all processes stands. */
export interface ClockState {
  readonly setting: ClockSetting | null;
  readonly now: string;
  /** While it is being moved: from where, to where, and how many steps have been made. */
  readonly moving?: { readonly from: string; readonly to: string; readonly steps: number };
  /** Why the last move came to a stop. */
  readonly sentence?: string;
}
