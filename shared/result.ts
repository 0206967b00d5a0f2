/** The closed list of what a user can cause, each with its HTTP status. Anything else is a fault. */
export const problemStatus = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'not-now': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unprocessable-template': 422,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** One field that was refused. `path` is dotted, e.g. `activities.0.observation`; '' means the whole. */
export interface FieldProblem {
  readonly path: string;
  readonly sentence: string;
}

/** Why something cannot be done, in a sentence that says what to do next. */
export interface Problem {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly fields?: readonly FieldProblem[];
  /** With `busy`: seconds to wait. */
  readonly retryAfterSeconds?: number;
  /** With `changed-meanwhile`: what is stored now, as the caller may read it. */
  readonly current?: unknown;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/**
 * @example refuse('not-found', 'This review is not here any more.')
 */
export function refuse(
  code: ProblemCode,
  sentence: string,
  more: Omit<Problem, 'code' | 'sentence'> = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, sentence, ...more } };
}
