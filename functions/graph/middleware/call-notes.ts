import type { Context, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import type { GraphCall } from '../call';

/**
 * What our middleware knows of a call. A class, because the Graph client finds options by their constructor.
 * `failure` keeps an error as it was thrown: the client would turn it into a GraphError without its cause.
 */
export class CallNotes implements MiddlewareOptions {
  readonly call: GraphCall;
  readonly expects: 'json' | 'bytes';
  failure: unknown;
  constructor(call: GraphCall, expects: 'json' | 'bytes') {
    this.call = call;
    this.expects = expects;
  }
}

export function notesOf(context: Context): CallNotes {
  const notes: unknown = context.middlewareControl?.getMiddlewareOptions(CallNotes);
  if (!(notes instanceof CallNotes)) throw new Error('Graph was called past functions/graph/client.ts.');
  return notes;
}

export function addressOf(context: Context): URL {
  return new URL(typeof context.request === 'string' ? context.request : context.request.url);
}
