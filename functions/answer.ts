import type { HttpResponseInit } from '@azure/functions';
import type { Request } from '../shared/requests';
import { type Problem, type ProblemCode, problemStatus } from '../shared/result';

/** On every answer of the API: nothing is stored on the way, nothing is guessed, nothing is framed. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
} as const;

const titles: Readonly<Record<ProblemCode, string>> = {
  invalid: 'Something is missing or wrong',
  'not-signed-in': 'Not signed in',
  'not-allowed': 'Not allowed',
  'not-found': 'Not found',
  'not-now': 'Not possible at this stage',
  'changed-meanwhile': 'Changed meanwhile',
  'too-large': 'Too large',
  'unprocessable-template': 'This template cannot be used',
  busy: 'Busy',
};

export function answerValue(request: Request, value: unknown): HttpResponseInit {
  const version = versionOf(value);
  return {
    status: request.name === 'createRecord' ? 201 : 200,
    headers: {
      ...apiHeaders,
      'Content-Type': 'application/json; charset=utf-8',
      ...(version === undefined ? {} : { ETag: version }),
    },
    body: JSON.stringify(value),
  };
}

/** The version of one stored record is its ETag; anything that is no entity tag stays in the body alone. */
function versionOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  const { version } = value;
  return typeof version === 'string' && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(version) ? version : undefined;
}

/** RFC 9457. `code`, `fields` and `current` are ours. */
export function answerProblem(problem: Problem, reference: string): HttpResponseInit {
  const { code, sentence, fields, current, retryAfterSeconds } = problem;
  const status = problemStatus[code];
  return problemDocument(
    status,
    {
      type: `urn:our-academies:problem:${code}`,
      title: titles[code],
      status,
      detail: sentence,
      code,
      ...(fields === undefined ? {} : { fields }),
      ...(current === undefined ? {} : { current }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      reference,
    },
    {
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
      ...(code === 'not-signed-in' ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
  );
}

/** What we caused: a number to quote, and nothing about what went wrong. */
export function answerFault(reference: string): HttpResponseInit {
  return problemDocument(500, {
    type: 'urn:our-academies:fault',
    title: 'Something went wrong on our side',
    status: 500,
    detail: `Something went wrong on our side. Try again; if it stays, tell the trust office the reference ${reference}.`,
    code: 'fault',
    reference,
  });
}

function problemDocument(
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit {
  return {
    status,
    headers: { ...apiHeaders, 'Content-Type': 'application/problem+json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
