import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** A step of the chain: what to do with a call, and how to hand it on. */
export function step(execute: (context: Context, next: () => Promise<void>) => Promise<void>): Middleware {
  let following: Middleware | undefined;
  return {
    setNext(middleware) {
      following = middleware;
    },
    execute: (context) =>
      execute(context, () => {
        if (following === undefined) throw new Error('The last step of the Graph middleware hands on to nobody.');
        return following.execute(context);
      }),
  };
}
