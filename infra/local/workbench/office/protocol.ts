import type { ClockSetting } from '../../moved-clock';

/** What our office.js, in the panel's frame, and the workbench page around it say to each other by postMessage. */
export interface Person {
  readonly displayName: string;
  readonly emailAddress: string;
}

export interface Theme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme: boolean;
}

export interface Attendee extends Person {
  readonly required: boolean;
  readonly answer: 'none' | 'accepted' | 'tentative' | 'declined' | 'organizer';
}

/** What is open in Outlook. */
export type OpenItem =
  | {
      readonly what: 'appointment';
      readonly id: string;
      /** The organiser edits the meeting; everybody else reads a copy. */
      readonly organises: boolean;
      readonly subject: string;
      /** Moments in UTC. */
      readonly start: string;
      readonly end: string;
      readonly location: string;
      readonly organizer: Person;
      readonly attendees: readonly Attendee[];
      readonly created: string;
      readonly changed: string;
    }
  | {
      readonly what: 'message';
      readonly id: string;
      readonly subject: string;
      readonly from: Person;
      readonly to: readonly Person[];
      readonly cc: readonly Person[];
      readonly created: string;
      readonly changed: string;
    };

/** The answer to `ready`. */
export interface Surroundings {
  readonly host: 'Outlook' | 'Word';
  readonly theme: Theme;
  readonly person: Person;
  readonly item: OpenItem | null;
  /** Where Word's document lies; '' while it was never saved. */
  readonly documentUrl: string;
}

/** One step of a Word request: objects are known by numbers that the frame gives, loaded ones by negative numbers. */
export type WordStep =
  | { readonly does: 'get'; readonly as: number; readonly from: number; readonly name: string }
  | {
      readonly does: 'call';
      readonly as: number;
      readonly from: number;
      readonly name: string;
      readonly values: readonly unknown[];
    }
  | { readonly does: 'set'; readonly from: number; readonly name: string; readonly value: unknown }
  | { readonly does: 'load'; readonly from: number; readonly names: readonly string[] };

export type Scalars = Readonly<Record<string, unknown>>;

/** What a synchronisation brings back: loaded properties, the items of collections, and what is not there. */
export interface WordAnswer {
  readonly loaded: readonly { readonly object: number; readonly values: Scalars }[];
  readonly items: readonly { readonly object: number; readonly items: readonly number[] }[];
  readonly absent: readonly number[];
}

export interface Calls {
  ready: { readonly input: Record<string, never>; readonly output: Surroundings };
  body: { readonly input: { readonly id: string; readonly as: 'text' | 'html' }; readonly output: string };
  openWindow: { readonly input: { readonly address: string }; readonly output: undefined };
  word: {
    readonly input: { readonly context: number; readonly steps: readonly WordStep[] };
    readonly output: WordAnswer;
  };
}

export type CallName = keyof Calls;

/** As Office tells what went wrong. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export type ToWorkbench = {
  readonly office: 'call';
  readonly number: number;
  readonly name: CallName;
  readonly input: unknown;
};

export type ToPanel =
  | { readonly office: 'answer'; readonly number: number; readonly ok: true; readonly output: unknown }
  | { readonly office: 'answer'; readonly number: number; readonly ok: false; readonly refusal: Refusal }
  | { readonly office: 'item changed'; readonly item: OpenItem | null }
  | { readonly office: 'theme changed'; readonly theme: Theme }
  | { readonly office: 'clock moved'; readonly setting: ClockSetting };
