/** What a call is answered with, before it becomes HTTP or a part of a `$batch`. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes as they are. Absent: no body. */
  readonly body?: unknown;
}

/** A refusal in Graph's own words. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({ status: 200, headers, body });
export const created = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 201,
  headers,
  body,
});
export const noContent: Answer = { status: 204 };
export const accepted: Answer = { status: 202 };

export const invalid = (message: string): Refusal => new Refusal(400, 'invalidRequest', message);
export const itemNotFound = (): Refusal => new Refusal(404, 'itemNotFound', 'The resource could not be found.');
export const nameTaken = (what: string): Refusal =>
  new Refusal(409, 'nameAlreadyExists', `Name already exists: ${what} must be unique.`);

/** Never an empty 200 for something that is not there yet. */
export const unknownHere = (what: string): Refusal =>
  new Refusal(501, 'notImplemented', `The embedded tenant does not know ${what}.`);

export function errorBody(refusal: Refusal, requestId: string, clientRequestId: string, now: Date): unknown {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: now.toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}

export const metadata = (path: string): string => `https://graph.microsoft.com/v1.0/$metadata#${path}`;
