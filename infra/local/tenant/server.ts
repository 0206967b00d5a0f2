import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { type LocalClock, ownClock } from '../moved-clock';
import { controlApp } from './control';
import { makeCounters } from './counters';
import { makeFaults } from './faults';
import { makeGates } from './gates';
import { makeDeltaOrders } from './graph/delta/orders';
import { downloadApp } from './graph/drives/download-app';
import { makeDownloads } from './graph/drives/downloads';
import { graphApp } from './graph/graph-app';
import type { Tenant } from './graph/request';
import { startCourier } from './notifications/courier';
import { makeNotificationOrders } from './notifications/orders';
import type { Settings } from './settings';
import { openStore } from './store';
import type { TokenService } from './tokens/grants';
import { openKept } from './tokens/kept';
import { openKeys } from './tokens/keys';
import { tokenApp } from './tokens/token-app';

export interface TenantOptions {
  readonly settings: Settings;
  readonly clock?: LocalClock;
}

export interface RunningTenant {
  readonly url: string;
  stop(): Promise<void>;
}

/** The port has to be known before the issuer is: so the server listens first and is given its answers after. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

function ownMistake(error: Error, c: Context): Response {
  console.error(error);
  const message = 'The embedded tenant has made a mistake of its own; see its log.';
  return c.json({ error: { code: 'generalException', message } }, 500);
}

/** Brings the tenant up on loopback: token service, Graph and control over one SQLite file. */
export async function startTenant({ settings, clock = ownClock() }: TenantOptions): Promise<RunningTenant> {
  const now = (): Date => new Date(clock.now());
  let app = new Hono().all('*', (c) => c.text('The tenant is starting.', 503));
  const server = createAdaptorServer({ fetch: (request, environment) => app.fetch(request, environment) }) as Server;
  const url = `http://localhost:${await listen(server, settings.port)}`;
  const store = openStore(settings.databaseFile);
  const issuer = `${url}/${settings.tenantId}/v2.0`;
  const keys = await openKeys(store, issuer, now);
  const counters = makeCounters();
  const faults = makeFaults();
  const deltaOrders = makeDeltaOrders();
  const options = {
    accessTokenSeconds: settings.accessTokenSeconds ?? 3600,
    latencyMilliseconds: settings.latencyMilliseconds ?? 0,
    sendingLimit: settings.sendingLimit ?? ('count' as const),
  };
  const tokens: TokenService = {
    store,
    settings,
    keys,
    kept: openKept(store, now),
    origin: url,
    issuer,
    now,
    accessTokenSeconds: () => options.accessTokenSeconds,
  };
  const tenant: Tenant = {
    store,
    settings,
    origin: url,
    now,
    downloads: makeDownloads(url, now),
    deltaOrders,
    sendingLimit: () => options.sendingLimit,
    count: counters.add,
  };
  const gates = makeGates(counters, now);
  const notificationOrders = makeNotificationOrders();
  const courier = startCourier(tenant, notificationOrders);
  app = new Hono();
  app.route(
    '/',
    controlApp({
      tokens,
      counters,
      faults,
      deltaOrders,
      notificationOrders,
      courier,
      clock,
      setOptions: (given) => Object.assign(options, given),
    }),
  );
  app.route('/', tokenApp(tokens));
  app.route(
    '/',
    graphApp(
      {
        tenant,
        counters,
        faults,
        gates,
        latencyMilliseconds: () => options.latencyMilliseconds,
        written: courier.wake,
      },
      keys,
    ),
  );
  app.route('/', downloadApp(tenant));
  app.onError(ownMistake);
  return {
    url,
    stop: async () => {
      await close(server);
      await courier.stop();
      store.close();
    },
  };
}
