import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { Busy, type Clock } from '../../ports';
import { placesOf, unknown } from '../call';
import type { Gate } from '../gate';
import { retryAfterMilliseconds } from '../retry-after';
import { nextAttempt, type RetryPolicy } from '../retry-policy';
import { type CallNotes, notesOf } from './call-notes';
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
export function retry(settings: RetrySettings): Middleware {
  const { gate, clock, patienceSeconds } = settings;
  return step(async (context, next) => {
    const notes = notesOf(context);
    const giveUpAt = clock.now().getTime() + patienceSeconds * 1000;
    for (let sent = 1; ; sent += 1) {
      const pass = gate.pass(placesOf(notes.call), giveUpAt, () => attempt(context, next, notes));
      const status = await pass.catch((error) => fail(notes, error));
      const wait = waitAfter({ status, sent }, context, settings);
      if (wait === undefined) break;
      if (clock.now().getTime() + wait > giveUpAt) fail(notes, new Busy(Math.ceil(wait / 1000)));
      await clock.wait(wait);
    }
    if (context.response === undefined) throw notes.failure;
  });
}

async function attempt(context: Context, next: () => Promise<void>, notes: CallNotes): Promise<number> {
  delete context.response;
  try {
    await next();
    return statusIn(context);
  } catch (error) {
    // Whatever came before the body broke off is no answer.
    delete context.response;
    notes.failure = error;
    return unknown;
  }
}

function statusIn({ response }: Context): number {
  return response?.status ?? unknown;
}

/** Milliseconds until the next attempt; a Retry-After closes the place for everybody. */
function waitAfter(
  { status, sent }: { readonly status: number; readonly sent: number },
  context: Context,
  { policy, gate, clock, chance }: RetrySettings,
): number | undefined {
  const { call } = notesOf(context);
  const given = retryAfterMilliseconds(context.response?.headers.get('retry-after') ?? undefined, clock.now());
  if (given !== undefined && (status === 429 || status === 503))
    for (const place of placesOf(call)) gate.hold(place, given);
  return nextAttempt(policy, { call, status, sent, retryAfterMilliseconds: given }, chance());
}

function fail(notes: CallNotes, error: unknown): never {
  notes.failure = error;
  throw error;
}
