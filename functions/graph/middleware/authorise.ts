import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import type { Tokens } from '../tokens';
import { addressOf } from './call-notes';
import { step } from './step';

/** The token goes to Graph and nowhere else. A token that Graph no longer takes is renewed once. */
export function authorise(tokens: Tokens, origin: string): Middleware {
  return step(async (context, next) => {
    if (addressOf(context).origin !== origin) throw new Error('A link led away from Graph; it was not followed.');
    sign(context, await tokens.get('kept'));
    await next();
    if (context.response?.status !== 401) return;
    sign(context, await tokens.get('fresh'));
    await next();
  });
}

function sign(context: Context, token: string): void {
  const headers = new Headers(context.options?.headers as HeadersInit | undefined);
  headers.set('authorization', `Bearer ${token}`);
  context.options = { ...context.options, headers };
}
