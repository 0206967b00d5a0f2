import { randomUUID } from 'node:crypto';

/** A refusal as Entra words it: an OAuth error with an AADSTS number. */
export class TokenError extends Error {
  readonly status: number;
  readonly error: string;
  readonly number: number;

  constructor(error: string, number: number, message: string, status = 400) {
    super(`AADSTS${number}: ${message}`);
    this.name = 'TokenError';
    this.status = status;
    this.error = error;
    this.number = number;
  }
}

export function tokenErrorBody(error: TokenError, now: Date, correlationId: string): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error: error.error,
    error_description: `${error.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [error.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
  };
}
