import type { Middleware } from '@microsoft/microsoft-graph-client';
import { addressOf } from './call-notes';
import { step } from './step';

/** The last step: everything above speaks of https://graph.microsoft.com; where that is, configuration says. */
export function endpoint(graphOrigin: string): Middleware {
  return step(async (context, next) => {
    const asked = context.request;
    const { pathname, search } = addressOf(context);
    context.request = `${graphOrigin}${pathname}${search}`;
    try {
      await next();
    } finally {
      // The steps above try again with the address that they know.
      context.request = asked;
    }
  });
}
