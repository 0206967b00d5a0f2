import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../../functions/graph/call';
import { connectAs, portsOver } from '../../../functions/graph/open';
import { provision } from '../../../functions/graph/provision';
import type { Clock, GraphPorts, Log } from '../../../functions/ports';
import { authorityMetadata } from '../../../infra/local/supervisor/function-settings';
import type { Seed } from '../../../infra/local/tenant/seed';
import { startTenant } from '../../../infra/local/tenant/server';

export const tenantId = '7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0001';
export const runtime = { clientId: '7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0002', secret: 'runtime-secret' } as const;
export const provisioner = { clientId: '7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0003', secret: 'provisioner-secret' } as const;
export const sites = {
  trust: 'localhost,7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0010,7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0011',
  confidential: 'localhost,7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0020,7a1d6a3c-0f5e-4c4e-9a51-5f0f1d1f0021',
} as const;
export const organiser = 'meetings@birch.example';
export const libraryDriveId = 'b!birch-trust';

export const realClock: Clock = {
  now: () => new Date(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly sentence: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function keptLog(): Log & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const at =
    (level: Logged['level']) =>
    (sentence: string, facts: Readonly<Record<string, unknown>> = {}) => {
      lines.push({ level, sentence, facts });
    };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export interface Counters {
  readonly requests: number;
  readonly operations: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly early: number;
  readonly invitations: number;
  readonly messagesOverLimit: number;
  readonly largestInFlight: number;
}

export interface Rig {
  readonly url: string;
  readonly graph: Graph;
  readonly ports: GraphPorts;
  readonly log: ReturnType<typeof keptLog>;
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  counters(): Promise<Counters>;
  /** Graph as the app that may make lists. */
  readonly provisioner: Graph;
  connect(patienceSeconds: number): Graph;
  stop(): Promise<void>;
}

const mailbox = {
  id: 'aaaaaaaa-0000-4000-8000-000000000000',
  displayName: 'Meetings',
  userPrincipalName: organiser,
  accountEnabled: false,
} as const;

/** The embedded tenant with two empty sites, and the product's own adapters connected to it. */
export async function startRig({
  lists = true,
  seed = {},
}: {
  readonly lists?: boolean;
  readonly seed?: Seed;
} = {}): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'our-academies-'));
  const tenant = await startTenant({ settings: settingsIn(folder) });
  const control: Rig['control'] = async (method, path, body) => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${tenant.url}/control/${path}`, { method, ...sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The tenant's control answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  await control('POST', 'seed', {
    ...seed,
    users: [mailbox, ...(seed.users ?? [])],
    sites: [
      { id: sites.trust, displayName: 'Birch Trust', name: 'birch', drive: { id: libraryDriveId, name: 'Documents' } },
      {
        id: sites.confidential,
        displayName: 'Birch, confidential',
        name: 'birch-confidential',
        drive: { id: 'b!birch-confidential', name: 'Documents' },
      },
    ],
  });
  const connect = (app: { readonly clientId: string; readonly secret: string }, patienceSeconds: number) =>
    connectAs(connectionTo(tenant.url, app, patienceSeconds), realClock);
  const graph = connect(runtime, 45);
  const forProvisioning = connect(provisioner, 45);
  if (lists) await provision(forProvisioning, sites, { whatIf: false });
  const log = keptLog();
  return {
    url: tenant.url,
    graph,
    ports: portsOver(graph, portSettings, realClock, log),
    log,
    control,
    counters: async () => (await control('GET', 'counters')) as Counters,
    provisioner: forProvisioning,
    connect: (patienceSeconds) => connect(runtime, patienceSeconds),
    async stop() {
      await tenant.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const portSettings = {
  trustSiteId: sites.trust,
  confidentialSiteId: sites.confidential,
  libraryDriveId,
  organiserMailbox: organiser,
} as const;

export function connectionTo(
  url: string,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
  patienceSeconds: number,
): Parameters<typeof connectAs>[0] {
  return {
    clientId,
    credential: { by: 'secret', secret },
    authority: `${url.replace(/^http:/, 'https:')}/${tenantId}`,
    authorityMetadata: JSON.stringify(authorityMetadata(url, tenantId)),
    graphOrigin: url,
    patienceSeconds,
  };
}

function settingsIn(folder: string) {
  return {
    port: 0,
    databaseFile: join(folder, 'tenant.db'),
    tenantId,
    domain: 'birch.example',
    apps: [
      {
        clientId: runtime.clientId,
        displayName: 'Our Academies',
        kind: 'confidential' as const,
        secret: runtime.secret,
        graphPermissions: ['Sites.Selected', 'User.ReadBasic.All'],
        siteGrants: Object.values(sites).map((site) => ({ site, roles: ['write' as const] })),
        exchangeRoles: [{ permissions: ['Calendars.ReadWrite', 'Mail.Send'], mailboxes: [organiser] }],
      },
      {
        clientId: provisioner.clientId,
        displayName: 'Our Academies, provisioning',
        kind: 'confidential' as const,
        secret: provisioner.secret,
        graphPermissions: ['Sites.Manage.All'],
      },
    ],
  };
}
