import type { Kind, Stored } from '../shared/record';
import type { Result } from '../shared/result';
import type { TriadPlan } from '../shared/triads/plan-schema';
import type { TriadProblem, TriadRound } from '../shared/triads/problem';

import type { Calendar, Invited } from './calendar-port';

export type {
  ActualEvent,
  Answer,
  BusyTime,
  Calendar,
  CalendarChanges,
  CalendarOutcome,
  CalendarStep,
  Invited,
  Listener,
  Subscription,
  WantedEvent,
} from './calendar-port';

/**
 * What triggers may ask of the world. functions/graph keeps these ports with Microsoft Graph, functions/app.ts plugs
 * them in. What a user can cause comes back as a Problem; everything else is thrown: `Busy` when Microsoft 365 asks us
 * to wait longer than a request may take, any other error when something is broken.
 */
export interface Ports {
  readonly records: Records;
  readonly calendar: Calendar;
  readonly people: People;
  readonly together: Together;
  readonly files: Files;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly proofs: Proofs;
  readonly hints: Hints;
  readonly log: Log;
}

/** The ports that Graph keeps: `openGraph(config, clock, log)` of functions/graph/open.ts gives them. */
export type GraphPorts = Pick<Ports, 'records' | 'calendar' | 'people' | 'together' | 'files' | 'mail'>;

/** Microsoft 365 asks us to wait. functions/request.ts answers 503 with Retry-After. */
export class Busy extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super('Microsoft 365 asks us to wait.', options);
    this.name = 'Busy';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Who did it, as kept in the columns Actor and ActorName. `id` is the Entra object id. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** The actor of what the product does by itself: reconciling, purging. */
export const product: Actor = { id: '00000000-0000-0000-0000-000000000000', name: 'Our Academies' };

/**
 * The one question that may be asked of a list: an indexed field and the value it has. The field must be `indexed` in
 * the kind's declaration. A person is asked by Entra id, everything else by its text.
 */
export interface Question {
  readonly by: string;
  readonly is: string;
}

export interface Page<R> {
  readonly records: readonly Stored<R>[];
  /** Opaque; absent on the last page. Never an address: the adapter checks what comes back from a client. */
  readonly next?: string;
}

/** What may be told apart of a stored record when it is changed or removed. */
export type At = Pick<Stored, 'key' | 'version'>;

/**
 * The lists. Records that come out were parsed by their kind: an item that somebody broke by hand in SharePoint is
 * left out of pages, is `undefined` for `get`, and is reported to the log by kind and key alone.
 */
export interface Records {
  /** One page, in the list's own order. `top` is 1 to 999, 200 when absent. An unknown cursor is `invalid`. */
  page<R>(
    kind: Kind<R>,
    question: Question | undefined,
    more?: { readonly top?: number; readonly cursor?: string | undefined },
  ): Promise<Result<Page<R>>>;
  /** All records, page after page as they are asked for, with the fewest requests (pages of 999). */
  each<R>(kind: Kind<R>, question?: Question): AsyncIterable<Stored<R>>;
  get<R>(kind: Kind<R>, key: string): Promise<Stored<R> | undefined>;
  /** As `get` for each, in batches; what is not there is left out. */
  getMany<R>(kind: Kind<R>, keys: readonly string[]): Promise<readonly Stored<R>[]>;
  /**
   * Keeps a new record. The same key and the same content again give the first answer, also when the first answer was
   * lost on its way; the same key with another content is `not-now`. Contents are compared by shared/same.ts.
   */
  create<R>(kind: Kind<R>, key: string, record: R, actor: Actor): Promise<Result<Stored<R>>>;
  /** As `create` for each, in batches; answers in the same order. */
  createMany<R>(
    kind: Kind<R>,
    records: readonly { readonly key: string; readonly record: R }[],
    actor: Actor,
  ): Promise<readonly Result<Stored<R>>[]>;
  /**
   * Replaces a record if it still has the version that was read; optional fields that are absent become empty.
   * Otherwise `changed-meanwhile` with `current: Stored<R>`, or `not-found`. A change whose answer was lost and that is
   * already stored (same content, same actor) is a success.
   */
  change<R>(kind: Kind<R>, at: At, record: R, actor: Actor): Promise<Result<Stored<R>>>;
  /** As `change` for each, in batches; answers in the same order. */
  changeMany<R>(
    kind: Kind<R>,
    changes: readonly { readonly at: At; readonly record: R }[],
    actor: Actor,
  ): Promise<readonly Result<Stored<R>>[]>;
  /** Removes a record at the version that was read; what is already gone is a success. */
  remove(kind: Kind, at: At): Promise<Result<undefined>>;
  /** Earlier versions, newest first, the present one included; empty when the record is not there. */
  history<R>(kind: Kind<R>, key: string): Promise<readonly Stored<R>[]>;
}

export interface Account {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface People {
  /** Entra users by address (mail or user principal name); the map's keys are the addresses in lower case. */
  byEmail(emails: readonly string[]): Promise<ReadonlyMap<string, Account>>;
  byId(ids: readonly string[]): Promise<ReadonlyMap<string, Account>>;
}

type Asked = Pick<Ports, 'records' | 'calendar' | 'people'>;

/**
 * Asks in one request what `first` and `rest` ask at once of the ports that they are given. `first` makes one call, and
 * no write of `rest` happens unless it succeeds: then, and where nobody knows whether reads came after it, `rest` is
 * undefined, and may be asked for again. Beside the first a request holds 19 steps and changes.
 */
export type Together = <F extends Result<unknown>, T>(
  first: (ports: Asked) => Promise<F>,
  rest: (ports: Asked) => Promise<T>,
) => Promise<{ readonly first: F; readonly rest: T | undefined }>;

export interface FileFacts {
  readonly id: string;
  readonly name: string;
  /** ISO moment. */
  readonly changedAt: string;
  readonly bytes: number;
}

export interface FolderFacts {
  readonly folders: readonly { readonly id: string; readonly name: string }[];
  /** `link`: where people open the file in the browser, each with their own rights. */
  readonly files: readonly (FileFacts & { readonly link: string })[];
}

export interface Files {
  /** The .docx files of the folder `Templates` of the trust's library. */
  templates(): Promise<readonly FileFacts[]>;
  /** A template by its id; `not-found` for any other file, `too-large` above 10 MB. */
  readTemplate(id: string): Promise<Result<{ readonly name: string; readonly content: Uint8Array }>>;
  /** The folder `Meetings` of the trust's library, or one below it; `not-found` for any other folder. */
  meetingFiles(folder?: string): Promise<Result<FolderFacts>>;
  /**
   * Keeps a document in the folder `Documents/{about}` of the confidential site's library: it holds an objective, so
   * it lies behind the wall. A name that is taken gets a number. `about` is the key of the record it was made from.
   */
  saveDocument(
    about: string,
    name: string,
    content: Uint8Array,
  ): Promise<{ readonly id: string; readonly name: string }>;
  /** A document that `saveDocument` kept, and what it is about; `not-found` for any other file. */
  readDocument(
    id: string,
  ): Promise<Result<{ readonly name: string; readonly about: string; readonly content: Uint8Array }>>;
}

export interface Mail {
  /** From the organiser's mailbox, as plain text. Never what peers said: only that something waits, and the link. */
  send(letter: {
    readonly to: readonly Invited[];
    readonly subject: string;
    readonly paragraphs: readonly string[];
    readonly link: string;
  }): Promise<void>;
}

export interface Clock {
  now(): Date;
  wait(milliseconds: number): Promise<void>;
}

export interface Ids {
  /** A new key: a random UUID. */
  next(): string;
}

export interface ProofTask {
  readonly problem: TriadProblem;
  /** As they are planned, the first after the problem's history. */
  readonly rounds: readonly TriadRound[];
  readonly seconds: number;
}

export interface ProofOutcome {
  /** What was given, or better, with its bounds. */
  readonly plan: TriadPlan;
  /** No plan of these rounds costs less. */
  readonly proved: boolean;
  readonly isBetter: boolean;
}

/** The exact solver: what it needs is in the task, and nothing stays behind. `Busy` while another proof runs. */
export interface Proofs {
  prove(task: ProofTask): Promise<Result<ProofOutcome>>;
}

/** Hints are lost without harm: the sweeper finds the work again. */
export interface Hints {
  /** Puts `{ mailbox }` on the queue `reconcile` when the invocation ends well. */
  reconcile(mailbox: string): void;
}

/** That somebody may have changed something in Outlook at a moment; `renew` brings the subscription in order first. */
export interface Look {
  readonly mailbox: string;
  /** ISO moment. */
  readonly at: string;
  readonly renew?: true;
}

/** Facts are kinds, keys, counts and codes; never names, addresses or what somebody wrote. */
export interface Log {
  info(sentence: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(sentence: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  error(sentence: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

/** What one run of the reconciler did; functions/reconcile/reconcile-mailbox.ts exports `reconcileMailbox`. */
export interface ReconcileOutcome {
  /** Steps that Outlook took; not told where Microsoft 365 became too busy to go on. */
  readonly done: number;
  /** Work is left: put the hint on the queue again, after so many seconds. */
  readonly againAfterSeconds?: number;
}

/** `reconcileMailbox(mailbox, ports, { publicOrigin })`. */
export type Reconcile = (
  mailbox: string,
  ports: Pick<Ports, 'records' | 'calendar' | 'people' | 'together' | 'clock' | 'ids' | 'log'>,
  settings: { readonly publicOrigin: string },
) => Promise<ReconcileOutcome>;
