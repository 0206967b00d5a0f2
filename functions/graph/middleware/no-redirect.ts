import type { Middleware } from '@microsoft/microsoft-graph-client';
import { notesOf } from './call-notes';
import { step } from './step';

/**
 * Redirects are not followed. File content is answered with one to a storage address, which download.ts follows by
 * itself, without the token.
 */
export function noRedirect(): Middleware {
  return step(async (context, next) => {
    const redirect = notesOf(context).expects === 'bytes' ? 'manual' : 'error';
    context.options = { ...context.options, redirect };
    await next();
  });
}
