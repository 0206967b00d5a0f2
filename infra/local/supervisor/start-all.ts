import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { writeAtomically } from '../atomic-file';
import { type Endpoints, removeEndpoints, writeEndpoints } from '../endpoints';
import { keepKeys } from '../host/http/keys';
import { type Child, startChild } from './child';
import { demonstrate, type RealTrust } from './demonstrate';
import { claimFolder, emptyFolder, releaseFolder } from './folder';
import { functionSettings } from './function-settings';
import { type Identities, keepIdentities } from './identities';
import { choosePorts, type Ports } from './ports';
import { tenantSettings } from './tenant-settings';

export interface StartOptions {
  /** Everything is kept here. */
  readonly folder: string;
  readonly fresh: boolean;
  readonly ports: Ports;
  /** Text of LOCAL_CLOCK for all three. */
  readonly clock?: string;
  readonly real?: RealTrust;
  readonly tell: (sentence: string) => void;
}

export interface Running {
  readonly endpoints: Endpoints;
  /** With a sentence, when one of the three ends by itself. */
  readonly died: Promise<string>;
  /** SIGKILL, as a machine that is taken away. */
  killFunctionsHost(): Promise<void>;
  restartFunctionsHost(): Promise<void>;
  stop(): Promise<void>;
}

/** Brings up tenant, functions host and workbench, with the demonstration trust in it. Tests start it the same way. */
export async function startAll(options: StartOptions): Promise<Running> {
  const folder = resolve(options.folder);
  claimFolder(folder);
  const started: Child[] = [];
  try {
    if (options.fresh) emptyFolder(folder);
    removeEndpoints(folder);
    return await bringUp({ ...options, folder }, started);
  } catch (error) {
    await stopAll(started);
    releaseFolder(folder);
    throw error;
  }
}

async function bringUp(options: StartOptions, started: Child[]): Promise<Running> {
  const { folder, tell } = options;
  const { ports, notices } = await choosePorts(options.ports);
  for (const notice of notices) tell(notice);
  const identities = keepIdentities(folder);
  const clock: Record<string, string> = options.clock === undefined ? {} : { LOCAL_CLOCK: options.clock };
  const logFolder = `${folder}/logs`;

  const bare = addresses(identities, ports, keepKeys(`${folder}/functions/keys.json`).master);
  const settingsFile = `${folder}/tenant-settings.json`;
  writeAtomically(settingsFile, JSON.stringify(tenantSettings(identities, bare, `${folder}/tenant.db`), null, 2));
  const tenant = {
    name: 'tenant',
    bundle: 'tenant',
    environment: { ...clock, TENANT_SETTINGS: settingsFile },
    logFolder,
  };
  started.push(await startChild(tenant));

  const endpoints: Endpoints = { ...bare, people: await demonstrate(bare, options) };

  const functions = {
    name: 'functions',
    bundle: 'functions-host',
    environment: {
      ...clock,
      ...functionSettings(endpoints),
      PORT: String(ports.functions),
      HOST_STATE: `${folder}/functions`,
      APP_DIRECTORY: process.cwd(),
    },
    logFolder,
  };
  writeEndpoints(folder, endpoints, 'workbench.json');
  const workbench = {
    name: 'workbench',
    bundle: 'workbench',
    environment: {
      ...clock,
      PORT: String(ports.workbench),
      ENDPOINTS_FILE: `${folder}/workbench.json`,
      ASSETS: join(process.cwd(), 'dist', 'workbench'),
    },
    logFolder,
  };
  let [host] = await Promise.all([startInto(started, functions), startInto(started, workbench)]);
  writeEndpoints(folder, endpoints);

  return {
    endpoints,
    died: Promise.race(started.map(({ died }) => died)),
    killFunctionsHost: () => host.stop('SIGKILL'),
    async restartFunctionsHost() {
      await host.stop();
      const environment = { ...functions.environment, ...(await clockNow(endpoints.tenant)) };
      host = await startInto(started, { ...functions, environment });
    },
    async stop() {
      removeEndpoints(folder);
      await stopAll(started);
      releaseFolder(folder);
    },
  };
}

const movedClock = z.object({
  setting: z.nullable(z.object({ base: z.number(), realBase: z.number(), rate: z.number() })),
});

/** The clock may have been moved since all began: who starts later keeps the others' time. */
async function clockNow(tenant: string): Promise<Record<string, string>> {
  const { setting } = z.parse(movedClock, await (await fetch(`${tenant}/control/clock`)).json());
  return setting === null ? {} : { LOCAL_CLOCK: JSON.stringify(setting) };
}

async function startInto(started: Child[], options: Parameters<typeof startChild>[0]): Promise<Child> {
  const child = await startChild(options);
  started.push(child);
  return child;
}

/** The latest first: nobody is to call somebody who is gone. */
async function stopAll(started: readonly Child[]): Promise<void> {
  for (const child of [...started].reverse()) await child.stop();
}

function addresses(identities: Identities, ports: Ports, functionsMasterKey: string): Omit<Endpoints, 'people'> {
  const { domain: _domain, ...ids } = identities;
  return {
    version: 1,
    workbench: `http://localhost:${ports.workbench}`,
    tenant: `http://localhost:${ports.tenant}`,
    functions: `http://localhost:${ports.functions}`,
    functionsMasterKey,
    ...ids,
    apiScope: `api://${identities.apiClientId}/access_as_user`,
  };
}
