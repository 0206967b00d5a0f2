import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import type { LocalClock } from '../moved-clock';
import { clockOrderSchema } from '../process-clock';
import type { AdminAnswer } from './http/http-server';
import type { QueueListener } from './queues/queue-listener';
import type { Timer } from './timers/timer';

export interface ClockParts {
  readonly clock: LocalClock;
  readonly timers: readonly Timer[];
  readonly queueListeners: readonly QueueListener[];
}

/** What this host has to do next, for whoever moves the clock. Moments are ISO texts. */
export interface HostClock {
  readonly now: string;
  /** No timer runs, and every queue is worked off. */
  readonly idle: boolean;
  /** The next timer that runs less than once an hour, or message that comes back. */
  readonly next: string | null;
  /** The same with every timer. */
  readonly nextOfAll: string | null;
}

/**
 * `/admin/local/clock`, which Azure does not have: GET tells what is due next, POST moves the clock. What has fallen
 * due runs one after the other, in the order in which it fell due, and each of it once.
 */
export function answerClock({ clock, timers, queueListeners }: ClockParts) {
  let catchingUp = 0;

  async function catchUp(): Promise<void> {
    const dueAt = (timer: Timer): number => timer.due()?.getTime() ?? Number.POSITIVE_INFINITY;
    const late = timers.filter((timer) => dueAt(timer) <= clock.now()).sort((one, other) => dueAt(one) - dueAt(other));
    for (const timer of late) await timer.look();
    // Those that wait count real milliseconds, and have fewer of them left now.
    for (const timer of timers) if (!late.includes(timer)) void timer.look();
    for (const listener of queueListeners) listener.look();
  }

  function earliest(which: readonly Timer[]): string | null {
    const hidden = queueListeners.flatMap((listener) => listener.nextVisibleAt() ?? []);
    const moments = [...which.flatMap((timer) => timer.due()?.getTime() ?? []), ...hidden];
    return moments.length === 0 ? null : new Date(Math.min(...moments)).toISOString();
  }

  const state = (): HostClock => ({
    now: new Date(clock.now()).toISOString(),
    idle:
      catchingUp === 0 &&
      !timers.some((timer) => timer.isRunning()) &&
      queueListeners.every((listener) => listener.isIdle()),
    next: earliest(timers.filter(({ isFrequent }) => !isFrequent)),
    nextOfAll: earliest(timers),
  });

  return (request: IncomingMessage, url: URL, body: Buffer): AdminAnswer | undefined => {
    if (url.pathname.toLowerCase() !== '/admin/local/clock') return undefined;
    if (request.method === 'GET') return { status: 200, body: state() };
    if (request.method !== 'POST') return undefined;
    const order = z.safeParse(clockOrderSchema, fromJson(body));
    if (!order.success) return { status: 400, body: { error: 'Send {"to": "2027-01-11T08:00:00Z"} as JSON.' } };
    clock.moveTo(Date.parse(order.data.to), order.data.at);
    catchingUp += 1;
    void catchUp().finally(() => {
      catchingUp -= 1;
    });
    return { status: 202, body: state() };
  };
}

function fromJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
