import type { PermissionName } from './permissions';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One call of Graph, as data. */
export interface GraphCall {
  readonly method: Method;
  /** From the version on, with its query: `/sites/…/lists?$select=id`. Or a next-link, taken whole. */
  readonly path: string;
  /** The line of permissions.ts that allows it. */
  readonly needs: PermissionName;
  /** Who is asked, a mailbox or a site: waits and calls in flight are counted for each. */
  readonly place: string;
  /** Further places that a batch reaches. */
  readonly alongside?: readonly string[];
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Whether the call may be sent again when nobody knows what became of it. Reads are; a create never is: its caller
   * first looks for what it would have made.
   */
  readonly repeatable?: boolean;
  /** Whether the call is never sent again, not even when it was refused: its caller decides, and says so anew. */
  readonly once?: true;
}

export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Graph, as the adapters of this folder see it. */
export interface Graph {
  /** Throws `Busy` where we must wait too long, `GraphFault` for any other answer but 2xx. */
  ask(call: GraphCall): Promise<GraphAnswer>;
  /** As `ask`, for content that is not JSON. */
  download(call: GraphCall): Promise<Uint8Array>;
  /**
   * Up to 20 calls in one request, as many requests as it takes, one after the other. Answers in the order of the
   * calls, refusals among them; `unknown` (-1) where nobody knows what became of a call.
   */
  batch(calls: readonly GraphCall[]): Promise<readonly GraphAnswer[]>;
  /**
   * One request in which the others, 19 at most, are served after the first and only if it succeeded: refused with 424
   * otherwise. Nothing is sent again. Answers in the order of the calls, the first among them.
   */
  chain(first: GraphCall, others: readonly GraphCall[]): Promise<readonly GraphAnswer[]>;
  /** Follows the next-links. */
  pages(call: GraphCall): AsyncGenerator<readonly unknown[]>;
}

/** The status of a call of which nobody knows whether it took effect. */
export const unknown = -1;

export function isRepeatable(call: Pick<GraphCall, 'method' | 'repeatable'>): boolean {
  return call.repeatable ?? call.method === 'GET';
}

export function placesOf({ place, alongside = [] }: Pick<GraphCall, 'place' | 'alongside'>): readonly string[] {
  return [place, ...alongside];
}

export function succeeded(answer: GraphAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** Exchange and SharePoint are counted apart, and each mailbox and site for itself. */
export function placeOfMailbox(address: string): string {
  return `mailbox:${address.toLowerCase()}`;
}

export function placeOfSite(siteId: string): string {
  return `site:${siteId}`;
}

export const directory = 'directory';
