import type { ServerResponse } from 'node:http';
import type { HttpCookie, HttpPayload, InvocationResponse } from '../core/core-types';

/** The worker's shape of an answer, written out. */
export function writeResponse(response: ServerResponse, answer: InvocationResponse): void {
  const http = answer.returnValue?.http;
  // What Azure sends for `undefined` is not settled; a function of ours always answers.
  if (http === undefined) throw new Error('The HTTP function returned nothing. Return a response with a status.');
  const cookies = (http.cookies ?? []).map(toSetCookie);
  const body = Buffer.from(bodyOf(http));
  response.writeHead(statusOf(http), {
    ...http.headers,
    ...(body.length === 0 ? {} : { 'content-length': body.length }),
    ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
  });
  response.end(body);
}

function statusOf({ statusCode = '200' }: HttpPayload): number {
  const status = Number(statusCode);
  if (Number.isInteger(status) && status >= 200 && status <= 599) return status;
  throw new Error(`The HTTP function answered with status "${statusCode}".`);
}

function bodyOf({ body }: HttpPayload): Uint8Array | string {
  return body?.bytes ?? body?.string ?? body?.json ?? '';
}

function toSetCookie(cookie: HttpCookie): string {
  const parts = [`${encodeURIComponent(cookie.name)}=${encodeURIComponent(cookie.value)}`];
  if (cookie.domain?.value !== undefined) parts.push(`Domain=${cookie.domain.value}`);
  if (cookie.path?.value !== undefined) parts.push(`Path=${cookie.path.value}`);
  if (cookie.expires?.value !== undefined)
    parts.push(`Expires=${new Date(cookie.expires.value.seconds * 1000).toUTCString()}`);
  if (cookie.maxAge?.value !== undefined) parts.push(`Max-Age=${cookie.maxAge.value}`);
  if (cookie.secure?.value === true) parts.push('Secure');
  if (cookie.httpOnly?.value === true) parts.push('HttpOnly');
  const sameSite = sameSiteOf(cookie);
  if (sameSite !== undefined) parts.push(`SameSite=${sameSite}`);
  return parts.join('; ');
}

/** 'none' is the enumeration's "not said"; the cookie's own None is 'explicitNone'. */
function sameSiteOf({ sameSite }: HttpCookie): string | undefined {
  if (sameSite === 'explicitNone') return 'None';
  if (sameSite === 'lax') return 'Lax';
  return sameSite === 'strict' ? 'Strict' : undefined;
}
