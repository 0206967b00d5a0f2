import type { Binding } from './core/core-types';
import type { LogLine, RegisteredFunction } from './core/host-core';
import type { HostSettings } from './host-json';
import type { Invocations } from './invocations';
import { createQueueListener, type QueueListener } from './queues/queue-listener';
import type { Queues } from './queues/queues';
import { triggerOf } from './registration-rules';
import { parseSchedule, type Schedule } from './timers/ncrontab';
import { createTimer, isMonitored, type Timer } from './timers/timer';
import type { TimerStatusStore } from './timers/timer-status';

export interface ListenerSources {
  readonly functions: readonly RegisteredFunction[];
  readonly invocations: Invocations;
  readonly queues: Queues;
  readonly statuses: TimerStatusStore;
  readonly settings: HostSettings;
  readonly toSetting: (text: string) => string;
  readonly writeLog: (line: LogLine) => void;
}

interface Triggered {
  readonly registered: RegisteredFunction;
  readonly bindingName: string;
  readonly binding: Binding;
}

/** By function name in small letters, as the admin address asks for them. */
export function createTimers(sources: ListenerSources): ReadonlyMap<string, Timer> {
  const timers = triggeredBy(sources, 'timerTrigger').map(({ registered, bindingName, binding }): [string, Timer] => {
    const schedule = scheduleOf(sources.toSetting(String(binding['schedule'])));
    const useMonitor = isMonitored(schedule, binding['useMonitor']);
    const { statuses, invocations } = sources;
    const timer = createTimer({ registered, bindingName, schedule, useMonitor, statuses, invocations });
    return [registered.metadata.name.toLowerCase(), timer];
  });
  return new Map(timers);
}

function scheduleOf(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (!parsed.ok) throw new Error(parsed.sentence);
  return parsed.schedule;
}

export function createQueueListeners(sources: ListenerSources): QueueListener[] {
  const { queues, invocations, writeLog, settings } = sources;
  return triggeredBy(sources, 'queueTrigger').map(({ registered, bindingName, binding }) => {
    const queueName = sources.toSetting(String(binding['queueName']));
    return createQueueListener({
      registered,
      bindingName,
      queueName,
      queues,
      invocations,
      writeLog,
      settings: settings.queues,
    });
  });
}

function triggeredBy({ functions }: ListenerSources, type: string): Triggered[] {
  return functions.flatMap((registered) => {
    const trigger = triggerOf(registered.metadata);
    if (trigger?.binding.type !== type) return [];
    return [{ registered, bindingName: trigger.name, binding: trigger.binding }];
  });
}
