import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Seed } from '../../../../infra/local/tenant/seed';
import { startTenant } from '../../../../infra/local/tenant/server';
import type { Settings } from '../../../../infra/local/tenant/settings';

export const ids = {
  tenant: '11111111-1111-4111-8111-111111111111',
  panel: '22222222-2222-4222-8222-222222222222',
  api: '33333333-3333-4333-8333-333333333333',
  provisioner: '44444444-4444-4444-8444-444444444444',
  everything: '55555555-5555-4555-8555-555555555555',
  identity: '66666666-6666-4666-8666-666666666666',
  ash: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  birch: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb',
  organiser: 'cccccccc-cccc-4ccc-8ccc-cccccccccccc',
  group: 'dddddddd-dddd-4ddd-8ddd-dddddddddddd',
  site: 'localhost,77777777-7777-4777-8777-777777777777,88888888-8888-4888-8888-888888888888',
  otherSite: 'localhost,99999999-9999-4999-8999-999999999999,88888888-8888-4888-8888-888888888888',
  drive: 'b!trust-documents',
} as const;

export const redirectUri = 'http://localhost:4002/panel/signed-in';

export const settingsFor = (databaseFile: string): Settings => ({
  port: 0,
  databaseFile,
  tenantId: ids.tenant,
  domain: 'beacon.example',
  displayName: 'Beacon Academies',
  apps: [
    {
      clientId: ids.panel,
      displayName: 'Our Academies',
      kind: 'spa',
      redirectUris: [redirectUri],
    },
    {
      clientId: ids.api,
      displayName: 'Our Academies API',
      kind: 'confidential',
      secret: 'api-secret',
      scope: 'access_as_user',
      appRoles: ['Principal', 'HR'],
      graphPermissions: ['Sites.Selected', 'User.ReadBasic.All'],
      delegatedPermissions: ['Calendars.ReadWrite', 'User.Read.All'],
      siteGrants: [{ site: ids.site, roles: ['write'] }],
      exchangeRoles: [{ permissions: ['Calendars.ReadWrite', 'Mail.Send'], mailboxes: ['meetings@beacon.example'] }],
      federatedCredentials: [{ subject: ids.identity, audience: 'api://AzureADTokenExchange' }],
    },
    {
      clientId: ids.provisioner,
      displayName: 'Our Academies provisioning',
      kind: 'confidential',
      secret: 'provisioner-secret',
      graphPermissions: ['Sites.Manage.All'],
    },
    {
      clientId: ids.everything,
      displayName: 'Workbench',
      kind: 'confidential',
      secret: 'everything-secret',
      graphPermissions: [
        'Sites.FullControl.All',
        'Files.ReadWrite.All',
        'Calendars.ReadWrite',
        'Mail.ReadWrite',
        'Mail.Send',
        'User.Read.All',
        'Group.Read.All',
      ],
    },
  ],
});

export const seed: Seed = {
  users: [
    {
      id: ids.ash,
      displayName: 'Ash Ridley',
      givenName: 'Ash',
      surname: 'Ridley',
      userPrincipalName: 'ash.ridley@beacon.example',
      jobTitle: 'Principal',
      appRoles: { [ids.api]: ['Principal', 'Unknown'] },
    },
    { id: ids.birch, displayName: 'Birch Okafor', userPrincipalName: 'birch.okafor@beacon.example', jobTitle: 'SENCo' },
    {
      id: ids.organiser,
      displayName: 'Meetings',
      userPrincipalName: 'meetings@beacon.example',
      accountEnabled: false,
    },
  ],
  groups: [{ id: ids.group, displayName: 'Principals', members: [ids.ash, ids.birch] }],
  sites: [
    { id: ids.site, displayName: 'Our Academies', name: 'our-academies', drive: { id: ids.drive, name: 'Documents' } },
    { id: ids.otherSite, displayName: 'Other', name: 'other', drive: { id: 'b!other', name: 'Documents' } },
  ],
};

export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape and compare whole values.
  readonly body: any;
}

export interface Rig {
  readonly url: string;
  readonly settings: Settings;
  /** Graph as one of the apps. */
  as(clientId: string): Promise<Call>;
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  stop(): Promise<void>;
}

export async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const raw = body instanceof Uint8Array;
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  const json = type.includes('json') && response.status !== 204;
  return {
    status: response.status,
    headers: response.headers,
    body: json ? await response.json() : await response.text(),
  };
}

export async function startRig({
  change = {},
  seeded = seed,
}: {
  change?: Partial<Settings>;
  seeded?: Seed;
} = {}): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-'));
  const settings = { ...settingsFor(join(folder, 'tenant.db')), ...change };
  const tenant = await startTenant({ settings });
  const control: Rig['control'] = (method, path, body) => call(`${tenant.url}/control${path}`, method, body);
  const answer = await control('POST', '/seed', seeded);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return {
    url: tenant.url,
    settings,
    control,
    as: async (clientId) => {
      const { body } = await control('POST', '/token', { clientId, scope: 'https://graph.microsoft.com/.default' });
      return (method, path, sent, headers) =>
        call(`${tenant.url}/v1.0${path}`, method, sent, { Authorization: `Bearer ${body.access_token}`, ...headers });
    },
    stop: async () => {
      await tenant.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
