import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { Busy, type Clock } from '../../ports';
import { unknown } from '../call';
import type { Gate } from '../gate';
import { retryAfterMilliseconds } from '../retry-after';
import { nextAttempt, type RetryPolicy } from '../retry-policy';
import { notesOf } from './call-notes';
import { step } from './step';

export interface RetrySettings {
  readonly policy: RetryPolicy;
  readonly gate: Gate;
  readonly clock: Clock;
  /** Seconds that all attempts of one call may take together. */
  readonly patienceSeconds: number;
  /** Between 0 and 1. */
  readonly chance: () => number;
}

/** Outermost: every attempt passes the gate and gets a fresh token and a fresh time limit. */
export function retry({ policy, gate, clock, patienceSeconds, chance }: RetrySettings): Middleware {
  return step(async (context, next) => {
    const notes = notesOf(context);
    const { place } = notes.call;
    const giveUpAt = clock.now().getTime() + patienceSeconds * 1000;
    for (let sent = 1; ; sent += 1) {
      const status = await gate.pass(place, giveUpAt, () => attempt(context, next)).catch(keepIn(notes));
      const given = retryAfterMilliseconds(context.response?.headers.get('retry-after') ?? undefined, clock.now());
      if (given !== undefined && (status === 429 || status === 503)) gate.hold(place, given);
      const wait = nextAttempt(policy, { call: notes.call, status, sent, retryAfterMilliseconds: given }, chance());
      if (wait === undefined) break;
      if (clock.now().getTime() + wait > giveUpAt) keepIn(notes)(new Busy(Math.ceil(wait / 1000)));
      await clock.wait(wait);
    }
    if (context.response === undefined) throw notes.failure;
  });

  async function attempt(context: Context, next: () => Promise<void>): Promise<number> {
    delete context.response;
    try {
      await next();
      return statusOf(context);
    } catch (error) {
      notesOf(context).failure = error;
      return unknown;
    }
  }
}

function statusOf({ response }: Context): number {
  return response?.status ?? unknown;
}

function keepIn(notes: { failure: unknown }): (error: unknown) => never {
  return (error) => {
    notes.failure = error;
    throw error;
  };
}
