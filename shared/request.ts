import type * as z from 'zod/mini';

/**
 * One call that the panel can make. Values named in `path` travel there; `version` travels as If-Match;
 * the rest travels in the query of a GET and in the JSON body of anything else.
 */
export interface Request<I = unknown, O = unknown> {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly says: string;
  readonly input: z.ZodMiniType<I>;
  readonly output: z.ZodMiniType<O>;
}

export type InputOf<R> = R extends Request<infer I, infer _O> ? I : never;
export type OutputOf<R> = R extends Request<infer _I, infer O> ? O : never;

export function request<I, O>(declared: Request<I, O>): Request<I, O> {
  return declared;
}
