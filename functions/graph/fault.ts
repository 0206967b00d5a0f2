import * as z from 'zod/mini';
import { type GraphAnswer, unknown } from './call';

/** An answer of Graph that nobody expected. Its message carries codes, never content. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly needs: string;
  constructor(status: number, code: string, needs: string, options?: ErrorOptions) {
    super(`Graph answered ${status === unknown ? 'nothing' : status} (${code}) when asked to ${needs}.`, options);
    this.name = 'GraphFault';
    this.status = status;
    this.code = code;
    this.needs = needs;
  }
}

const errorBody = z.object({ error: z.object({ code: z.string() }) });

/** The code of Graph's error body. */
export function codeOf(answer: Pick<GraphAnswer, 'status' | 'body'>): string {
  const parsed = z.safeParse(errorBody, answer.body);
  return parsed.success ? parsed.data.error.code : 'noErrorBody';
}

export function faultOf(answer: GraphAnswer, needs: string): GraphFault {
  return new GraphFault(answer.status, codeOf(answer), needs);
}
