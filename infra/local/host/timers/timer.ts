import type { RegisteredFunction } from '../core/host-core';
import type { Invocations } from '../invocations';
import type { Schedule } from './ncrontab';
import { runWithRetries } from './retries';
import { never, type TimerStatus, type TimerStatusStore } from './timer-status';

export interface TimerParts {
  readonly registered: RegisteredFunction;
  readonly bindingName: string;
  readonly schedule: Schedule;
  readonly useMonitor: boolean;
  readonly statuses: TimerStatusStore;
  readonly invocations: Invocations;
}

export interface Timer {
  start(): void;
  stop(): void;
  /** By hand, beside the schedule. */
  fire(): Promise<void>;
  /** When it runs next by its schedule. */
  due(): Date | undefined;
  isRunning(): boolean;
  /** Once an hour or oftener. */
  readonly isFrequent: boolean;
  /** Looks at the clock again, and runs where it is due by now. */
  look(): Promise<void>;
}

/** Whoever comes so late was not waited for. */
const pastDueMilliseconds = 60_000;

/** setTimeout takes no more. */
const longestWait = 2 ** 31 - 1;

/** One run at a time: the next is planned when one has ended, as the singleton lease has it in Azure. */
export function createTimer(parts: TimerParts): Timer {
  const { registered, schedule, statuses } = parts;
  const { name } = registered.metadata;
  let handle: NodeJS.Timeout | undefined;
  let isStopped = false;
  let due: Date | undefined;
  let running: Promise<void> | undefined;

  function statusNow(last: string): TimerStatus {
    const now = new Date();
    return { Last: last, Next: schedule.next(now)?.toISOString() ?? never, LastUpdated: now.toISOString() };
  }

  function currentStatus(): TimerStatus | undefined {
    return parts.useMonitor ? statuses.read(name) : undefined;
  }

  async function run(isPastDue: boolean): Promise<void> {
    const json = JSON.stringify({
      IsPastDue: isPastDue,
      Schedule: { AdjustForDST: true },
      ScheduleStatus: currentStatus() ?? statusNow(never),
    });
    await runWithRetries(registered.metadata.retryOptions, (retryContext) =>
      parts.invocations.run(registered, { inputData: [{ name: parts.bindingName, data: { json } }], retryContext }),
    );
  }

  async function runOnSchedule(planned: Date, isPastDue: boolean): Promise<void> {
    // A failure is in the log, and the schedule goes on, as in Azure.
    await run(isPastDue).catch(() => undefined);
    if (parts.useMonitor) statuses.write(name, statusNow(planned.toISOString()));
    due = schedule.next(new Date());
    running = undefined;
    void look();
  }

  async function look(): Promise<void> {
    clearTimeout(handle);
    if (running !== undefined) return running;
    if (isStopped || due === undefined) return;
    const late = Date.now() - due.getTime();
    if (late >= 0) {
      running = runOnSchedule(due, late > pastDueMilliseconds);
      return running;
    }
    handle = setTimeout(() => void look(), Math.min(-late, longestWait));
  }

  return {
    start() {
      const status = currentStatus();
      if (parts.useMonitor && status === undefined) statuses.write(name, statusNow(never));
      const missed = status !== undefined && status.Next !== never && Date.parse(status.Next) < Date.now();
      due = missed ? new Date(status.Next) : schedule.next(new Date());
      void look();
    },
    stop() {
      isStopped = true;
      clearTimeout(handle);
    },
    fire: () => run(false),
    due: () => due,
    isRunning: () => running !== undefined,
    isFrequent: isFrequent(schedule),
    look,
  };
}

/** Azure monitors only what runs no oftener than once a minute. */
export function isMonitored(schedule: Schedule, useMonitor: unknown): boolean {
  if (useMonitor === false) return false;
  const first = schedule.next(new Date());
  const second = first && schedule.next(first);
  return first !== undefined && (second === undefined || second.getTime() - first.getTime() >= 60_000);
}

/** As often in a day as it has hours: half past six and half past seven are twice a day, not hourly. */
function isFrequent(schedule: Schedule): boolean {
  const now = new Date();
  let last: Date | undefined = now;
  for (let count = 0; count < 24; count += 1) last = last && schedule.next(last);
  return last !== undefined && last.getTime() - now.getTime() <= 86_400_000;
}
