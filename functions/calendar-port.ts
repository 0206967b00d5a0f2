/** Who is invited. Addresses are compared in lower case. */
export interface Invited {
  readonly name: string;
  readonly email: string;
}

export type Answer = 'none' | 'accepted' | 'tentative' | 'declined';

/** What an event should say. Date and times are Europe/London wall time. */
export interface WantedEvent {
  readonly subject: string;
  /** Paragraphs of plain text; the adapter escapes them into the HTML body. */
  readonly paragraphs: readonly string[];
  /** The link `<PUBLIC_ORIGIN>/open/{kind}/{key}`, shown under the paragraphs. */
  readonly link: string;
  /** `yyyy-mm-dd`. */
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly place: string;
  readonly invited: readonly Invited[];
  /** Sensitivity private and the other guests hidden. */
  readonly confidential: boolean;
  readonly teams?: boolean;
}

/** An event as Outlook has it, of those that carry our stamp. */
export interface ActualEvent {
  readonly id: string;
  /** The business key `{kind}:{key}:{generation}` of our extended property. */
  readonly stamp: string;
  readonly subject: string;
  readonly date: string;
  readonly from: string;
  readonly until: string;
  readonly place: string;
  readonly cancelled: boolean;
  readonly invited: readonly (Invited & { readonly answer: Answer })[];
  /**
   * The digest that came with the step that last wrote the event, kept beside the stamp; '' where there is none.
   * Outlook rewrites bodies, so a digest of what it holds would never be that of what we asked for.
   */
  readonly digest: string;
}

/** One step that brings Outlook nearer to what is wanted. Each is safe to repeat. */
export type CalendarStep =
  | { readonly does: 'make'; readonly stamp: string; readonly digest: string; readonly event: WantedEvent }
  | {
      readonly does: 'change';
      readonly id: string;
      readonly stamp: string;
      readonly digest: string;
      readonly event: WantedEvent;
      /** What `prepare` found below our words in Outlook, as HTML: it stays. */
      readonly under?: string | undefined;
    }
  | { readonly does: 'cancel'; readonly id: string; readonly stamp: string; readonly comment: string };

export type CalendarOutcome =
  | { readonly stamp: string; readonly ok: true; readonly id: string }
  /** Refused for good: a sentence for the trust office. */
  | { readonly stamp: string; readonly ok: false; readonly because: string }
  /** To be tried again after so many seconds. It may have taken effect, though the calendar does not show it. */
  | { readonly stamp: string; readonly ok: 'later'; readonly retryAfterSeconds: number };

/** What changed in a calendar since somebody last looked. */
export interface CalendarChanges {
  /** Our events that were made or changed, as they are now. */
  readonly events: readonly ActualEvent[];
  /** Ids of events that were deleted or left the span that is followed, ours and others. */
  readonly gone: readonly string[];
  /** Where the next look goes on. */
  readonly link: string;
}

/** Where Graph tells of changes in a calendar, and the secret that it says each time. */
export interface Listener {
  readonly address: string;
  readonly lifecycleAddress: string;
  readonly clientState: string;
}

export interface Subscription {
  readonly id: string;
  /** ISO moment. */
  readonly until: string;
}

/** When somebody cannot come. Europe/London wall time, `yyyy-mm-ddTHH:MM`, half open. No titles: dropped at the door. */
export interface BusyTime {
  readonly email: string;
  readonly from: string;
  readonly until: string;
}

export interface Calendar {
  /** Our stamped events of a mailbox in a span of calendar dates, both included. */
  eventsBetween(mailbox: string, from: string, until: string): Promise<readonly ActualEvent[]>;
  /** The event with this stamp, wherever it was moved to. */
  eventStamped(mailbox: string, stamp: string): Promise<ActualEvent | undefined>;
  /** Begins to follow a span of dates, both included: gives the place from which `changesSince` goes on. */
  follow(mailbox: string, from: string, until: string): Promise<string>;
  /** What changed since that place; undefined where Graph does not know it any more and all must be read anew. */
  changesSince(mailbox: string, link: string): Promise<CalendarChanges | undefined>;
  /** Asks Graph to tell of changes until then; asked again for the same listener it gives the same subscription. */
  subscribe(mailbox: string, listener: Listener, until: Date): Promise<Subscription>;
  /** A later end; undefined where the subscription is gone. */
  renew(id: string, until: Date): Promise<Subscription | undefined>;
  /** Steps as they can be sent: changes of meetings in Teams keep what Outlook wrote. Asks for nothing else. */
  prepare(mailbox: string, steps: readonly CalendarStep[]): Promise<readonly CalendarStep[]>;
  /**
   * Sends steps once, one batch in flight for a mailbox; an outcome for each, in the same order. What is not taken
   * within 75 seconds of the asking never is.
   */
  apply(mailbox: string, steps: readonly CalendarStep[]): Promise<readonly CalendarOutcome[]>;
  /** Free/busy from `from` to `until` (dates, both included) for any number of addresses. */
  busy(
    emails: readonly string[],
    from: string,
    until: string,
  ): Promise<{ readonly busy: readonly BusyTime[]; readonly withoutMailbox: readonly string[] }>;
}
