import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LocalClock } from '../moved-clock';
import { answerAdmin } from './admin';
import { answerClock } from './clock';
import { createCore, type LogLine, type RegisteredFunction } from './core/host-core';
import { supplyCore } from './core/supply-core';
import { readHostJson } from './host-json';
import { createHttpServer } from './http/http-server';
import { keepKeys } from './http/keys';
import { createRouter } from './http/router';
import { createInvocations } from './invocations';
import { createQueueListeners, createTimers } from './listeners';
import { loadApp } from './load-app';
import { toFailureText } from './log';
import { createQueues } from './queues/queues';
import { brokenRules } from './registration-rules';
import { replaceSettings } from './settings';
import { keepTimerStatus } from './timers/timer-status';

export interface HostOptions {
  /** Where host.json and package.json lie. */
  readonly appDirectory: string;
  /** Queues, timers and keys are kept here. */
  readonly stateFolder: string;
  readonly port: number;
  readonly environment: NodeJS.ProcessEnv;
  readonly writeLog: (line: LogLine) => void;
  /** The process's own: the app it runs reads the time by Date. */
  readonly clock: LocalClock;
}

export interface FunctionsHost {
  readonly url: string;
  readonly functions: readonly RegisteredFunction[];
  stop(): Promise<void>;
}

/** A stop waits so long for what is under way, and then ends all the same, as Azure does. */
const longestDrain = 10_000;

export async function startFunctionsHost(options: HostOptions): Promise<FunctionsHost> {
  const { writeLog, stateFolder } = options;
  const settings = readHostJson(options.appDirectory);
  const core = createCore(writeLog);
  const withdrawCore = supplyCore(core.module);
  await loadApp(core, options.appDirectory);
  const toSetting = (text: string): string => replaceSettings(text, options.environment);
  const functions = lawful([...core.functions.values()], toSetting);

  const queues = createQueues(join(stateFolder, 'queues'), settings.queues);
  const invocations = createInvocations(core, writeLog, async (binding, data) => {
    queues.put(toSetting(String(binding['queueName'])), data);
  });
  const statuses = keepTimerStatus(join(stateFolder, 'timers'));
  const parts = { functions, invocations, queues, statuses, settings, toSetting, writeLog };
  const timers = createTimers(parts);
  const queueListeners = createQueueListeners(parts);
  const listeners = [...timers.values(), ...queueListeners];
  const moving = answerClock({ clock: options.clock, timers: [...timers.values()], queueListeners });
  const admin = answerAdmin({ functions, timers, queues, invocations });
  const server = createHttpServer({
    route: createRouter(functions, settings.routePrefix),
    invocations,
    keys: keepKeys(join(stateFolder, 'keys.json')),
    customHeaders: settings.customHeaders,
    admin: (request, url, body) => moving(request, url, body) ?? admin(request, url, body),
    onFault: (error) => writeLog({ level: 'error', category: 'system', message: toFailureText(error) }),
  });
  const url = await listen(server, options.port);
  for (const listener of listeners) listener.start();

  async function stop(): Promise<void> {
    for (const listener of listeners) listener.stop();
    server.close();
    await Promise.race([invocations.settle(), wait(longestDrain, undefined, { ref: false })]);
    server.closeAllConnections();
    await core.terminate();
    withdrawCore();
  }
  return { url, functions, stop };
}

function lawful(functions: readonly RegisteredFunction[], toSetting: (text: string) => string) {
  const broken = brokenRules(
    functions.map(({ metadata }) => metadata),
    toSetting,
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
  return functions;
}

/** Loopback alone: nobody else on the network is to reach a function app without TLS. */
function listen(server: ReturnType<typeof createHttpServer>, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address() as AddressInfo;
      resolve(`http://localhost:${address.port}`);
    });
  });
}
